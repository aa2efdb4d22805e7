import type { Word } from './words.ts';

/** Two numbers that stand for all between them. */
export interface NumberRange {
  /** Indexes of its first and its last word. */
  readonly from: number;
  readonly to: number;
  readonly high: number;
  /** What the first number takes over from the second: a million in "1 to 2 million". */
  readonly scale: number;
}

/** "150-200", "150 to 200", "between 150 and 200". */
export function readRange(
  words: readonly Word[],
  at: number,
  isDate: (at: number) => boolean,
): NumberRange | undefined {
  const next = words[at + 1];
  const dash = /^\s?[-–—]\s?$/u.test(next?.gap ?? '') && next?.value !== undefined;
  const joined = /^(?:to|and|or)$/u.test(next?.folded ?? '') && words[at + 2]?.value !== undefined;
  const between = /^(?:between|from)$/u.test(words[at - 1]?.folded ?? '');
  if (!dash && (!joined || (next?.folded === 'and' && !between))) return undefined;
  const to = dash ? at + 1 : at + 2;
  const high = words[to];
  const low = words[at];
  if (high?.value === undefined || low?.value === undefined || isDate(to)) return undefined;
  const scaled = /\b(?:thousand|million|billion|trillion)$/iu.exec(high.written)?.[0].toLowerCase();
  const scale =
    scaled !== undefined && low.value < high.value / 1000 && !low.written.toLowerCase().endsWith(scaled)
      ? (SCALES[scaled] ?? 1)
      : 1;
  return { from: between ? at - 1 : at, to, high: high.value, scale };
}

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
