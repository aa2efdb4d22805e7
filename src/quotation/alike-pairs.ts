import { diffArrays } from 'diff';
import { longestRun } from './longest-run.ts';

/** Beyond so many changes of common words comparing two rows takes long. */
const MOST_CHANGES = 600;

/** Two equal words, one in each row, as indexes. */
export interface Pair {
  readonly inReport: number;
  readonly inQuote: number;
}

/**
 * The words of two rows that are alike, in order in both, so that as few as can be are not. What only one row holds is
 * changed for certain; leaving it out first saves most of the time, and changes nothing.
 */
export function findAlike(report: readonly number[], quote: readonly number[]): readonly Pair[] {
  const reportKeys = new Set(report);
  const quoteKeys = new Set(quote);
  const ours = [...report.keys()].filter((at) => quoteKeys.has(report[at] ?? -1));
  const theirs = [...quote.keys()].filter((at) => reportKeys.has(quote[at] ?? -1));
  const shared = { a: ours.map((at) => report[at] ?? -1), b: theirs.map((at) => quote[at] ?? -1) };
  return findPairs(shared.a, shared.b).map(({ inReport, inQuote }) => ({
    inReport: ours[inReport] ?? 0,
    inQuote: theirs[inQuote] ?? 0,
  }));
}

/** As few changes as can be; around the longest stretch alike, when those would be too many. */
function findPairs(report: readonly number[], quote: readonly number[]): readonly Pair[] {
  const changes = diffArrays([...report], [...quote], { maxEditLength: MOST_CHANGES });
  if (changes === undefined) return findAround(report, quote);
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

function findAround(report: readonly number[], quote: readonly number[]): readonly Pair[] {
  const { inA, inB, length } = longestRun(report, quote);
  if (length === 0) return [];
  const [ownEnd, quoteEnd] = [inA + length, inB + length];
  return [
    ...findPairs(report.slice(0, inA), quote.slice(0, inB)),
    ...pairsFrom(inA, inB, length),
    ...findPairs(report.slice(ownEnd), quote.slice(quoteEnd)).map((pair) => ({
      inReport: pair.inReport + ownEnd,
      inQuote: pair.inQuote + quoteEnd,
    })),
  ];
}

/** `count` pairs, side by side in both rows. */
export const pairsFrom = (inReport: number, inQuote: number, count: number): readonly Pair[] =>
  Array.from({ length: count }, (_, step) => ({ inReport: inReport + step, inQuote: inQuote + step }));
