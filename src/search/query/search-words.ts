import type { Language } from '../../text/language.ts';
import type { PlainWord } from '../../text/read-numbers.ts';
import type { Span } from '../../text/span.ts';

/** What a person searches for, in the signs that people know from search engines. */
export interface SearchWords {
  /** All words that passages are found and ordered by, those in quotation marks too. */
  readonly sought: string;
  /** What stood in quotation marks: these words side by side, in this form. */
  readonly phrases: readonly string[];
  /** What stood behind a minus sign: a word in any form, or a phrase. */
  readonly unwantedWords: readonly string[];
  readonly unwantedPhrases: readonly string[];
  /** Whether there are no signs. */
  readonly isPlain: boolean;
}

const MARKS = /[“”„«»「」]/gu;
const PART = /((?<=^|\s)-)?"([^"]*)"|(?<=^|\s)-([^\s"-][^\s"]*)/gu;

/** Reads `"exact words"` and `-word`. A mark that is not closed, and a hyphen inside a word, are no signs. */
export function readSearchWords(words: string): SearchWords {
  const [phrases, unwantedWords, unwantedPhrases]: [string[], string[], string[]] = [[], [], []];
  const sought = words
    .replaceAll(MARKS, '"')
    .replaceAll(PART, (_, minus: string | undefined, phrase: string | undefined, word = '') => {
      if (phrase === undefined) unwantedWords.push(word);
      else (minus === undefined ? phrases : unwantedPhrases).push(phrase);
      return minus === undefined && phrase !== undefined ? ` ${phrase} ` : ' ';
    });
  const isPlain = phrases.length + unwantedWords.length + unwantedPhrases.length === 0;
  return { sought, phrases, unwantedWords, unwantedPhrases, isPlain };
}

/** What the signs ask of a text in one language. */
export interface WordFilter {
  /** Whether every phrase is in `text`, and nothing unwanted. */
  allows(text: string): boolean;
  /** Where the phrases are in `text`. */
  find(text: string): readonly Span[];
}

export function createWordFilter(
  { phrases, unwantedWords, unwantedPhrases }: SearchWords,
  language: Language,
): WordFilter {
  const asWritten = ({ folded }: PlainWord): string => folded;
  const inAnyForm = ({ folded }: PlainWord): string => language.stem(folded);
  const patterns = (texts: readonly string[], keyOf: (word: PlainWord) => string): readonly Pattern[] =>
    texts
      .map((text) => ({ keyOf, keys: language.read(text).map(keyOf) }))
      .filter(({ keys }) => keys.length > 0);
  const wanted = patterns(phrases, asWritten);
  const unwanted = [...patterns(unwantedWords, inAnyForm), ...patterns(unwantedPhrases, asWritten)];
  return {
    allows(text) {
      const words = language.read(text);
      const [written, stems] = [words.map(asWritten), unwantedWords.length > 0 ? words.map(inAnyForm) : []];
      const has = ({ keyOf, keys }: Pattern): boolean =>
        occurrences(keyOf === asWritten ? written : stems, keys).length > 0;
      return wanted.every(has) && !unwanted.some(has);
    },
    find(text) {
      const words = language.read(text);
      const written = words.map(asWritten);
      return wanted.flatMap(({ keys }) =>
        occurrences(written, keys).flatMap((at) => {
          const [first, last] = [words[at], words[at + keys.length - 1]];
          return first && last ? [{ start: first.start, end: last.end }] : [];
        }),
      );
    },
  };
}

/** Words side by side, each by its key. */
interface Pattern {
  readonly keyOf: (word: PlainWord) => string;
  readonly keys: readonly string[];
}

/** Where `keys` begin in the row. */
const occurrences = (row: readonly string[], keys: readonly string[]): readonly number[] =>
  [...row.keys()].filter((at) => keys.every((key, step) => row[at + step] === key));
