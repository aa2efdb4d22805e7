import type { Paragraph, Report } from '../corpus/report.ts';
import type { Library } from '../library/library.ts';

/**
 * Where a button leads. It stands in the button itself, so that the button works after a restart, and knows when the
 * reports have changed.
 */
export interface Place {
  /** The content version that was served when the button was made. */
  readonly version: string;
  /** Index in the library's reports, which do not change under one version. */
  readonly report: number;
  /** Counted from 1. */
  readonly paragraph: number;
  /** Part of a paragraph that is too long for one message, from 1; 0 for what is no part. */
  readonly part: number;
}

const PLACE = /^([0-9a-f]{8})\.(\d{1,7})\.(\d{1,7})\.(\d{1,5})$/;

export const encodePlace = ({ version, report, paragraph, part }: Place): string =>
  `${version}.${report}.${paragraph}.${part}`;

/** Undefined for text that no button of ours carries. */
export function parsePlace(text: string): Place | undefined {
  const [, version, report, paragraph, part] = PLACE.exec(text) ?? [];
  if (version === undefined) return undefined;
  return { version, report: Number(report), paragraph: Number(paragraph), part: Number(part) };
}

/** What a place leads to in the library that answers now. */
export type Found =
  | { readonly kind: 'found'; readonly report: Report; readonly paragraph: Paragraph; readonly part: number }
  | { readonly kind: 'changed' }
  | { readonly kind: 'nowhere' };

export function findPlace(library: Library, text: string): Found {
  const place = parsePlace(text);
  if (!place) return { kind: 'nowhere' };
  if (place.version !== library.version) return { kind: 'changed' };
  const report = library.reports[place.report];
  const paragraph = report?.paragraphs[place.paragraph - 1];
  return report && paragraph ? { kind: 'found', report, paragraph, part: place.part } : { kind: 'nowhere' };
}

/** The place of a paragraph of `library`. */
export const placeOf = (library: Library, report: Report, paragraph: number, part = 1): string =>
  encodePlace({ version: library.version, report: library.reports.indexOf(report), paragraph, part });
