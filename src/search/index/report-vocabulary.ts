import type { Language } from '../../text/language.ts';
import type { PlainWord } from '../../text/read-numbers.ts';
import { TRAIT, traitsOf } from '../../text/word-traits.ts';

/** The words and terms of one report, each numbered in the order in which they first occur. */
export interface ReportVocabulary {
  /** Folded. */
  readonly words: readonly string[];
  /** By word: `TRAIT` bits, without `name`, which only all reports together can tell. */
  readonly wordTraits: Uint8Array;
  /** By word: its term, or -1 for a function word. */
  readonly wordTerms: Int32Array;
  /** By term: the stem. */
  readonly terms: readonly string[];
  /** By term: how often it is written with a capital letter, and without, where it does not open a sentence. */
  readonly capitals: Int32Array;
  readonly smalls: Int32Array;
  /** Words added that have a term, repeated ones too. */
  readonly contentWords: number;
}

export interface VocabularyBuilder {
  /** The word's number. `opens`: it is the first of its sentence, where a capital letter says nothing. */
  add(word: PlainWord, opens: boolean): number;
  finish(): ReportVocabulary;
}

const CAPITAL = /^\p{Lu}/u;
const LETTER = /^\p{L}/u;

export function createVocabulary(language: Language): VocabularyBuilder {
  const words = new Map<string, number>();
  const terms = new Map<string, number>();
  const wordTraits: number[] = [];
  const wordTerms: number[] = [];
  const capitals: number[] = [];
  const smalls: number[] = [];
  let contentWords = 0;

  const addTerm = (stem: string): number => {
    const known = terms.get(stem);
    if (known !== undefined) return known;
    terms.set(stem, terms.size);
    capitals.push(0);
    return smalls.push(0) - 1;
  };
  const addWord = (word: PlainWord): number => {
    const known = words.get(word.folded);
    if (known !== undefined) return known;
    const traits = traitsOf(word, language);
    words.set(word.folded, words.size);
    wordTraits.push(traits);
    return wordTerms.push(traits & TRAIT.function ? -1 : addTerm(language.stem(word.folded))) - 1;
  };

  return {
    add(word, opens) {
      const number = addWord(word);
      const term = wordTerms[number] ?? -1;
      if (term >= 0) contentWords++;
      if (term >= 0 && !opens && LETTER.test(word.written)) {
        const counts = CAPITAL.test(word.written) ? capitals : smalls;
        counts[term] = (counts[term] ?? 0) + 1;
      }
      return number;
    },
    finish: () => ({
      words: [...words.keys()],
      wordTraits: Uint8Array.from(wordTraits),
      wordTerms: Int32Array.from(wordTerms),
      terms: [...terms.keys()],
      capitals: Int32Array.from(capitals),
      smalls: Int32Array.from(smalls),
      contentWords,
    }),
  };
}
