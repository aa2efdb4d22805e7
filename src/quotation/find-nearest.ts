import type { Task } from '../text/cooperative-task.ts';
import { reportOf } from './find-places.ts';
import type { QuotationIndex } from './quotation-index.ts';
import type { QuotedPart } from './quoted-text.ts';

/** Positions `[from, to)` of one report that are like a part of a quotation, with margins for words left out. */
export interface Nearest {
  readonly from: number;
  readonly to: number;
  /** Compares passages for one part; larger is better. */
  readonly score: number;
}

/** Words looked up for one part, all occurrences together: bounds the time for a quotation of common words. */
const MOST_VOTES = 400_000;
/** So many passages of a report are worth a comparison: words in another order vote as loudly as those in order. */
const MOST_NEAR = 3;
/** Votes, and bands, between two chances for the event loop. */
const CHUNK = 4096;
/** In words: how far the votes for one passage may lie apart, as a share of the quotation within these limits. */
const LEAST_BAND = 8;
const WIDEST_BAND = 40;

/**
 * The best passages of each report for `part`, the best first, by index of the report; none where they share no word. A
 * word of the part that occurs somewhere votes for the passage with as many words before it as the part has; rare words
 * have more weight. Words inserted and left out shift that by a few, so votes are counted in overlapping bands.
 */
export function* findNearest(
  index: QuotationIndex,
  part: QuotedPart,
): Task<ReadonlyMap<number, readonly Nearest[]>> {
  const length = part.keys.length;
  const band = Math.min(Math.max(LEAST_BAND, length >> 2), WIDEST_BAND);
  // Reports are kept so far apart that no band has votes for two of them.
  const apart = length + 4 * band;
  const votes = new Float32Array(
    Math.ceil((index.keys.length + apart * (index.ranges.length + 1)) / band) + 2,
  );
  for (const { offset, positions, weight } of votersOf(index, part)) {
    for (const [nth, position] of positions.entries()) {
      const at = Math.floor((position - offset + apart * (reportOf(index, position) + 1)) / band);
      votes[at] = (votes[at] ?? 0) + weight;
      if (nth % CHUNK === 0) yield;
    }
  }
  const scoreAt = (at: number): number => (votes[at] ?? 0) + (votes[at + 1] ?? 0);
  const best = new Map<number, readonly Nearest[]>();
  for (const [report, { from, to }] of index.ranges.entries()) {
    const shift = apart * (report + 1);
    const last = Math.floor((to + shift) / band);
    const near: Nearest[] = [];
    let before = 0;
    for (let at = Math.floor((from - length + shift) / band); at <= last; at++) {
      if (at % CHUNK === 0) yield;
      const score = scoreAt(at);
      const isPeak = score > before && score >= scoreAt(at + 1);
      before = score;
      if (!isPeak || score <= (near[MOST_NEAR - 1]?.score ?? 0)) continue;
      const start = at * band - shift;
      const end = start + 3 * band + length;
      near.push({ from: Math.max(from, start - band), to: Math.min(to, end), score });
      near.sort((a, b) => b.score - a.score).splice(MOST_NEAR);
    }
    if (near.length > 0) best.set(report, near);
    yield;
  }
  return best;
}

/** What a word of the index tells of a passage: more, the rarer it is. */
export const weightOf = (index: QuotationIndex, key: number): number =>
  Math.log(1 + index.keys.length / index.positionsOf(key).length);

interface Voter {
  readonly offset: number;
  readonly positions: Int32Array;
  readonly weight: number;
}

/** The rarest first, until there are votes enough. */
function votersOf(index: QuotationIndex, { keys, tokens }: QuotedPart): readonly Voter[] {
  const voters = tokens.flatMap(({ kind }, offset) => {
    const key = keys[offset] ?? -1;
    if (kind !== 'word' || key < 0) return [];
    return [{ offset, positions: index.positionsOf(key), weight: weightOf(index, key) }];
  });
  voters.sort((a, b) => a.positions.length - b.positions.length);
  let used = 0;
  const enough = voters.findIndex(({ positions }) => (used += positions.length) > MOST_VOTES);
  return enough < 0 ? voters : voters.slice(0, enough);
}
