import type { Removal } from '../raw-article.ts';
import type { PdfLine } from './pdf-pages.ts';

/** So many lines at the top and at the foot of a page may be furniture. */
const EDGE_LINES = 2;
/** A line at the edge of so many pages is a running head; of two pages, when there are no more. */
const REPEATED = 3;
const PAGE_NUMBER =
  /^(?:(?:page|seite|página|p\.|s\.) ?)?[-–—]? ?\d{1,4} ?[-–—]?(?: ?(?:of|von|de|sur|\/) ?\d{1,4})?$/iu;

export interface BarePages {
  readonly pages: readonly (readonly PdfLine[])[];
  readonly removed: readonly Removal[];
}

/** Takes page numbers, running heads and running feet off the pages. */
export function removePageFurniture(pages: readonly (readonly PdfLine[])[]): BarePages {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const keys = new Set(lines.filter((_, at) => isEdge(at, lines.length)).map(keyOf));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const enough = Math.max(2, Math.min(REPEATED, pages.length));
  const removed: Removal[] = [];
  const bare = pages.map((lines) =>
    lines.filter((line, at) => {
      if (!isEdge(at, lines.length)) return true;
      const why = PAGE_NUMBER.test(line.text.replaceAll(/\s+/gu, ' '))
        ? 'a page number'
        : (counts.get(keyOf(line)) ?? 0) >= enough
          ? 'a running head'
          : undefined;
      if (why !== undefined) removed.push({ place: line.place, text: line.text, why });
      return why === undefined;
    }),
  );
  return { pages: bare, removed };
}

const isEdge = (at: number, lines: number): boolean => at < EDGE_LINES || at >= lines - EDGE_LINES;

/** Running heads differ in the page number only, and a title in large letters is none. */
const keyOf = ({ text, size, base }: PdfLine): string =>
  `${Math.round(size)} ${Math.round(base / 10)} ${text.replaceAll(/\d+/gu, '#')}`;
