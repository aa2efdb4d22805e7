import { measure, type Measures, type Outcome } from '../eval/measure.ts';

export function printMeasures(name: string, measures: Measures): void {
  const rounded = JSON.stringify(measures, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toFixed(4)) : value,
  );
  process.stdout.write(`${name}: ${rounded}\n`);
}

/** The measures at the confidence below which that share of the answerable questions stands. */
export function printOperatingPoint(outcomes: readonly Outcome[], share: number): void {
  const confidences = outcomes
    .filter(({ question }) => question.kind === 'answerable')
    .map(({ confidence }) => confidence)
    .sort((a, b) => a - b);
  const point = confidences[Math.floor(share * confidences.length)] ?? 0;
  printMeasures(`quoting from ${point.toFixed(4)} on`, measure(outcomes, point));
}
