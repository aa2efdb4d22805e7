import type { Language } from '../../text/language.ts';
import type { PlainWord } from '../../text/read-numbers.ts';
import { traitsOf } from '../../text/word-traits.ts';

/** The words and terms of one report, each numbered in the order in which they first occur. */
export interface ReportVocabulary {
  /** Folded. */
  readonly words: readonly string[];
  /** By term: the stem, and the first spelling of it, folded. Function words have no term. */
  readonly terms: readonly string[];
  readonly spellings: readonly string[];
  /** By term: how often it is written with a capital letter, and without, where it does not open a sentence. */
  readonly capitals: Int32Array;
  readonly smalls: Int32Array;
}

export interface VocabularyWord {
  readonly number: number;
  /** -1 for a function word. */
  readonly term: number;
  /** `TRAIT` bits that follow from the word alone. */
  readonly traits: number;
}

export interface VocabularyBuilder {
  /** `opens`: the word is the first of its sentence, where a capital letter says nothing. */
  add(word: PlainWord, opens: boolean): VocabularyWord;
  finish(): ReportVocabulary;
}

const CAPITAL = /^\p{Lu}/u;
const LETTER = /^\p{L}/u;

export function createVocabulary(language: Language): VocabularyBuilder {
  const words = new Map<string, VocabularyWord>();
  const terms = new Map<string, number>();
  const spellings: string[] = [];
  const capitals: number[] = [];
  const smalls: number[] = [];

  function addTerm(stem: string, spelling: string): number {
    const term = terms.get(stem) ?? spellings.push(spelling) - 1;
    terms.set(stem, term);
    return term;
  }
  function addWord(word: PlainWord): VocabularyWord {
    const traits = traitsOf(word, language);
    const term = language.functionWords.has(word.folded)
      ? -1
      : addTerm(language.stem(word.folded), word.folded);
    const added = { number: words.size, term, traits };
    words.set(word.folded, added);
    return added;
  }

  return {
    add(word, opens) {
      const added = words.get(word.folded) ?? addWord(word);
      if (added.term >= 0 && !opens && LETTER.test(word.written)) {
        const counts = CAPITAL.test(word.written) ? capitals : smalls;
        counts[added.term] = (counts[added.term] ?? 0) + 1;
      }
      return added;
    },
    finish: () => ({
      words: [...words.keys()],
      terms: [...terms.keys()],
      spellings,
      capitals: Int32Array.from(spellings, (_, term) => capitals[term] ?? 0),
      smalls: Int32Array.from(spellings, (_, term) => smalls[term] ?? 0),
    }),
  };
}
