import type { APIMessageTopLevelComponent } from 'discord.js';
import type { RenderContext, Reply } from '../render/reply.ts';
import type { Caller, RequiredRole } from './access.ts';
import type { CommandContext } from './command.ts';

/** A click on a button, or a choice in a menu, under one of our messages. */
export interface ComponentInput extends Caller {
  /** What its custom id has after the name; for a menu the chosen value. Anybody can forge it. */
  readonly argument: string;
  /** All that was chosen in a menu; empty for a button. */
  readonly values: readonly string[];
  readonly message: {
    readonly components: readonly APIMessageTopLevelComponent[];
    /** Who asked for it; undefined when that can no longer be told. */
    readonly askedBy: () => Promise<string | undefined>;
  };
  /** Of the message with the button or menu. */
  readonly audience: RenderContext['audience'];
}

/**
 * What a button or menu does. `show`: a private message changes in place; under a public one, which is not the
 * clicker's to change, a private message follows. `update`: the message changes in place, whoever asked for it.
 * `note`: a private message follows. `post`: a public message follows. `remove`: the message is deleted.
 */
export type Action =
  { readonly kind: 'show' | 'update' | 'note' | 'post'; readonly reply: Reply } | { readonly kind: 'remove' };

/** What one kind of button or menu does. To add one, name it in `ComponentName`, and list its handler in `components/index.ts`. */
export interface ComponentHandler {
  /** Who may use it; absent: everybody. */
  readonly requiredRole?: RequiredRole;
  /** Counts against the questions that a person and a server may ask. */
  readonly isQuestion?: true;
  handle(input: ComponentInput, context: CommandContext): Promise<Action>;
}
