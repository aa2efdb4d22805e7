import { ButtonStyle } from 'discord-api-types/v10';
import type { ControlName } from './control-id.ts';
import { type PagePlace, encodePagePlace } from './page-place.ts';
import { button, row, type Row } from './passage-controls.ts';

/** One page of a list; its entries are counted from 0. */
export interface PageRange {
  /** What its button carries. */
  readonly at: number;
  readonly from: number;
  /** Without the last. */
  readonly to: number;
}

/**
 * Buttons to the page before, to this page and to the page after. This page's own leads back to it from wherever the
 * row has been carried along.
 */
export function pagesRow(
  name: ControlName,
  label: (first: number, last: number) => string,
  place: Pick<PagePlace, 'version' | 'report'>,
  pages: readonly PageRange[],
  current: number,
): Row {
  const near = pages.slice(Math.max(0, current - 1), current + 2);
  return row(
    near.map((page) => ({
      ...button(name, encodePagePlace({ ...place, at: page.at, part: 0 }), label(page.from + 1, page.to)),
      style: page === pages[current] ? ButtonStyle.Primary : ButtonStyle.Secondary,
    })),
  );
}
