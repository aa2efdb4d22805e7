/**
 * What nobody sees and Discord may strip: controls, soft hyphens, zero-width spaces, direction marks. Joiners
 * (U+200C, U+200D) and variation selectors are kept, because Persian and emoji cannot be written without them.
 */
const INVISIBLE =
  /(?![\u200C\u200D]|[\uFE00-\uFE0F]|[\t-\r\u0085])[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

/** Every run of white space becomes one space; invisible characters go; the edges are trimmed. */
export const normaliseSpace = (text: string): string =>
  text
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[\s\u0085]+/gu, ' ')
    .trim();

/** Whether people see anything of `text`: not of white space, nor of zero-width and control characters. */
export const hasVisible = (text: string): boolean =>
  /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text);
