import type { Task } from '../text/cooperative-task.ts';
import { alignWords, type Pair } from './align-words.ts';

/** A stretch of two rows of words that are alike in it, or not: `[reportFrom, reportTo)` against `[quoteFrom, quoteTo)`. */
export interface WordBlock {
  readonly alike: boolean;
  readonly reportFrom: number;
  readonly reportTo: number;
  readonly quoteFrom: number;
  readonly quoteTo: number;
}

/** Places that a run is tried at between two chances for the event loop; it has some thousand words at most. */
const STEPS = 16;
/** So few words between changes may be alike by chance, "the" or "of the", when the changes are larger by as many. */
const CHANCE_WORDS = 2;

/**
 * How `quote` differs from `report`, two rows of keys: blocks alike and blocks that differ, by turns, covering both.
 * A few words that are alike by chance between larger changes count as changed, so that a person can follow.
 */
export function* compareWords(
  report: readonly number[],
  quote: readonly number[],
  isWord: (key: number) => boolean,
): Task<readonly WordBlock[]> {
  const pairs = yield* slideLate(yield* alignWords(report, quote), report);
  const blocks = toBlocks(pairs, report.length, quote.length);
  const [inReport, inQuote] = [countWords(report, isWord), countWords(quote, isWord)];
  const wordsOf = (block: WordBlock): number =>
    Math.max(inReport(block.reportFrom, block.reportTo), inQuote(block.quoteFrom, block.quoteTo));
  return joinChanges(blocks, inQuote(0, quote.length), wordsOf);
}

/** Counts the words of any stretch of a row at once. */
function countWords(
  keys: readonly number[],
  isWord: (key: number) => boolean,
): (from: number, to: number) => number {
  const before = new Int32Array(keys.length + 1);
  for (const [at, key] of keys.entries()) before[at + 1] = (before[at] ?? 0) + (isWord(key) ? 1 : 0);
  return (from, to) => (before[to] ?? 0) - (before[from] ?? 0);
}

/**
 * Each run of pairs, the last first, as late in the report as the next run lets it be: "of" belongs to "of the fleet",
 * not to an "of" of the sentence before, which a comparison from the left meets first.
 */
function* slideLate(pairs: readonly Pair[], report: readonly number[]): Task<readonly Pair[]> {
  const lastFirst: (readonly Pair[])[] = [];
  let end = pairs.length;
  for (let at = end - 1; at >= 0; at--) {
    const [pair, before] = [pairs[at], pairs[at - 1]];
    if (pair === undefined) continue;
    const isStart = before?.inReport !== pair.inReport - 1 || before.inQuote !== pair.inQuote - 1;
    if (!isStart) continue;
    lastFirst.push(yield* slideRun(pairs.slice(at, end), report, lastFirst.at(-1)?.[0]?.inReport));
    end = at;
  }
  return lastFirst.reverse().flat();
}

/** The run before the position `limit` of the report; where it is when nothing is left of the report or limits it. */
function* slideRun(
  run: readonly Pair[],
  report: readonly number[],
  limit: number | undefined,
): Task<readonly Pair[]> {
  const last = run.at(-1)?.inReport ?? 0;
  for (let by = (limit ?? last + 1) - 1 - last; by > 0; by--) {
    if (run.every(({ inReport }) => report[inReport + by] === report[inReport]))
      return run.map(({ inReport, inQuote }) => ({ inReport: inReport + by, inQuote }));
    if (by % STEPS === 0) yield;
  }
  return run;
}

function toBlocks(pairs: readonly Pair[], reportLength: number, quoteLength: number): readonly WordBlock[] {
  const blocks: WordBlock[] = [];
  let [reportAt, quoteAt] = [0, 0];
  const changeUntil = (reportTo: number, quoteTo: number): void => {
    if (reportTo === reportAt && quoteTo === quoteAt) return;
    append(blocks, { alike: false, reportFrom: reportAt, reportTo, quoteFrom: quoteAt, quoteTo });
  };
  for (const { inReport, inQuote } of pairs) {
    changeUntil(inReport, inQuote);
    [reportAt, quoteAt] = [inReport + 1, inQuote + 1];
    const edges = { reportFrom: inReport, reportTo: reportAt, quoteFrom: inQuote, quoteTo: quoteAt };
    append(blocks, { alike: true, ...edges });
  }
  changeUntil(reportLength, quoteLength);
  return blocks;
}

function append(blocks: WordBlock[], block: WordBlock): void {
  const last = blocks.at(-1);
  if (last?.alike === block.alike) {
    blocks.pop();
    blocks.push({ ...last, reportTo: block.reportTo, quoteTo: block.quoteTo });
  } else blocks.push(block);
}

function joinChanges(
  blocks: readonly WordBlock[],
  quoteWords: number,
  wordsOf: (block: WordBlock) => number,
): readonly WordBlock[] {
  const joined: WordBlock[] = [];
  for (const [at, block] of blocks.entries()) {
    const neighbours = [joined.at(-1), blocks[at + 1]].filter((each) => each !== undefined);
    const words = block.alike ? wordsOf(block) : 0;
    const byChance =
      block.alike &&
      words <= CHANCE_WORDS &&
      words * 2 < quoteWords &&
      // The passage is cut out with room around it: at its edges, too, a word far off is alike by chance.
      neighbours.every((each) => wordsOf(each) > words + CHANCE_WORDS);
    append(joined, byChance ? { ...block, alike: false } : block);
  }
  return joined;
}
