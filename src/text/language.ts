import snowball from 'snowball-stemmers';
import { foldWord } from './fold-word.ts';
import { functionWordsOf } from './function-words.ts';
import { toRegular } from './irregular-forms.ts';
import { cacheByLanguage } from './language-tag.ts';
import { type PlainWord, readNumbers } from './read-numbers.ts';
import { splitWords, type WrittenWord } from './split-words.ts';

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

const STEMMERS: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};

/** "US" and "U.S." are no "us": a shout of two to five capitals, or letters with dots. */
const ACRONYM = /^(?:\p{Lu}{2,5}|(?:\p{L}\.){2,})$/u;

/** Nothing that long has inflections; a stemmer takes its time over it. */
const LONGEST_STEMMED = 40;
/** More words than the reports of one library use; what people ask cannot fill the memory. */
const MOST_STEMS = 200_000;

/**
 * Stems are remembered, since a report uses few words often; so create one language per index and let both go together.
 *
 * @throws RangeError when `tag` is not a language tag (BCP 47)
 */
export function createLanguage(tag: string): Language {
  const code = new Intl.Locale(tag).language;
  const functionWords = functionWordsOf(code);
  const stemmer = STEMMERS[code];
  const snowballStem = stemmer === undefined ? undefined : snowball.newStemmer(stemmer);
  const stems = new Map<string, string>();
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
    stem(folded) {
      if (folded.length > LONGEST_STEMMED) return folded;
      const known = stems.get(folded);
      if (known !== undefined) return known;
      const stem =
        snowballStem === undefined || /\p{N}/u.test(folded)
          ? folded
          : snowballStem.stem(code === 'en' ? toRegular(folded) : folded);
      if (stems.size < MOST_STEMS) stems.set(folded, stem);
      return stem;
    },
  };
}

/** Gives each language tag (BCP 47) its reading, created once, so that the stems it remembers are found once too. */
export type LanguageOf = (tag: string) => Language;

export const createLanguages = (): LanguageOf => cacheByLanguage(createLanguage);
