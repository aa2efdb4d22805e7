import type { Library } from '../library/library.ts';

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
}
