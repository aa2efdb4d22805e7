import type { Amount } from './amounts.ts';

/** The largest relative difference that rounding may make. */
const ROUNDING = 0.05;

/** Whether the two cannot both be true of one thing. */
export function amountsDiffer(a: Amount, b: Amount): boolean {
  if (a.low <= b.high && b.low <= a.high) return false;
  return a.exact === undefined || b.exact === undefined || !isRounded(a.exact, b.exact);
}

/** "5,000" for 4,987: the one with fewer digits is the other one rounded. Small counts are meant exactly. */
function isRounded(a: number, b: number): boolean {
  const [plain, precise] = digitsOf(a) < digitsOf(b) ? [a, b] : [b, a];
  if (Math.max(a, b) < 100 && Number.isInteger(precise)) return false;
  if (Math.abs(a - b) > ROUNDING * Math.max(a, b)) return false;
  const digits = digitsOf(plain);
  return digits < digitsOf(precise) && Number(precise.toPrecision(digits)) === plain;
}

/** Significant digits: 4 for 4,987, 1 for 5,000, 2 for 4.7 million. */
const digitsOf = (value: number): number =>
  Math.min(15, Math.max(1, value.toExponential().replace(/e.*/u, '').replace('.', '').length));
