import type { StructuredTextItem } from 'unpdf';
import { normaliseSpace } from '../../text/white-space.ts';
import { countWords, endsSentence } from '../boilerplate/classify-line.ts';
import type { SourceLine } from './join-lines.ts';

/** A line of print. Lengths are in points, from the page's lower left corner. */
export interface PdfLine {
  readonly place: string;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** Height of the letters. */
  readonly size: number;
}

/** The lines of a page's runs of letters, which come in the order of reading. */
export function printedLines(items: readonly StructuredTextItem[], page: number): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let run: { text: string; left: number; right: number; base: number; size: number } | undefined;
  const close = (): void => {
    const text = normaliseSpace(run?.text ?? '');
    if (run !== undefined && text !== '')
      lines.push({ ...run, text, place: `page ${page}, line ${lines.length + 1}` });
    run = undefined;
  };
  for (const { str, x, y, width, height, hasEOL } of items) {
    if (str !== '') {
      if (run !== undefined && Math.abs(run.base - y) > run.size / 2) close();
      run = {
        text: (run?.text ?? '') + str,
        left: Math.min(run?.left ?? x, x),
        right: Math.max(run?.right ?? 0, x + width),
        base: run?.base ?? y,
        size: Math.max(run?.size ?? 0, height),
      };
    }
    if (hasEOL) close();
  }
  close();
  return lines;
}

/** Letters this much larger than most are a heading. */
const HEADING_SCALE = 1.15;
/** More words than in any heading. */
const HEADING_WORDS = 30;
/** A gap this much wider than the usual one parts paragraphs. */
const GAP_SCALE = 1.3;
/** Lines that begin this close to each other are of one column. In points. */
const COLUMN = 30;

/** The lines of all pages, with blank ones where a paragraph ends by its look. */
export function pdfLines(pages: readonly (readonly PdfLine[])[]): readonly SourceLine[] {
  const all = pages.flat();
  const size = median(all.map((line) => line.size));
  const spacing = median(
    pages.flatMap((lines) => lines.slice(1).map((line, at) => gapAbove(lines[at], line))),
  );
  const largest = all.reduce((most, line) => Math.max(most, line.size), 0);
  const levelOf = (line: PdfLine): number | undefined => {
    if (line.size < size * HEADING_SCALE || countWords(line.text) > HEADING_WORDS) return undefined;
    return line.size >= largest * 0.98 ? 1 : 2;
  };
  const result: SourceLine[] = [];
  for (const [number, lines] of pages.entries()) {
    for (const [at, line] of lines.entries()) {
      const below = lines[at + 1];
      const next = below ?? pages[number + 1]?.[0];
      const level = levelOf(line);
      const goesOn =
        below === undefined
          ? next !== undefined && !endsSentence(line.text) && /^[\p{Ll}\p{N}]/u.test(next.text)
          : isFull(line, below, lines);
      const gap = below !== undefined && gapAbove(line, below) > spacing * GAP_SCALE;
      const { place, text } = line;
      if (level !== undefined) pushHeading(result, { place, text, level }, lines[at - 1], line);
      else result.push({ place, text, full: goesOn && !gap });
      if (gap || (!goesOn && (below === undefined || endsSentence(text)))) result.push({ place, text: '' });
    }
  }
  return result;
}

/** A heading of two lines is one heading. */
function pushHeading(
  result: SourceLine[],
  heading: SourceLine,
  above: PdfLine | undefined,
  line: PdfLine,
): void {
  const last = result.at(-1);
  const wraps = above?.size === line.size && gapAbove(above, line) < line.size * 1.6;
  if (wraps && last !== undefined && last.level === heading.level)
    result[result.length - 1] = { ...last, text: `${last.text} ${heading.text}` };
  else result.push(heading);
}

/** Whether the first word of `next` had no room at the end of `line`. */
function isFull(line: PdfLine, next: PdfLine, lines: readonly PdfLine[]): boolean {
  const edge = lines.reduce(
    (most, { left, right }) => (Math.abs(left - line.left) < COLUMN ? Math.max(most, right) : most),
    0,
  );
  const [firstWord = ''] = next.text.split(' ', 1);
  const letter = (next.right - next.left) / next.text.length;
  return line.right + letter * (firstWord.length + 1) > edge;
}

const gapAbove = (above: PdfLine | undefined, line: PdfLine): number =>
  above === undefined ? 0 : Math.abs(above.base - line.base);

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
