export const sorted = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);

/** The smallest of the sorted numbers that at least `share` of them do not exceed. @throws RangeError when there is none */
export function quantile(ordered: readonly number[], share: number): number {
  const found = ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)];
  if (found === undefined) throw new RangeError('Cannot take a quantile: there are no numbers');
  return found;
}

/** Several runs of one measurement. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** The median of an even number of runs is the mean of the middle two. @throws RangeError when there is none */
export function spreadOf(numbers: readonly number[]): Spread {
  const ordered = sorted(numbers);
  const [least, most] = [quantile(ordered, 0), quantile(ordered, 1)];
  const upper = ordered[Math.floor(ordered.length / 2)] ?? most;
  return { median: (quantile(ordered, 0.5) + upper) / 2, least, most };
}

/**
 * The exponent b of the growth y = a * x^b that fits best: the least-squares slope of ln y over ln x. Undefined for
 * fewer than two different sizes.
 */
export function growthExponent(
  points: readonly { readonly x: number; readonly y: number }[],
): number | undefined {
  const logs = points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }));
  const mean = (of: (point: { x: number; y: number }) => number): number =>
    logs.reduce((sum, point) => sum + of(point), 0) / logs.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const variance = mean((point) => (point.x - x) ** 2);
  return logs.length < 2 || variance === 0
    ? undefined
    : mean((point) => (point.x - x) * (point.y - y)) / variance;
}
