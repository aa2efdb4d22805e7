import { countWords, endsSentence } from '../boilerplate/classify-line.ts';
import type { SourceLine } from './join-lines.ts';
import { median, quantile } from './printed-lines.ts';
import type { OrderedLine } from './reading-order.ts';

/** Letters this much larger than most are a heading. */
const HEADING_SCALE = 1.15;
/** More words than in any heading. */
const HEADING_WORDS = 30;
/** A gap this much wider than the usual one parts paragraphs. */
const GAP_SCALE = 1.3;
/** An indentation that begins a paragraph. In heights of a letter. */
const INDENTATION = { least: 0.5, most: 4 };
/** A line that goes on fills so much of its column, where the next begins with a small letter and else. */
const LEAST_FILLED = { small: 0.6, any: 0.85 };

/** The lines of all pages, each in the order of reading, with blank ones where a paragraph ends by its look. */
export function pdfLines(pages: readonly (readonly OrderedLine[])[]): readonly SourceLine[] {
  const all = pages.flatMap((lines, page) => lines.map((line) => ({ line, page })));
  const levelOf = createLevels(all.map(({ line }) => line));
  const spacing = usualSpacing(pages);
  const result: SourceLine[] = [];
  for (const [at, { line, page }] of all.entries()) {
    const next = all[at + 1];
    const { place, text } = line;
    const level = levelOf(line);
    // The next page or column begins above.
    const turns = next === undefined || next.page !== page || next.line.base > line.base;
    const gap =
      !turns &&
      (spacingOf(line, next.line) > spacing * GAP_SCALE ||
        beginsParagraph(line, next.line, all[at + 2]?.line));
    const goesOn = next !== undefined && (turns ? goesOnOver(line, next.line) : isFull(line, next.line));
    if (level !== undefined) pushHeading(result, { place, text, level }, all[at - 1]?.line, line);
    else result.push({ place, text, full: goesOn && !gap });
    if (gap || (!goesOn && (turns || endsSentence(text)))) result.push({ place, text: '' });
  }
  return result;
}

/** Tells the level of a heading, by its letters. */
function createLevels(lines: readonly OrderedLine[]): (line: OrderedLine) => number | undefined {
  const size = median(lines.map((line) => line.size));
  const largest = lines.reduce((most, line) => Math.max(most, line.size), 0);
  return (line) => {
    if (line.size < size * HEADING_SCALE || countWords(line.text) > HEADING_WORDS) return undefined;
    return line.size >= largest * 0.98 ? 1 : 2;
  };
}

/** A heading of two lines is one heading. */
function pushHeading(
  result: SourceLine[],
  heading: SourceLine,
  above: OrderedLine | undefined,
  line: OrderedLine,
): void {
  const last = result.at(-1);
  const wraps = above?.size === line.size && Math.abs(above.base - line.base) < line.size * 1.6;
  if (wraps && last !== undefined && last.level === heading.level)
    result[result.length - 1] = { ...last, text: `${last.text} ${heading.text}` };
  else result.push(heading);
}

/** From a line to the next, in heights of a letter. */
const spacingOf = (above: OrderedLine, line: OrderedLine): number =>
  (above.base - line.base) / Math.max(above.size, 1);

/** Within paragraphs: below most paragraphs is more. */
const usualSpacing = (pages: readonly (readonly OrderedLine[])[]): number =>
  quantile(
    pages
      .flatMap((lines) => lines.slice(1).map((line, at) => spacingOf(lines[at] ?? line, line)))
      .filter((spacing) => spacing > 0.5),
    0.25,
  );

/** Whether `below` is indented as the first line of a paragraph is, and not as all of a quotation or an entry is. */
function beginsParagraph(line: OrderedLine, below: OrderedLine, after: OrderedLine | undefined): boolean {
  const [least, most] = [INDENTATION.least * below.size, INDENTATION.most * below.size];
  const indented = (from: OrderedLine): boolean =>
    below.left - from.left >= least && below.left - from.left <= most;
  return (
    endsSentence(line.text) &&
    indented(line) &&
    (after === undefined || after.base > below.base || indented(after))
  );
}

/** Whether the last line of a page or column goes on at the top of the next. */
const goesOnOver = (line: OrderedLine, next: OrderedLine): boolean =>
  !endsSentence(line.text) && (/^[\p{Ll}\p{N}]/u.test(next.text) || isFull(line, next));

/** The blank before a word, and as much again because letters differ. In letters. */
const SLACK = 2;

/** Whether `line` ended only because the first word of `next` had no room there, as far as letters tell. */
function isFull(line: OrderedLine, next: OrderedLine): boolean {
  if (line.tabular || next.tabular) return false;
  const filled = (line.right - line.left) / Math.max(line.edge - line.left, 1);
  const least = /^\p{Ll}/u.test(next.text) ? LEAST_FILLED.small : LEAST_FILLED.any;
  if (filled >= least && !endsSentence(line.text)) return true;
  const [firstWord = ''] = next.text.split(' ', 1);
  const letter = (next.right - next.left) / next.text.length;
  return line.right + letter * (firstWord.length + SLACK) > line.edge;
}
