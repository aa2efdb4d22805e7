import { slice, type Span } from '../../text/span.ts';
import type { Token, TokenRange } from '../words/tokens.ts';

/** A statement found earlier in the paragraph. */
export interface FoundStatement {
  readonly span: Span;
  readonly speaker: TokenRange | undefined;
}

/** A quotation that is a sentence of its own. */
export const isWholeSentence = (tokens: readonly Token[], at: number): boolean => {
  let next = at + 1;
  while (tokens[next]?.kind === 'stop') next += 1;
  return (
    (at === 0 || tokens[at - 1]?.kind === 'border' || tokens[at - 1]?.kind === 'quote') &&
    (tokens[next]?.kind === 'border' || tokens[next]?.kind === 'quote')
  );
};

/** Tokens; a longer sentence is not read to its start. */
const LOOK_BACK = 400;

/** The speaker of the sentence before, or of this sentence up to a colon, when all that is said there has one speaker. */
export const runningSpeaker = (
  tokens: readonly Token[],
  at: number,
  found: readonly FoundStatement[],
  body: string,
): TokenRange | undefined => {
  if (!isWholeSentence(tokens, at) && tokens[at - 1]?.kind !== 'colon') return undefined;
  let border = tokens[at - 1]?.kind === 'border' ? at - 2 : at - 1;
  while (border >= 0 && at - border < LOOK_BACK && tokens[border]?.kind !== 'border') border -= 1;
  const start = tokens[border + 1]?.start ?? Infinity;
  const end = tokens[at]?.start ?? 0;
  const near = found
    .slice(found.findLastIndex(({ span }) => span.start < start) + 1)
    .filter(({ span }) => span.end <= end);
  const last = near.at(-1);
  const isOther = ({ speaker }: FoundStatement): boolean =>
    speaker?.from !== last?.speaker?.from || speaker?.to !== last?.speaker?.to;
  if (last === undefined || near.some(isOther)) return undefined;
  // After a question the answer may be another's.
  return /\?\s*$/u.test(slice(body, last.span).slice(-3)) ? undefined : last.speaker;
};

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

/** "The Old Man and the Sea": most longer words begin with a capital. */
const isTitle = (words: readonly string[]): boolean => {
  const long = words.filter((word) => word.length > 3);
  return long.filter((word) => /^\p{Lu}/u.test(word)).length > long.length / 2;
};

/** The place of a quotation in its sentence. */
export interface QuotationContext {
  /** A colon before it, or a sentence of its own. */
  readonly introduced: boolean;
  /** It opens the sentence, and a comma separates it from the words that follow. */
  readonly opens: boolean;
  /** Whether capitals distinguish titles from sentences, as they do in English and not in German. */
  readonly titles: boolean;
}

/** Whether quoted words without a verb of speech are still speech, not a term, a title or scare quotes. */
export const looksSpoken = (text: string, { introduced, opens, titles }: QuotationContext): boolean => {
  const words = text.slice(0, 400).match(WORD) ?? [];
  if (words.length < 2 || (titles && isTitle(words) && words.length < 12)) return false;
  const sentence = /^\P{L}*\p{Lu}/u.test(text) && /[.!?…]\p{P}{0,3}$/u.test(text.slice(-4));
  return words.length >= 6 || (words.length >= 4 && opens) || (words.length >= 3 && (sentence || introduced));
};
