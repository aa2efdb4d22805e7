import type { Span } from '../../corpus/span.ts';
import { foldWord } from '../../search/fold-word.ts';
import type { Language } from '../../search/language.ts';
import { type PlainWord, readNumbers } from '../../search/read-numbers.ts';
import { LIGHT, ONE_FORM } from './vocabulary.ts';

/** One word of a sentence, or one number of several words. The span is a range of the report's body. */
export interface Word extends Span {
  readonly written: string;
  readonly folded: string;
  /** The form in which words of two sentences are compared. */
  readonly stem: string;
  /** What stands between the word before and this one. */
  readonly gap: string;
  /** For a cardinal number, in digits or in words. */
  readonly value?: number;
  /** Carries a part of the claim: no function word, no number, no word of reporting. */
  readonly content: boolean;
}

const TOKEN =
  /(?<!\p{N})\p{N}{4}-\p{N}{2}-\p{N}{2}(?!\p{N})|(?:\p{L}\.){2,}|\p{N}+(?:[.,]\p{N}+)*[\p{L}\p{M}]*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** Folding leaves these as they are, and takes most of the time. */
const PLAIN = /^[a-z\d]+$/u;

/** The comparable form of a folded word. */
export const stemOf = (folded: string, language: Language): string =>
  ONE_FORM.get(folded) ?? language.stem(folded);

/** The words of `span`, in order; a number of several words is one of them. */
export function readWords(body: string, span: Span, language: Language): readonly Word[] {
  const tokens = Array.from(body.slice(span.start, span.end).matchAll(TOKEN), (match) => {
    const start = span.start + match.index;
    return {
      start,
      end: start + match[0].length,
      written: match[0],
      folded: PLAIN.test(match[0]) ? match[0] : foldWord(match[0]),
    };
  });
  const words: Word[] = [];
  let at = 0;
  let end = span.start;
  for (const read of readNumbers(tokens)) {
    // A number of several words comes back as those words, joined by one space each.
    const next = at + read.written.split(' ').length;
    const first = tokens[at];
    const last = tokens[next - 1];
    at = next;
    if (first === undefined || last === undefined) continue;
    words.push(toWord(read, first.start, last.end, body.slice(end, first.start), language));
    end = last.end;
  }
  return joinSums(words);
}

function toWord(
  { folded, written }: PlainWord,
  start: number,
  end: number,
  gap: string,
  language: Language,
): Word {
  const value = /^\d+(?:\.\d+)?$/u.test(folded) ? Number(folded) : undefined;
  const stem = stemOf(folded, language);
  const content =
    value === undefined && folded.length > 1 && !language.functionWords.has(folded) && !LIGHT.has(stem);
  return { start, end, written, folded, stem, gap, content, ...(value !== undefined && { value }) };
}

/** "One hundred and fifty", "three thousand two hundred": what follows a round number in words adds to it. */
function joinSums(words: readonly Word[]): readonly Word[] {
  const joined: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) continue;
    const last = joined.at(-1);
    const before = last?.folded === 'and' ? joined.at(-2) : last;
    if (before !== undefined && last !== undefined && isSum(before, last, word)) {
      if (before !== last) joined.pop();
      joined.pop();
      const value = (before.value ?? 0) + (word.value ?? 0);
      joined.push({ ...before, end: word.end, written: `${before.written} ${word.written}`, value });
    } else joined.push(word);
  }
  return joined;
}

const IN_WORDS = /^\p{L}/u;

const isSum = (before: Word, last: Word, word: Word): boolean =>
  before.value !== undefined &&
  word.value !== undefined &&
  word.value > 0 &&
  before.value >= 100 &&
  (word.value < 100 ? before.value % 100 === 0 : before.value % 1000 === 0 && word.value < 1000) &&
  IN_WORDS.test(before.written) &&
  IN_WORDS.test(word.written) &&
  isBlank(word.gap) &&
  (before === last || isBlank(last.gap));

export const isBlank = (gap: string): boolean => /^\s*$/u.test(gap);

/** Written with a capital letter where the sentence's rules ask for none. */
export const isCapital = (word: Word): boolean => /^\p{Lu}/u.test(word.written);
