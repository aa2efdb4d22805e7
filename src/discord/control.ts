import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Need, Person, ServerPlace } from './access.ts';
import type { CommandContext } from './command.ts';
import type { ComponentName } from '../render/buttons.ts';
import type { RenderContext, Reply } from '../render/reply.ts';

/** A click on a button, or a choice in a menu, under one of our messages. */
export interface ControlInput {
  /** What stands behind the control's name in its custom id; for a menu the chosen value. Anybody can forge it. */
  readonly argument: string;
  /** All that was chosen in a menu; empty for a button. */
  readonly values: readonly string[];
  readonly message: {
    readonly components: readonly APIMessageTopLevelComponent[];
    /** Who asked for it; undefined when that can no longer be told. */
    readonly askedBy: () => Promise<string | undefined>;
  };
  readonly person: Person;
  readonly locale: string;
  /** Absent in a direct message. */
  readonly server?: ServerPlace;
  /** Of the message under which the control stands. */
  readonly audience: RenderContext['audience'];
}

/**
 * What a control does. `show`: a private message changes in place; under a public one, which is not the clicker's to
 * change, a private message follows. `amend`: the message changes in place, whoever asked for it. `note`: a private
 * message follows. `post`: a public message follows. `remove`: the message goes.
 */
export type Reaction =
  { readonly kind: 'show' | 'amend' | 'note' | 'post'; readonly reply: Reply } | { readonly kind: 'remove' };

/** One kind of button or menu. */
export interface Control {
  readonly name: ComponentName;
  /** Who may use it; absent: everybody. */
  readonly needs?: Need;
  /** Counts against the questions that a person and a server may ask. */
  readonly isQuestion?: true;
  react(input: ControlInput, context: CommandContext): Promise<Reaction>;
}
