import { createHash } from 'node:crypto';
import type { Task } from '../../text/cooperative-task.ts';
import { type IndexedReport, termsOf } from '../index/report-analysis.ts';
import { reportNumber } from './report-filter.ts';

/** A line of a bulk request. */
export type Line = Readonly<Record<string, unknown>>;

/** What one request brings in. */
export interface Batch {
  readonly lines: readonly Line[];
  /** The marks of the reports that are complete with it: for the request after it. */
  readonly marks: readonly Line[];
}

/** Characters of documents in one request: some hundred milliseconds of the server's work. */
const BATCH_SIZE = 500_000;

/** The documents of the reports, request by request. `undefined` is a chance for the event loop. */
export function* batchesOf(reports: readonly IndexedReport[]): Generator<Batch | undefined, void> {
  let lines: Line[] = [];
  let marks: Line[] = [];
  let size = 0;
  for (const { hash, analysis } of reports) {
    const number = reportNumber(hash);
    for (let at = 0; at + 1 < analysis.paragraphStarts.length; at++) {
      const terms = Array.from(termsOf(analysis, at), (term) => tokenOf(analysis.terms[term] ?? ''));
      const stems = terms.join(' ');
      lines.push({ index: { _id: `${hash}#${at}` } }, { report: hash, number, at, stems });
      size += hash.length + stems.length;
      if (size < BATCH_SIZE) {
        yield undefined;
        continue;
      }
      yield { lines, marks };
      [lines, marks, size] = [[], [], 0];
    }
    marks.push({ index: { _id: hash } }, { report: hash });
  }
  yield { lines, marks };
}

/** The next batch; undefined: there is none. */
export function* nextBatch(batches: Generator<Batch | undefined, void>): Task<Batch | undefined> {
  for (;;) {
    const { done, value } = batches.next();
    if (done === true) return undefined;
    if (value !== undefined) return value;
    yield;
  }
}

/** What the server's analyser leaves whole: it parts at white space, and after 255 characters. */
const WHOLE = /^[^\s\p{C}]{1,100}$/u;

/** A stem as the server's index has it. No two have the same, and no stem looks like another's hash. */
export const tokenOf = (stem: string): string =>
  WHOLE.test(stem) && !stem.startsWith('#')
    ? stem
    : `#${createHash('sha256').update(stem).digest('base64url')}`;
