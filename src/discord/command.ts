import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';
import type { LiveLibrary } from '../library/live-library.ts';
import type { Access, Person } from './access.ts';
import type { Reply } from './reply.ts';

/** The options a person gave, and who they are. */
export interface CommandInput {
  /** A string option; undefined when not given. */
  text(option: string): string | undefined;
  /** An integer option; undefined when not given. */
  integer(option: string): number | undefined;
  /** A boolean option; false when not given. */
  flag(option: string): boolean;
  readonly person: Person;
  /** BCP 47, of the person's client. */
  readonly locale: string;
  /** False in a direct message. */
  readonly inServer: boolean;
}

/** What commands work with. */
export interface CommandContext {
  readonly library: LiveLibrary;
  readonly access: Access;
}

/** One suggestion under an option that is being typed. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** A slash command: its definition as Discord takes it, and the function that answers. */
export interface Command {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** Whether only the person who asked sees the reply. Known before `run`, because a deferral fixes it. */
  isPrivate(input: CommandInput): boolean;
  run(input: CommandInput, context: CommandContext): Promise<Reply>;
  /** Suggestions for `typed` in `option`, best first. The caller cuts them to Discord's limits. */
  complete?(option: string, typed: string, context: CommandContext): readonly Choice[];
}
