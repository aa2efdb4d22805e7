/** Letters that Unicode does not decompose into a base letter and a mark. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Accents of Latin, Greek and Cyrillic letters; Arabic vowel signs and the stretching sign. Indic vowels stay. */
const MARKS = /[\u0300-\u036F\u064B-\u0655\u0640]/gu;

/** Articles and pronouns that French, Italian and Catalan shorten before a vowel. */
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|all|nell|sull|dall)['’](?=\p{L}{2})/u;

/**
 * One spelling for the ways to write a word: lower case, accents folded, no possessive, no apostrophes. Folding comes
 * before stemming, so that a question typed without accents meets a report written with them.
 */
export const foldWord = (word: string): string =>
  word
    .normalize('NFKD')
    .replaceAll(MARKS, '')
    .toLowerCase()
    .replaceAll(/[ßæœøłđðþı]/gu, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replace(ELISION, '')
    .replace(/['’]s?$/u, '')
    .replaceAll(/['’]/gu, '');
