/**
 * Clients stop rendering after about 100 elements of a message, and line breaks and emoji are elements. The rest is
 * left to what surrounds the quotation.
 */
const MOST_ELEMENTS = 80;
/** Discord drops combining marks of a message beyond about 150 (discord-api-docs, issue 1241). */
const MOST_MARKS = 100;

const ELEMENTS = /\n|\p{Extended_Pictographic}|\p{Regional_Indicator}/gu;
/** The marks that go with any letter. Those of one script (Devanagari, Thai, Arabic) are part of its spelling. */
const MARKS = /[\u0300-\u036F]|[\u1AB0-\u1AFF]|[\u1DC0-\u1DFF]|[\u20D0-\u20FF]|[\uFE20-\uFE2F]/g;

/**
 * Discord strips overrides on purpose (discord-api-docs, issue 1193), and does not say which others. Not among them are what
 * its own documentation tells people to insert (U+200B), and what Persian and emoji cannot be written without.
 */
export const INVISIBLE =
  /(?![\u200B-\u200D]|[\uFE00-\uFE0F])[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

/** In this order; the first that matches is the reason. No pattern looks further than one character. */
const RULES: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /^\s|\s$/u, why: 'white space at an edge, which Discord trims' },
  { pattern: /[^\S\n]\n/u, why: 'white space at the end of a line, which Discord drops' },
  { pattern: /\t/u, why: 'a tab, which Discord shows as four spaces' },
  { pattern: /[^\P{Cc}\n]/u, why: 'a control character, which Discord strips' },
  { pattern: /\p{Cs}/u, why: 'half of a surrogate pair, which is no character' },
  { pattern: /[\p{Zl}\p{Zp}]/u, why: 'a line separator, which may or may not break the line' },
  { pattern: new RegExp(INVISIBLE, 'u'), why: 'an invisible character, which Discord may strip' },
  { pattern: /\p{Cn}/u, why: 'a character that is not assigned' },
  { pattern: /^\p{M}/u, why: 'a mark without its letter' },
];

/**
 * Why Discord would not show `text` as it is, even though no markdown is in it; undefined when it would. Refuses what
 * we are not sure of.
 */
export function findUnrenderable(text: string): string | undefined {
  if (text === '') return 'no text';
  for (const { pattern, why } of RULES) {
    const found = pattern.exec(text);
    if (found !== null) return `${why} (${codePoint(found[0])})`;
  }
  return findExcess(text);
}

/** Why Discord would not render all of `text`, were it shown in one message; undefined when it would. */
export function findExcess(text: string): string | undefined {
  if (count(text, MARKS) > MOST_MARKS) return `more than ${MOST_MARKS} combining marks, which Discord drops`;
  return count(text, ELEMENTS) > MOST_ELEMENTS
    ? `more than ${MOST_ELEMENTS} lines and emoji, after which Discord stops rendering`
    : undefined;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}

const codePoint = (text: string): string =>
  `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
