import { isDateLine } from './find-date.ts';

const WORDS = /[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu;
const ENDS_SENTENCE = /[.!?…。！？]["'”’»›)\]]*$/u;

export const countWords = (text: string): number => text.match(WORDS)?.length ?? 0;

export const endsSentence = (text: string): boolean => ENDS_SENTENCE.test(text);

/** Fewer words may be a caption, a byline or a notice. */
const PROSE_WORDS = 12;

/** Whether `text` is surely a paragraph of an article and not a line around it. */
export const isProse = (text: string): boolean => countWords(text) >= PROSE_WORDS && endsSentence(text);

/** Whether `text` may be a headline: one line of some words that is not a sentence. */
export function mayBeHeadline(text: string): boolean {
  const words = countWords(text);
  return (
    words >= 2 &&
    words <= 25 &&
    text.length <= 200 &&
    /^["“„«‘']?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(text) &&
    !/[.:;,…]["’”»)]*$/u.test(text)
  );
}

/** Whether a line of an article is its title, whatever its case. */
export const isTitle = (text: string, title: string): boolean => text.toLowerCase() === title.toLowerCase();

const BY = /^(?:by|von|par|por)\s+(?<names>\S.*)$/iu;
const WORD_OF_NAME = String.raw`(?:\p{Lu}[\p{L}\p{M}’'.-]*|de|da|do|dos|del|della|di|la|le|van|von|der|den|bin|ibn|al-\p{L}+)`;
/** "Ana Reis", "Ludwig van Beethoven", "J. R. O’Neill", "Abd al-Rahman". */
const NAME = new RegExp(`^${WORD_OF_NAME}(?: ${WORD_OF_NAME}){0,4}$`, 'u');
const BETWEEN_NAMES = /,? (?:and|und|et|y|e) |, | & /u;
const PARTS = /[|·•]|,? (?=\d)|[,;]? (?=(?:Published|Updated|Posted) )/u;
/** In characters. */
const LONGEST_BYLINE = 150;

/** The names in a line that gives only the authors of an article and perhaps a date: "By Ana Reis and Jan Kok | 3 June 2016". */
export function findByline(text: string): string | undefined {
  if (text.length > LONGEST_BYLINE) return undefined;
  const [first = '', ...rest] = text.split(PARTS);
  const names = BY.exec(first.trim())?.groups?.['names'];
  if (names === undefined || !names.split(BETWEEN_NAMES).every((name) => NAME.test(name))) return undefined;
  const others = text.slice(first.length).replace(/^[\s|·•,;]+/u, '');
  return rest.length === 0 || isDateLine(others) ? names : undefined;
}
