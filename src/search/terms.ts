import snowball from 'snowball-stemmers';

const english = snowball.newStemmer('english');

/** Every word of `text` as written: runs of letters, marks and digits, with inner apostrophes. */
export const wordsOf = (text: string): string[] =>
  text.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? [];

/** The form under which the index keeps a word: lower case, accents folded, Porter2 stem. */
export const termOf = (word: string): string =>
  english.stem(
    word
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/['’]s?$/u, ''),
  );
