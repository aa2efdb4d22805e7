import type { Spread } from '../statistics.ts';

/** Three digits that count, in full: 0.0512, 4.21, 1,230. */
export function renderNumber(value: number): string {
  const rounded = Number(value.toPrecision(3));
  return rounded.toLocaleString('en-GB', { maximumSignificantDigits: 3 });
}

/** The median, and from which run to which where there are several. */
export function renderSpread({ median, least, most }: Spread): string {
  return least === most
    ? renderNumber(median)
    : `${renderNumber(median)} (${renderNumber(least)}–${renderNumber(most)})`;
}

export const renderPercent = (share: number | undefined): string =>
  share === undefined ? '–' : (100 * share).toFixed(1);

/** Megabytes of 1,000,000 bytes. */
export const megabytes = (bytes: number): number => bytes / 1e6;
