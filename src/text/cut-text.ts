import { findWordStart, isGraphemeBorder } from './segmentation.ts';
import type { Span } from './span.ts';

/**
 * Where to cut a text that must end inside `span`, as far on as it goes: between words, unless that leaves more than
 * half of the span unused; else between what people see as characters. After the start of the span, which is not empty.
 */
export const findCut = (text: string, span: Span, language: string): number =>
  findSpaceBefore(text, span) ?? findWordStart(text, span, language) ?? findCharacterEnd(text, span);

/** The last end of a word before white space. */
function findSpaceBefore(text: string, { start, end }: Span): number | undefined {
  for (let at = end; at > (start + end) / 2; at--) {
    const isWordEnd = isSpace(text, at) && !isSpace(text, at - 1);
    if (isWordEnd && isGraphemeBorder(text, skipSpace(text, at, text.length))) return at;
  }
  return undefined;
}

/** In UTF-16 code units. What is longer without a border cannot be shown as one character. */
const LONGEST_CHARACTER = 256;

/** Cuts a character only when it is too long to be shown whole, and even then no surrogate pair. */
function findCharacterEnd(text: string, { start, end }: Span): number {
  for (let at = end; at > Math.max(start, end - LONGEST_CHARACTER); at--) {
    if (isGraphemeBorder(text, at) && !isSpace(text, at - 1)) return at;
  }
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(end - 1, end + 1)) ? end - 1 : end;
}

/** The first offset from `from` on, at most `end`, that is no white space. */
export function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text, at)) at += 1;
  return at;
}

const isSpace = (text: string, at: number): boolean => text.charAt(at).trim() === '';
