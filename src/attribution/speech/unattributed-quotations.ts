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

/** The speaker of all that was said just before, when it has one. After a question the answer may be another's. */
export const runningSpeaker = (before: readonly FoundStatement[], body: string): TokenRange | undefined => {
  const last = before.at(-1);
  const isOther = ({ speaker }: FoundStatement): boolean =>
    speaker?.from !== last?.speaker?.from || speaker?.to !== last?.speaker?.to;
  if (last === undefined || before.some(isOther)) return undefined;
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
