import type { Span } from '../../text/span.ts';
import { INVISIBLE } from './unrenderable.ts';

/**
 * Characters that open or close a construct at any place: emphasis, code, spoilers, links, mentions; and a colon that
 * could make a link of an address, or an emoji of a `:name:`. Discord's names hold letters of any alphabet (`:piñata:`)
 * and have no limit of length that we know of, so no closing colon is looked for.
 */
const ANYWHERE = /[\\*_~|`<[@]|:(?=\S)/g;
/**
 * What makes a heading, a quote, a list or subtext at the start of a line; the last character is the one to escape.
 * The white space leaves out all that `^` takes for a line's end: else a run of those would be read from each one.
 */
const LINE_START = /^[^\S\n\r\u2028\u2029]*(?:[#>+-]|\d+[.)])/gm;

/** Offsets of all characters of `text` that need a backslash, so that Discord shows them as they are. */
function escapeOffsets(text: string): Set<number> {
  const offsets = new Set<number>();
  for (const { index } of text.matchAll(ANYWHERE)) offsets.add(index);
  for (const match of text.matchAll(LINE_START)) offsets.add(match.index + match[0].length - 1);
  return offsets;
}

/**
 * Markdown that Discord shows as exactly `text`, with the ranges of `bold` set in bold and those of `underlined`
 * underlined, each of these inside one of bold and smaller, or outside all. The edges must not be white space, and two
 * ranges of a kind may neither overlap nor touch: Discord reads four stars in a row differently.
 */
export function escapeMarkdown(
  text: string,
  bold: readonly Span[] = [],
  underlined: readonly Span[] = [],
): string {
  const offsets = escapeOffsets(text);
  const marks = new Map<number, string>();
  const add = (offset: number, mark: string): unknown => marks.set(offset, (marks.get(offset) ?? '') + mark);
  // In this order what is underlined ends before the bold around it, and begins after it.
  for (const { end } of underlined) add(end, '__');
  for (const { start, end } of bold) {
    add(start, '**');
    add(end, '**');
  }
  for (const { start } of underlined) add(start, '__');
  let markdown = '';
  for (let offset = 0; offset < text.length; offset++) {
    markdown += marks.get(offset) ?? '';
    if (offsets.has(offset)) markdown += '\\';
    markdown += text[offset];
  }
  return markdown + (marks.get(text.length) ?? '');
}

/** Markdown of `text` as a quotation, marked as in {@link escapeMarkdown}. Every line is quoted on its own. */
export const quoteMarkdown = (...marked: Parameters<typeof escapeMarkdown>): string =>
  escapeMarkdown(...marked)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

const MARK = ' […]';

/**
 * `text` as it can be shown on one line: what is invisible, or turns the words after it round, is left out, as is a
 * control character; half of a surrogate pair is U+FFFD.
 */
const cleanLine = (text: string): string =>
  text
    .replaceAll(INVISIBLE, '')
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();

/**
 * `text` on one line, cleaned, of at most `limit` characters: longer text ends at a word border, with a visible " […]".
 * For what people typed and for labels; a passage is never shortened this way.
 */
export function truncate(text: string, limit: number): string {
  const line = cleanLine(text);
  if (line.length <= limit) return line;
  const budget = limit - MARK.length;
  const border = line.lastIndexOf(' ', budget);
  // Without a border in the second half one long word is cut, but never inside a surrogate pair.
  return line.slice(0, border > budget / 2 ? border : budget).replace(/[\uD800-\uDBFF]$/, '') + MARK;
}
