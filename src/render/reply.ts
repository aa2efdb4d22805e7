import {
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord-api-types/v10';
import type { Answered } from '../answer/follow-up/answered.ts';
import type { Library } from '../library/library.ts';

/** What a command answers: a Components V2 message as plain data. Only `dispatch` sends it. */
export interface Reply {
  /** At most 40 with nested ones, at most {@link TEXT_LIMIT} characters in all text displays. */
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Text files. A `name` is `[a-z0-9.-]+`; a file component shows it as `attachment://<name>`. */
  readonly files?: readonly { readonly name: string; readonly text: string }[];
  /** What was left out because Discord would not show it exactly; each goes to the log as an error. */
  readonly withheld?: readonly string[];
  /** Opens in place of all else, where nothing was sent yet; the components lead to it where that is too late. */
  readonly form?: Form;
  /** What the questions that follow may lean on. */
  readonly answered?: Answered;
  /** Overrides the command's own rule, as long as nothing was sent yet. */
  readonly private?: boolean;
  /** What was given for an option of a command fits several: it runs again with the one that is chosen. At most 25. */
  readonly choose?: {
    readonly option: string;
    readonly placeholder: string;
    readonly choices: readonly Choice[];
  };
}

/** One suggestion under an option that is being typed, or in a menu. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** A form: Discord's modal. At most 5 fields; its title has at most 45 characters. */
export type Form = APIModalInteractionResponseCallbackData;

/** Characters that Discord allows over all text displays of one message, after escaping. */
export const TEXT_LIMIT = 4000;

/** For whom a message is made, and from what. */
export interface RenderContext {
  /** The one that gave the answer. */
  readonly library: Library;
  /** BCP 47, of the reader's client. */
  readonly locale: string;
  /** `private`: only the person who asked sees it; `direct`: so does the bot's own channel with them. */
  readonly audience: 'public' | 'private' | 'direct';
  /** Whether people can say that the answer helped, or not. */
  readonly takesVotes?: boolean;
  /** Whether the question was completed from what was answered before: it can be asked as it was written. */
  readonly isCompleted?: boolean;
}

/** What is the same for everybody who reads `locale`. */
export type PageContext = Pick<RenderContext, 'library' | 'locale'>;

/** A block of markdown. */
export const textDisplay = (content: string): APITextDisplayComponent => ({
  type: ComponentType.TextDisplay,
  content,
});

/** A frame around blocks of markdown. */
export const container = (blocks: readonly string[]): APIContainerComponent => ({
  type: ComponentType.Container,
  components: blocks.map(textDisplay),
});

/** A reply of one sentence that only the person who asked sees. `sentence` is markdown. */
export const privateNote = (sentence: string): Reply => ({
  components: [textDisplay(sentence)],
  private: true,
});
