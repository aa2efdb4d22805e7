import type { Paragraph, Report } from '../corpus/report.ts';
import type { Task } from '../text/cooperative-task.ts';
import { slice } from '../text/span.ts';
import { quotationTokens } from './quotation-tokens.ts';

/**
 * All words and signs of the paragraphs of some reports in one row, so that a quotation can be looked up in it. A
 * position is an index into that row; one empty position comes before each report.
 */
export interface QuotationIndex {
  readonly reports: readonly Report[];
  /** By position: the number of the token's key; 0 before a report. */
  readonly keys: Int32Array;
  /** By position: edges of the token, as offsets into its report's body. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** By position: index into `paragraphs`. */
  readonly paragraphAt: Int32Array;
  readonly paragraphs: readonly IndexedParagraph[];
  /** By index of the report: its positions `[from, to)`. */
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
  /** Undefined for what no report contains. */
  keyOf(token: string): number | undefined;
  /** By number of a key: whether it is a word. */
  readonly words: Uint8Array;
  /** The positions of a key, by its number, in order. */
  positionsOf(key: number): Int32Array;
}

export interface IndexedParagraph {
  /** Index of the report. */
  readonly report: number;
  readonly paragraph: Paragraph;
}

/** The words and signs of one report, which follow from it alone. */
export interface ReportTokens {
  readonly report: Report;
  /** Each key once, and whether it is a word. */
  readonly keys: ReadonlyMap<string, boolean>;
  /** By token, in order: index of its key; its edges, as offsets into the body; index of its paragraph. */
  readonly tokens: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly paragraphAt: Int32Array;
}

export function* readReportTokens(report: Report): Task<ReportTokens> {
  const numbers = new Map<string, number>();
  const keys = new Map<string, boolean>();
  const tokens: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const paragraphAt: number[] = [];
  for (const [at, { span }] of report.paragraphs.entries()) {
    for (const { key, kind, start, end } of quotationTokens(slice(report.body, span))) {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      keys.set(key, kind === 'word');
      tokens.push(number);
      starts.push(span.start + start);
      ends.push(span.start + end);
      paragraphAt.push(at);
    }
    yield;
  }
  return {
    report,
    keys,
    tokens: Int32Array.from(tokens),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    paragraphAt: Int32Array.from(paragraphAt),
  };
}

/** Puts the reports' tokens in one row. */
export function* createQuotationIndex(reports: readonly ReportTokens[]): Task<QuotationIndex> {
  const length = reports.reduce((sum, { tokens }) => sum + 1 + tokens.length, 0);
  const row = () => new Int32Array(length);
  const [keys, starts, ends, paragraphAt] = [row(), row(), row(), row().fill(-1)];
  const paragraphs: IndexedParagraph[] = [];
  const ranges: { from: number; to: number }[] = [];
  const numbers = new Map<string, number>();
  const words: number[] = [0];
  let from = 0;
  for (const [at, { report, keys: own, tokens, ...edges }] of reports.entries()) {
    const numberOf: number[] = [];
    for (const [key, isWord] of own) {
      const number = numbers.get(key) ?? words.push(isWord ? 1 : 0) - 1;
      numbers.set(key, number);
      if (numberOf.push(number) % CHUNK === 0) yield;
    }
    keys.set(
      tokens.map((token) => numberOf[token] ?? 0),
      from + 1,
    );
    starts.set(edges.starts, from + 1);
    ends.set(edges.ends, from + 1);
    paragraphAt.set(
      edges.paragraphAt.map((paragraph) => paragraphs.length + paragraph),
      from + 1,
    );
    for (const paragraph of report.paragraphs) paragraphs.push({ report: at, paragraph });
    ranges.push({ from: from + 1, to: from + 1 + tokens.length });
    from += 1 + tokens.length;
    yield;
  }
  return {
    reports: reports.map(({ report }) => report),
    keys,
    starts,
    ends,
    paragraphAt,
    paragraphs,
    ranges,
    keyOf: (token) => numbers.get(token),
    words: Uint8Array.from(words),
    positionsOf: yield* listPositions(keys, words.length),
  };
}

/** Keys between two chances for the event loop: a millisecond at most. */
const CHUNK = 4096;

/** Sorts positions by key in one pass of counting and one of filling. */
function* listPositions(keys: Int32Array, count: number): Task<(key: number) => Int32Array> {
  const edges = new Int32Array(count + 1);
  for (const [position, key] of keys.entries()) {
    edges[key + 1] = (edges[key + 1] ?? 0) + 1;
    if (position % CHUNK === 0) yield;
  }
  for (let key = 1; key < edges.length; key++) {
    edges[key] = (edges[key] ?? 0) + (edges[key - 1] ?? 0);
    if (key % CHUNK === 0) yield;
  }
  const next = edges.slice();
  const positions = new Int32Array(keys.length);
  for (const [position, key] of keys.entries()) {
    const at = next[key] ?? 0;
    positions[at] = position;
    next[key] = at + 1;
    if (position % CHUNK === 0) yield;
  }
  return (key) => positions.subarray(edges[key] ?? 0, edges[key + 1] ?? 0);
}
