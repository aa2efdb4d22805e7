/** The longest stretch that stands in both rows, as its beginnings and its length; the first of equals. */
export interface CommonRun {
  readonly inA: number;
  readonly inB: number;
  /** 0 when the rows share nothing. */
  readonly length: number;
}

/** Takes time in the product of the lengths: the textbook's table, one row kept at a time. */
export function longestRun(a: readonly number[], b: readonly number[]): CommonRun {
  let best = { inA: 0, inB: 0, length: 0 };
  let above = new Int32Array(b.length + 1);
  for (const [inA, key] of a.entries()) {
    const row = new Int32Array(b.length + 1);
    for (let inB = 0; inB < b.length; inB++) {
      if (b[inB] !== key) continue;
      const length = (above[inB] ?? 0) + 1;
      row[inB + 1] = length;
      if (length > best.length) best = { inA: inA + 1 - length, inB: inB + 1 - length, length };
    }
    above = row;
  }
  return best;
}
