import { createHash } from 'node:crypto';
import type { Report } from '../corpus/report.ts';
import type { Library } from '../library/library.ts';

/** Where a button that turns pages leads. It stands in the button itself, as a {@link Place} does. */
export interface PagePlace {
  /** The content version that was served when the button was made. */
  readonly version: string;
  /** The {@link reportKey} of the one report that the pages are of; absent: all reports. */
  readonly report?: string;
  /** What the page begins with: a paragraph from 1, or a hit or a page from 0. */
  readonly at: number;
  /** Part of a paragraph that is too long for one message, from 1; else 0. */
  readonly part: number;
}

const PAGE_PLACE = /^([0-9a-f]{8})\.([0-9a-f]{8}|-)\.(\d{1,7})\.(\d{1,5})$/;
const KEY_DIGITS = 8;

export const encodePagePlace = ({ version, report = '-', at, part }: PagePlace): string =>
  `${version}.${report}.${at}.${part}`;

/** Undefined for text that no button of ours carries. */
export function parsePagePlace(text: string): PagePlace | undefined {
  const [, version, report, at, part] = PAGE_PLACE.exec(text) ?? [];
  if (version === undefined || report === undefined) return undefined;
  return { version, ...(report !== '-' && { report }), at: Number(at), part: Number(part) };
}

/** Short enough for a button, whatever the id; the same in every version, so that a page can be offered again. */
export const reportKey = ({ id }: Pick<Report, 'id'>): string =>
  createHash('sha256').update(id).digest('hex').slice(0, KEY_DIGITS);

/** Undefined when the library has no such report, or not any more. */
export const findReportByKey = ({ reports }: Library, key: string): Report | undefined =>
  reports.find((report) => reportKey(report) === key);
