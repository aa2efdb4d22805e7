import { diffArrays } from 'diff';
import type { Task } from '../text/cooperative-task.ts';

/** With more changes of common words, comparing two rows of words takes too long: its time grows with their square. */
const MOST_CHANGES = 200;
/** Longest common runs are looked for so many times, one within what is left around another; what is left then is changed. */
const MOST_ROUNDS = 8;

/** Rows of words compared between two chances for the event loop, each with a quotation of some thousand words at most. */
const ROWS = 4;

/** Two equal words, one in each row, as indexes. */
export interface Pair {
  readonly inReport: number;
  readonly inQuote: number;
}

/**
 * The equal words of two rows, in order in both, so that as few words as possible are left over. A word that only one
 * row contains is changed for certain; leaving it out first saves most of the time, and changes nothing.
 */
export function* alignWords(report: readonly number[], quote: readonly number[]): Task<readonly Pair[]> {
  const reportKeys = new Set(report);
  const quoteKeys = new Set(quote);
  const ours = [...report.keys()].filter((at) => quoteKeys.has(report[at] ?? -1));
  const theirs = [...quote.keys()].filter((at) => reportKeys.has(quote[at] ?? -1));
  const keysAt = (row: readonly number[], places: readonly number[]): number[] =>
    places.map((at) => row[at] ?? -1);
  const pairs = yield* alignShared(keysAt(report, ours), keysAt(quote, theirs), MOST_ROUNDS);
  return pairs.map(({ inReport, inQuote }) => ({
    inReport: ours[inReport] ?? 0,
    inQuote: theirs[inQuote] ?? 0,
  }));
}

/** With the fewest changes (Myers' algorithm); around the longest common run, when those would be too many. */
function* alignShared(
  report: readonly number[],
  quote: readonly number[],
  rounds: number,
): Task<readonly Pair[]> {
  const changes = diffArrays([...report], [...quote], { maxEditLength: MOST_CHANGES });
  yield;
  if (changes === undefined) return rounds > 0 ? yield* alignAroundRun(report, quote, rounds - 1) : [];
  const pairs: Pair[] = [];
  let inReport = 0;
  let inQuote = 0;
  for (const { added, removed, count } of changes) {
    if (!added && !removed) pairs.push(...pairsFrom(inReport, inQuote, count));
    if (!added) inReport += count;
    if (!removed) inQuote += count;
  }
  return pairs;
}

function* alignAroundRun(
  report: readonly number[],
  quote: readonly number[],
  rounds: number,
): Task<readonly Pair[]> {
  const run = yield* longestRun(report, quote);
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined) return [];
  const [reportEnd, quoteEnd] = [last.inReport + 1, last.inQuote + 1];
  const before = yield* alignShared(report.slice(0, first.inReport), quote.slice(0, first.inQuote), rounds);
  const after = yield* alignShared(report.slice(reportEnd), quote.slice(quoteEnd), rounds);
  return [
    ...before,
    ...run,
    ...after.map((pair) => ({
      inReport: pair.inReport + reportEnd,
      inQuote: pair.inQuote + quoteEnd,
    })),
  ];
}

/** The longest common run, the first of equals. Takes time in the product of the lengths: the textbook's table by rows. */
function* longestRun(report: readonly number[], quote: readonly number[]): Task<readonly Pair[]> {
  let best = { inReport: 0, inQuote: 0, length: 0 };
  let above = new Int32Array(quote.length + 1);
  for (const [at, key] of report.entries()) {
    const row = new Int32Array(quote.length + 1);
    for (let inQuote = 0; inQuote < quote.length; inQuote++) {
      if (quote[inQuote] !== key) continue;
      const length = (above[inQuote] ?? 0) + 1;
      row[inQuote + 1] = length;
      if (length > best.length) best = { inReport: at + 1 - length, inQuote: inQuote + 1 - length, length };
    }
    above = row;
    if (at % ROWS === 0) yield;
  }
  return pairsFrom(best.inReport, best.inQuote, best.length);
}

/** `count` pairs, side by side in both rows. */
const pairsFrom = (inReport: number, inQuote: number, count: number): readonly Pair[] =>
  Array.from({ length: count }, (_, step) => ({ inReport: inReport + step, inQuote: inQuote + step }));
