import type { Removal } from '../raw-article.ts';
import { median } from './median.ts';
import type { PrintedLine } from './printed-lines.ts';

/** So many rows at the top and at the foot of a page may be furniture. */
const EDGE_ROWS = 2;
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
  const counts = new Map<string, number>();
  for (const lines of pages)
    for (const key of new Set(lines.filter(isEdge).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const size = median(pages.flat().map((line) => line.size));
  return pages.map((lines) => {
    const stamped = browserRows(lines, size);
    const findReason = (line: PrintedLine): string | undefined => {
      if (line.aslant) return 'text across the page';
      if (!isEdge(line)) return undefined;
      if (stamped.has(line.row)) return 'a line that a browser printed';
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

const isEdge = ({ row, rowFromBottom }: PrintedLine): boolean =>
  row <= EDGE_ROWS || rowFromBottom <= EDGE_ROWS;

/** The first and the last row of a page, where a browser printed it: an address or a time, in small letters. */
function browserRows(lines: readonly PrintedLine[], size: number): ReadonlySet<number> {
  const stamps = lines.filter(
    (line) =>
      (line.row === 1 || line.rowFromBottom === 1) &&
      line.size < size * SMALLER &&
      (PAGE_ADDRESS.test(line.text) || PRINT_TIME.test(line.text)),
  );
  return new Set(stamps.map(({ row }) => row));
}

/** Running heads differ in the page number only, and a title in large letters is none. */
const keyOf = ({ text, size, base }: PrintedLine): string =>
  `${Math.round(size)} ${Math.round(base / 10)} ${text.replaceAll(/\d+/gu, '#')}`;
