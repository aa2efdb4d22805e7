import type { Report } from '../corpus/report.ts';
import { sha256 } from '../library/hashes.ts';
import type { Library } from '../library/library.ts';

/**
 * Where a button leads. It is written into the button itself, so that the button works after a restart, and knows
 * when the reports have changed.
 */
export interface ButtonTarget {
  /** The content version that was served when the button was made. */
  readonly version: string;
  /** The {@link reportKey} of one report; absent: all reports. */
  readonly report?: string;
  /** A paragraph from 1; of a list that has pages, a hit or a page from 0. */
  readonly at: number;
  /** Part of a paragraph that is too long for one message, from 1; 0 for what is no part. */
  readonly part: number;
}

/** 48 bits: even of 10,000 reports no two are likely to have the same key. */
const KEY_DIGITS = 12;
const TARGET = /^([0-9a-f]{8})\.([0-9a-f]{12}|-)\.(\d{1,7})\.(\d{1,5})$/;

export const encodeTarget = ({ version, report = '-', at, part }: ButtonTarget): string =>
  `${version}.${report}.${at}.${part}`;

/** Undefined for text that no button of ours carries. */
export function parseTarget(text: string): ButtonTarget | undefined {
  const [, version, report, at, part] = TARGET.exec(text) ?? [];
  if (version === undefined || report === undefined) return undefined;
  return { version, ...(report !== '-' && { report }), at: Number(at), part: Number(part) };
}

/** Short enough for a button, whatever the id; the same in every version, so that a page can be offered again. */
export const reportKey = ({ id }: Pick<Report, 'id'>): string => sha256(id).slice(0, KEY_DIGITS);

/** Undefined when the library has no such report, or no longer. */
export const findReportByKey = ({ reports }: Library, key: string): Report | undefined =>
  reports.find((report) => reportKey(report) === key);

/** What leads to a paragraph of `library`, or to a part of it. */
export const targetOf = ({ version }: Library, report: Report, paragraph: number, part = 1): string =>
  encodeTarget({ version, report: reportKey(report), at: paragraph, part });
