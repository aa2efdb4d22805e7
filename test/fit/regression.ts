import { minimise } from './minimise.ts';

/** Rows that compete, and the indices of those that are right: at least one. */
export interface Choice {
  readonly rows: readonly Float64Array[];
  readonly right: ReadonlySet<number>;
}

/**
 * Weights under which the right rows take the largest share of `e^(row * weights)` in their choice, by the summed
 * logarithm of that share less `penalty / 2 * |weights|^2`, the features being scaled to a standard deviation of 1.
 */
export function fitChoices(choices: readonly Choice[], penalty: number): Float64Array {
  const scale = deviations(choices.flatMap(({ rows }) => rows));
  const scaled = choices.map(({ rows, right }) => ({
    right,
    rows: rows.map((row) => row.map((value, at) => value / (scale[at] ?? 1))),
  }));
  const weights = minimise(scale.length, (point, slope) => {
    let loss = penalise(point, slope, penalty, point.length);
    for (const { rows, right } of scaled) {
      const scores = rows.map((row) => dot(row, point));
      const best = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - best));
      let all = 0;
      let hit = 0;
      for (const [at, share] of shares.entries()) {
        all += share;
        if (right.has(at)) hit += share;
      }
      loss += Math.log(all) - Math.log(hit);
      for (const [at, row] of rows.entries()) {
        const share = shares[at] ?? 0;
        addTo(slope, row, share / all - (right.has(at) ? share / hit : 0));
      }
    }
    return loss;
  });
  return weights.map((weight, at) => weight / (scale[at] ?? 1));
}

export interface Labelled {
  readonly row: Float64Array;
  readonly isTrue: boolean;
  /** As many examples as this one counts for. */
  readonly weight: number;
}

export interface Logistic {
  readonly bias: number;
  readonly weights: Float64Array;
}

/** Logistic regression by maximum likelihood, penalised as `fitChoices`; the bias is not penalised. */
export function fitLogistic(examples: readonly Labelled[], penalty: number): Logistic {
  const scale = deviations(examples.map(({ row }) => row));
  const size = scale.length;
  const rows = examples.map(({ row }) =>
    Float64Array.from({ length: size + 1 }, (_, at) => (at < size ? (row[at] ?? 0) / (scale[at] ?? 1) : 1)),
  );
  const point = minimise(size + 1, (weights, slope) => {
    let loss = penalise(weights, slope, penalty, size);
    for (const [at, row] of rows.entries()) {
      const sign = examples[at]?.isTrue === true ? 1 : -1;
      const times = examples[at]?.weight ?? 1;
      const score = sign * dot(row, weights);
      loss += times * (score > 0 ? Math.log1p(Math.exp(-score)) : Math.log1p(Math.exp(score)) - score);
      addTo(slope, row, (-sign * times) / (1 + Math.exp(score)));
    }
    return loss;
  });
  return {
    bias: point[size] ?? 0,
    weights: point.slice(0, size).map((weight, at) => weight / (scale[at] ?? 1)),
  };
}

/** Standard deviation of each feature; 1 for one that never changes. */
function deviations(rows: readonly Float64Array[]): Float64Array {
  const size = rows[0]?.length ?? 0;
  const sums = new Float64Array(size);
  const squares = new Float64Array(size);
  for (const row of rows) {
    addTo(sums, row, 1);
    for (let at = 0; at < size; at++) squares[at] = (squares[at] ?? 0) + (row[at] ?? 0) ** 2;
  }
  return squares.map(
    (square, at) => Math.sqrt(Math.max(0, square / rows.length - ((sums[at] ?? 0) / rows.length) ** 2)) || 1,
  );
}

function penalise(point: Float64Array, slope: Float64Array, penalty: number, size: number): number {
  let loss = 0;
  for (let at = 0; at < size; at++) {
    const weight = point[at] ?? 0;
    loss += (penalty / 2) * weight ** 2;
    slope[at] = (slope[at] ?? 0) + penalty * weight;
  }
  return loss;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function addTo(to: Float64Array, row: Float64Array, times: number): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] ?? 0) + times * (row[at] ?? 0);
}
