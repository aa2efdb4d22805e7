import type { Removal } from '../raw-article.ts';
import { median, type PrintedLine, quantile } from './printed-lines.ts';

/** A gap this much wider than the usual one stands between a running head and the text. */
const GAP_SCALE = 1.3;
/** No usual gap between lines is wider. In heights of a letter. */
const MOST_SPACING = 2.2;
/** A line at the edge of so many pages is a running head. */
const REPEATED = 2;
const PAGE_NUMBER =
  /^(?:(?:page|seite|página|p\.|s\.) ?)?[-–—]? ?(?:\d{1,4}|[ivxl]{1,7}) ?[-–—]?(?: ?(?:of|von|de|sur|\/) ?\d{1,4})?$/iu;
/** What browsers print at a page's edge: where the page came from, and when it was printed. */
const PAGE_ADDRESS = /^(?:https?|file):\/\/\S+$/iu;
const PRINT_TIME = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?$/iu;
/** A browser prints its lines smaller than the text, by this factor at the least. */
const SMALLER = 0.9;

/**
 * The pages without page numbers, running heads and feet, what a browser printed around the page, and what stands
 * across it; all of which is added to `removed`.
 */
export function removePageFurniture(
  pages: readonly (readonly PrintedLine[])[],
  removed: Removal[],
): readonly (readonly PrintedLine[])[] {
  const size = median(
    pages
      .flat()
      .filter((line) => !isOutermost(line))
      .map((line) => line.size),
  );
  const spacing = Math.min(quantile(pages.flatMap(gapsOf), 0.25), MOST_SPACING * size);
  const edges = pages.map((lines) => edgeRows(lines, spacing * GAP_SCALE));
  const counts = new Map<string, number>();
  for (const [at, lines] of pages.entries()) {
    const keys = lines.filter(({ row }) => edges[at]?.has(row)).map(keyOf);
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return pages.map((lines, at) => {
    const stamped = browserRows(lines, size);
    const findReason = (line: PrintedLine): string | undefined => {
      if (line.aslant) return 'text across the page';
      if (stamped.has(line.row)) return 'a line that a browser printed';
      if (edges[at]?.has(line.row) !== true) return undefined;
      if (PAGE_NUMBER.test(line.text)) return 'a page number';
      return (counts.get(keyOf(line)) ?? 0) >= REPEATED ? 'a running head' : undefined;
    };
    return lines.filter((line) => {
      const why = findReason(line);
      if (why !== undefined) removed.push({ place: line.place, text: line.text, why });
      return why === undefined;
    });
  });
}

/** Below each row but the last. */
function gapsOf(lines: readonly PrintedLine[]): readonly number[] {
  const bases: number[] = [];
  for (const { row, base } of lines) bases[row - 1] ??= base;
  return bases.slice(1).map((base, at) => (bases[at] ?? base) - base);
}

/** The rows that may be furniture: the first two and the last two, where a gap parts them from the text. */
function edgeRows(lines: readonly PrintedLine[], wide: number): ReadonlySet<number> {
  const gaps = gapsOf(lines);
  const last = gaps.length + 1;
  // Beyond the last row is nothing but a gap.
  const parts = (row: number): boolean => (gaps[row - 1] ?? Infinity) > wide;
  const top = parts(2) ? [1, 2] : parts(1) ? [1] : [];
  const foot = parts(last - 2) ? [last - 1, last] : parts(last - 1) ? [last] : [];
  return new Set([...top, ...foot]);
}

const isOutermost = ({ row, rowFromBottom }: PrintedLine): boolean => row === 1 || rowFromBottom === 1;

/** The first and the last row of a page, where a browser printed it: an address or a time, in small letters. */
function browserRows(lines: readonly PrintedLine[], textSize: number): ReadonlySet<number> {
  const stamps = lines.filter(
    (line) =>
      isOutermost(line) &&
      line.size < textSize * SMALLER &&
      (PAGE_ADDRESS.test(line.text) || PRINT_TIME.test(line.text)),
  );
  return new Set(stamps.map(({ row }) => row));
}

/** Running heads differ in the page number only, and a title in large letters is none. */
const keyOf = ({ text, size, base }: PrintedLine): string =>
  `${Math.round(size)} ${Math.round(base / 10)} ${text.replaceAll(/\d+/gu, '#')}`;
