import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** A word with a hyphen at the end of a line: "inter-" and "national". */
export interface BrokenWord {
  readonly start: string;
  readonly end: string;
}

/**
 * Whether only the end of a line put the hyphen into a word. `words` are those that the source has within its lines,
 * with their hyphens.
 */
export type IsBroken = (word: BrokenWord, words: ReadonlySet<string>) => boolean;

/** Text before a hyphen at a line's end, and the text that goes on with it. */
const HYPHENATED = /(?<!\p{L})(\p{L}+)-$/u;
const GOES_ON = /^\p{L}+/u;

export const endsInHyphen = (line: string): boolean => HYPHENATED.test(line);

export const wordsIn = (lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.match(/\p{L}+(?:-\p{L}+)*/gu) ?? []));

/** `broken` is the word as it was, such as "inter-/national", when its hyphen had to go. */
export function joinTexts(
  above: string,
  below: string,
  isBroken: (word: BrokenWord) => boolean,
): { readonly text: string; readonly broken?: string } {
  const [, start] = HYPHENATED.exec(above) ?? [];
  const [end] = GOES_ON.exec(below) ?? [];
  if (start === undefined || end === undefined) return { text: `${above} ${below}` };
  if (!isBroken({ start, end })) return { text: above + below };
  return { text: above.slice(0, -1) + below, broken: `${start}-/${end}` };
}

/** For who wants every character of the source. */
export const neverBroken: IsBroken = () => false;

/** For a source that hyphenates seldom: only the same word elsewhere proves a hyphen wrong. */
export const brokenIfWritten: IsBroken = ({ start, end }, words) => words.has(start + end);

/** Before these a hyphen is as likely part of the word. */
const COMPOUND_STARTS = new Set(
  'non self well ex all half co cross anti pre post vice mid long short'.split(' '),
);
/** No words by themselves, so that a hyphen after them is that of a line. */
const PREFIXES = new Set(
  'be com con de dis em en ex im in inter ir mis ob op para per pro re semi sub super sur trans tri un uni up'.split(
    ' ',
  ),
);

/**
 * For print, which hyphenates: a hyphen goes unless it belongs to a compound, such as "US-backed", "well-known", and
 * "much-loved", of two words that `isWord` knows while it does not know them as one.
 */
export const brokenInPrint =
  (isWord: (word: string) => boolean): IsBroken =>
  ({ start, end }, words) => {
    if (words.has(start + end)) return true;
    if (words.has(`${start}-${end}`)) return false;
    if (!/^\p{Lu}?\p{Ll}+$/u.test(start) || !/^\p{Ll}+$/u.test(end)) return false;
    if (isWord(start + end)) return true;
    if (COMPOUND_STARTS.has(start.toLowerCase())) return false;
    return PREFIXES.has(start.toLowerCase()) || !isWord(start) || !isWord(end);
  };

/** The one list of English words that the project holds: what the reader's network was trained with. Only data. */
const VOCABULARY = new URL('../../reader/model/tokenizer.json', import.meta.url);
const tokenizer = z.object({ model: z.object({ vocab: z.record(z.string(), z.number()) }) });
/** Shorter entries are letters and parts of words. */
const LEAST_LETTERS = 2;

/** Whether a word is among the 21,000 commonest of English, whatever its case and accents. */
export async function loadKnownWords(): Promise<(word: string) => boolean> {
  const { vocab } = tokenizer.parse(JSON.parse(await readFile(VOCABULARY, 'utf8'))).model;
  return (word) => {
    const plain = word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    return plain.length >= LEAST_LETTERS && Object.hasOwn(vocab, plain);
  };
}
