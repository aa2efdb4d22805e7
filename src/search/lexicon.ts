import { setImmediate } from 'node:timers/promises';
import { createLanguage, type Language } from './language.ts';
import type { PlainWord } from './read-numbers.ts';
import { TRAIT, traitsOf } from './word-traits.ts';

/** Numbers for the words and terms of all reports, so that texts become arrays of small integers. */
export interface Lexicon {
  languageOf(tag: string): Language;
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

export interface LexiconBuilder {
  readonly languageOf: (tag: string) => Language;
  /** The word's number. `opens`: it stands first in its sentence, where a capital letter says nothing. */
  add(language: Language, word: PlainWord, opens: boolean): number;
  /** Gives the event loop a turn between its steps. */
  finish(): Promise<Lexicon>;
}

/** Terms sorted in before the event loop gets a turn. */
const CHUNK = 5000;

const CAPITAL = /^\p{Lu}/u;
const LETTER = /^\p{L}/u;

export function createLexiconBuilder(): LexiconBuilder {
  const languages = new Map<string, Language>();
  const words = new Map<string, number>();
  const terms = new Map<string, number>();
  const termTexts: string[] = [];
  const spellings: string[] = [];
  const wordTerms: number[] = [];
  const wordTraits: number[] = [];
  const capitals: number[] = [];
  const smalls: number[] = [];

  const languageOf = (tag: string): Language => {
    let language = languages.get(tag);
    if (language === undefined) {
      language = createLanguage(tag);
      languages.set(tag, language);
    }
    return language;
  };
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
    languageOf,
    add(language, word, opens) {
      const key = wordKey(language, word.folded);
      let number = words.get(key);
      if (number === undefined) {
        const traits = traitsOf(word, language);
        number =
          wordTerms.push(traits & TRAIT.function ? -1 : addTerm(language.stem(word.folded), word.folded)) - 1;
        wordTraits.push(traits);
        words.set(key, number);
      }
      const term = wordTerms[number] ?? -1;
      if (term >= 0 && !opens && LETTER.test(word.written)) {
        const counts = CAPITAL.test(word.written) ? capitals : smalls;
        counts[term] = (counts[term] ?? 0) + 1;
      }
      return number;
    },
    async finish() {
      const names = Uint8Array.from(capitals, (capital, term) => (capital > 2 * (smalls[term] ?? 0) ? 1 : 0));
      const termOfWord = Int32Array.from(wordTerms);
      const traits = Uint8Array.from(wordTraits, (bits, word) =>
        names[termOfWord[word] ?? -1] === 1 ? bits | TRAIT.name : bits,
      );
      const beginnings = await groupByBeginning(termTexts);
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

async function groupByBeginning(terms: readonly string[]): Promise<ReadonlyMap<string, number[]>> {
  const groups = new Map<string, number[]>();
  const add = (beginning: string, term: number): void => {
    const group = groups.get(beginning);
    if (group === undefined) groups.set(beginning, [term]);
    else group.push(term);
  };
  for (const [term, text] of terms.entries()) {
    add(text.slice(0, 1), term);
    if (text.length >= 4) add(text.slice(0, 4), term);
    if (term % CHUNK === 0) await setImmediate();
  }
  return groups;
}
