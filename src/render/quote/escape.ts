import type { Span } from '../../text/span.ts';

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
 * Markdown that Discord shows as exactly `text`, with the ranges of `bold` set in bold. Their edges must not be white
 * space, and they may neither overlap nor touch: Discord reads four stars in a row differently.
 */
export function escapeMarkdown(text: string, bold: readonly Span[] = []): string {
  const offsets = escapeOffsets(text);
  const starts = new Set(bold.map(({ start }) => start));
  const ends = new Set(bold.map(({ end }) => end));
  let markdown = '';
  for (let offset = 0; offset < text.length; offset++) {
    if (starts.has(offset)) markdown += '**';
    if (offsets.has(offset)) markdown += '\\';
    markdown += text[offset];
    if (ends.has(offset + 1)) markdown += '**';
  }
  return markdown;
}

/** Markdown of `text` as a quotation, with `bold` as in {@link escapeMarkdown}. Every line is quoted on its own. */
export const quoteMarkdown = (text: string, bold: readonly Span[] = []): string =>
  escapeMarkdown(text, bold)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

const MARK = ' […]';

/**
 * `text` on one line, of at most `limit` characters: longer text ends at a word border, with a visible " […]".
 * For what people typed and for labels; a passage is never shortened this way.
 */
export function truncate(text: string, limit: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const budget = limit - MARK.length;
  const border = line.lastIndexOf(' ', budget);
  // Without a border in the second half one long word is cut, but never inside a surrogate pair.
  return line.slice(0, border > budget / 2 ? border : budget).replace(/[\uD800-\uDBFF]$/, '') + MARK;
}
