import { foldWord } from './fold-word.ts';
import { functionWordsOf } from './function-words.ts';
import { cacheByLanguage } from './language-tag.ts';
import { type PlainWord, readNumbers } from './read-numbers.ts';
import { splitWords, type WrittenWord } from './split-words.ts';
import { createStemmer } from './stemmer.ts';

/** How the texts of one language are read. */
export interface Language {
  /** Primary subtag, such as `en`. */
  readonly code: string;
  readonly functionWords: ReadonlySet<string>;
  /** The words of a text, numbers in one form. */
  read(text: string): readonly PlainWord[];
  /** The form that inflections of a folded word share; the word itself where no stemmer is published. */
  stem(folded: string): string;
}

/** "US" and "U.S." are no "us": a shout of two to five capitals, or letters with dots. */
const ACRONYM = /^(?:\p{Lu}{2,5}|(?:\p{L}\.){2,})$/u;

/**
 * Stems are remembered, since a report uses few words often; so create one language per index and let both go together.
 *
 * @throws RangeError when `tag` is not a language tag (BCP 47)
 */
export function createLanguage(tag: string): Language {
  const code = new Intl.Locale(tag).language;
  const functionWords = functionWordsOf(code);
  const fold = ({ written, start, end }: WrittenWord): PlainWord => {
    const plain = foldWord(written).replaceAll(/(?<=\p{L})\.(?=\p{L}|$)/gu, '');
    const folded = ACRONYM.test(written) && functionWords.has(plain) ? `${plain}.` : plain;
    return { folded, written, start, end };
  };
  return {
    code,
    functionWords,
    read(text) {
      const words = splitWords(text, tag)
        .map(fold)
        .filter(({ folded }) => folded !== '');
      return code === 'en' ? readNumbers(words) : words;
    },
    stem: createStemmer(code),
  };
}

/** Gives each language tag (BCP 47) its reading, created once, so that the stems it remembers are found once too. */
export type LanguageOf = (tag: string) => Language;

export const createLanguages = (): LanguageOf => cacheByLanguage(createLanguage);
