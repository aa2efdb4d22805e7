import type { Steps } from '../../text/steps.ts';
import type { Language } from '../../text/language.ts';
import type { LanguageOf } from '../../text/languages.ts';
import type { ReportVocabulary } from './report-vocabulary.ts';
import { TRAIT } from '../../text/word-traits.ts';

/** Numbers for the words and terms of all reports, so that texts become arrays of small integers. */
export interface Lexicon {
  readonly languageOf: LanguageOf;
  /** Undefined for a word that no report holds. */
  findWord(language: Language, folded: string): number | undefined;
  /** Undefined for a term that no report holds. Function words have no term. */
  findTerm(term: string): number | undefined;
  termText(term: number): string;
  /** A spelling of the term as the reports have it, folded. */
  termSpelling(term: number): string;
  readonly termCount: number;
  /** Terms whose text begins with `letters` (four of them, or one). */
  termsBeginning(letters: string): readonly number[];
  /** By word: its term, or -1 for a function word. */
  readonly wordTerms: Int32Array;
  /** By word: `TRAIT` bits. */
  readonly wordTraits: Uint8Array;
  isName(term: number): boolean;
}

/** Makes one lexicon of the reports' vocabularies; the numbers follow the order in which they are added. */
export interface LexiconBuilder {
  /** By word of the vocabulary: its number in the lexicon. */
  add(vocabulary: ReportVocabulary, language: Language): Int32Array;
  finish(): Steps<Lexicon>;
}

export function createLexiconBuilder(languageOf: LanguageOf): LexiconBuilder {
  const words = new Map<string, number>();
  const terms = new Map<string, number>();
  const termTexts: string[] = [];
  const spellings: string[] = [];
  const wordTerms: number[] = [];
  const wordTraits: number[] = [];
  const capitals: number[] = [];
  const smalls: number[] = [];

  const addTerm = (text: string, spelling: string): number => {
    const known = terms.get(text);
    if (known !== undefined) return known;
    terms.set(text, termTexts.length);
    spellings.push(spelling);
    capitals.push(0);
    smalls.push(0);
    return termTexts.push(text) - 1;
  };

  return {
    add(vocabulary, language) {
      const numbers = new Int32Array(vocabulary.words.length);
      const termNumbers = new Int32Array(vocabulary.terms.length);
      for (const [at, folded] of vocabulary.words.entries()) {
        const key = wordKey(language, folded);
        const ownTerm = vocabulary.wordTerms[at] ?? -1;
        let number = words.get(key);
        if (number === undefined) {
          const term = ownTerm < 0 ? -1 : addTerm(vocabulary.terms[ownTerm] ?? '', folded);
          number = wordTerms.push(term) - 1;
          wordTraits.push(vocabulary.wordTraits[at] ?? 0);
          words.set(key, number);
        }
        numbers[at] = number;
        if (ownTerm >= 0) termNumbers[ownTerm] = wordTerms[number] ?? -1;
      }
      for (const [at, term] of termNumbers.entries()) {
        capitals[term] = (capitals[term] ?? 0) + (vocabulary.capitals[at] ?? 0);
        smalls[term] = (smalls[term] ?? 0) + (vocabulary.smalls[at] ?? 0);
      }
      return numbers;
    },
    *finish() {
      const names = Uint8Array.from(capitals, (capital, term) => (capital > 2 * (smalls[term] ?? 0) ? 1 : 0));
      yield;
      const termOfWord = Int32Array.from(wordTerms);
      const traits = Uint8Array.from(wordTraits, (bits, word) =>
        names[termOfWord[word] ?? -1] === 1 ? bits | TRAIT.name : bits,
      );
      yield;
      const beginnings = yield* groupByBeginning(termTexts);
      return {
        languageOf,
        findWord: (language, folded) => words.get(wordKey(language, folded)),
        findTerm: (term) => terms.get(term),
        termText: (term) => termTexts[term] ?? '',
        termSpelling: (term) => spellings[term] ?? '',
        termCount: termTexts.length,
        termsBeginning: (letters) => beginnings.get(letters) ?? [],
        wordTerms: termOfWord,
        wordTraits: traits,
        isName: (term) => names[term] === 1,
      };
    },
  };
}

/** The same letters can be a function word in one language and a name in another. */
const wordKey = (language: Language, folded: string): string =>
  language.code === 'en' ? folded : `${language.code} ${folded}`;

function* groupByBeginning(terms: readonly string[]): Steps<ReadonlyMap<string, number[]>> {
  const groups = new Map<string, number[]>();
  const add = (beginning: string, term: number): void => {
    const group = groups.get(beginning);
    if (group === undefined) groups.set(beginning, [term]);
    else group.push(term);
  };
  for (const [term, text] of terms.entries()) {
    add(text.slice(0, 1), term);
    if (text.length >= 4) add(text.slice(0, 4), term);
    yield;
  }
  return groups;
}
