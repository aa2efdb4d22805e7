import { setImmediate } from 'node:timers/promises';
import type { Paragraph, Report } from '../corpus/report.ts';
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
  /** By number of a key: the key without case, and whether it is a word. */
  readonly folds: Int32Array;
  readonly words: Uint8Array;
  /** The positions of all keys that share a fold, in order. */
  positionsOf(fold: number): Int32Array;
}

export interface IndexedParagraph {
  /** Index of the report. */
  readonly report: number;
  readonly paragraph: Paragraph;
}

/** Paragraphs read before the event loop gets a turn: some ten milliseconds of work. */
const CHUNK = 100;

/** Reports of a library do not change; an index goes with them. */
const known = new WeakMap<readonly Report[], Promise<QuotationIndex>>();

/** The index of `reports`, built when it is first asked for. The event loop gets its turn while that lasts. */
export function quotationIndexOf(reports: readonly Report[]): Promise<QuotationIndex> {
  const index = known.get(reports) ?? buildIndex(reports);
  known.set(reports, index);
  return index;
}

async function buildIndex(reports: readonly Report[]): Promise<QuotationIndex> {
  const keys: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const paragraphAt: number[] = [];
  const paragraphs: IndexedParagraph[] = [];
  const ranges: { from: number; to: number }[] = [];
  const numbers = new Map<string, number>();
  const words: number[] = [0];
  for (const [report, { body, paragraphs: own }] of reports.entries()) {
    const from = keys.push(0);
    starts.push(0);
    ends.push(0);
    paragraphAt.push(-1);
    for (const paragraph of own) {
      const at = paragraphs.push({ report, paragraph }) - 1;
      for (const { key, kind, start, end } of quotationTokens(slice(body, paragraph.span))) {
        const number = numbers.get(key) ?? words.push(kind === 'word' ? 1 : 0) - 1;
        numbers.set(key, number);
        keys.push(number);
        starts.push(paragraph.span.start + start);
        ends.push(paragraph.span.start + end);
        paragraphAt.push(at);
      }
      if (paragraphs.length % CHUNK === 0) await setImmediate();
    }
    ranges.push({ from, to: keys.length });
  }
  const folds = foldKeys(numbers);
  return {
    reports,
    keys: Int32Array.from(keys),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    paragraphAt: Int32Array.from(paragraphAt),
    paragraphs,
    ranges,
    keyOf: (token) => numbers.get(token),
    folds,
    words: Uint8Array.from(words),
    positionsOf: listPositions(keys, folds),
  };
}

function foldKeys(numbers: ReadonlyMap<string, number>): Int32Array {
  const folds = new Int32Array(numbers.size + 1);
  const byFolded = new Map<string, number>();
  for (const [key, number] of numbers) {
    const folded = key.toLowerCase();
    const fold = byFolded.get(folded) ?? byFolded.size + 1;
    byFolded.set(folded, fold);
    folds[number] = fold;
  }
  return folds;
}

/** Sorts positions by fold in one pass of counting and one of filling. */
function listPositions(keys: readonly number[], folds: Int32Array): (fold: number) => Int32Array {
  const edges = new Int32Array(folds.length + 2);
  const foldAt = (key: number): number => folds[key] ?? 0;
  for (const key of keys) edges[foldAt(key) + 1] = (edges[foldAt(key) + 1] ?? 0) + 1;
  for (let fold = 1; fold < edges.length; fold++) edges[fold] = (edges[fold] ?? 0) + (edges[fold - 1] ?? 0);
  const next = edges.slice();
  const positions = new Int32Array(keys.length);
  for (const [position, key] of keys.entries()) {
    const at = next[foldAt(key)] ?? 0;
    positions[at] = position;
    next[foldAt(key)] = at + 1;
  }
  return (fold) => positions.subarray(edges[fold] ?? 0, edges[fold + 1] ?? 0);
}
