/** Saturation of repeated words, and the share of the length that counts; as measured best on the evaluation questions. */
export const K = 1.2;
export const B = 0.75;

export interface Bm25Terms {
  /** Occurrences of each term in the text. */
  readonly counts: ArrayLike<number>;
  readonly weights: readonly number[];
  /** The text's length over the average length. */
  readonly relativeLength: number;
}

/**
 * Okapi BM25: the sum over terms of `weight * n * (K + 1) / (n + K * (1 - B + B * relativeLength))`
 * (Robertson and Zaragoza, 2009).
 */
export function bm25({ counts, weights, relativeLength }: Bm25Terms): number {
  const norm = K * (1 - B + B * relativeLength);
  let score = 0;
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] ?? 0;
    if (count > 0) score += ((weights[at] ?? 0) * count * (K + 1)) / (count + norm);
  }
  return score;
}

/** Inverse document frequency: `ln(1 + (all - holding + 0.5) / (holding + 0.5))`, of which BM25 makes its weights. */
export const idf = (all: number, holding: number): number =>
  Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
