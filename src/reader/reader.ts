import type { Span } from '../text/span.ts';

/** What the reader makes of one text for one question. */
export interface Reading {
  /** The likeliest answer, as a range of the text. */
  readonly span: Span;
  /** Log-odds of that span against "no answer here"; above 0 where an answer is likelier. */
  readonly spanScore: number;
  /** Log-odds that the text answers the question. */
  readonly relevance: number;
}

/** `failed`: it could not be loaded, or broke. */
export type ReaderState = 'off' | 'loading' | 'ready' | 'failed';

/** Reads texts as a person would who looks for the answer. It points at words, and never writes one. */
export interface Reader {
  readonly state: ReaderState;
  /**
   * The readings of `texts`, in order, until `isEnough` says so of those done; so there may be fewer than texts. Undefined
   * when it cannot read, not within {@link READING_LIMIT}, or there is too much else to do.
   */
  read(
    question: string,
    texts: readonly string[],
    isEnough: (readings: readonly Reading[]) => boolean,
  ): Promise<readonly Reading[] | undefined>;
}

/** Milliseconds, waiting for earlier questions included, after which a question is answered by words alone. */
export const READING_LIMIT = 1000;

/** The reader of a bot that has none. */
export const noReader: Reader = { state: 'off', read: async () => undefined };
