import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthExponent, quantile, sorted, spreadOf } from './statistics.ts';

describe('quantile()', () => {
  it.each([
    ['the least', [1, 2, 3, 4], 0, 1],
    ['the median of an even number as the lower one', [1, 2, 3, 4], 0.5, 2],
    ['the median of an odd number', [1, 2, 9], 0.5, 2],
    ['the most', [1, 2, 3, 4], 1, 4],
    ['the 99th of a hundred', Array.from({ length: 100 }, (_, at) => at + 1), 0.99, 99],
    ['the only one', [7], 0.99, 7],
  ])('gives %s', (_, ordered, share, wanted) => expect(quantile(ordered, share)).toBe(wanted));

  it('has none of no numbers', () => expect(() => quantile([], 0.5)).toThrow('there are no numbers'));

  it('is reached by at least that share of the numbers, and by no smaller number', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (numbers, share) => {
          const found = quantile(sorted(numbers), share);
          const notAbove = numbers.filter((number) => number <= found).length;
          const below = numbers.filter((number) => number < found).length;
          expect(notAbove).toBeGreaterThanOrEqual(share * numbers.length);
          expect(below).toBeLessThan(share * numbers.length);
        },
      ),
    );
  });
});

describe('spreadOf()', () => {
  it.each([
    ['one run', [5], { median: 5, least: 5, most: 5 }],
    ['two runs', [9, 5], { median: 7, least: 5, most: 9 }],
    ['three runs', [9, 5, 6], { median: 6, least: 5, most: 9 }],
  ])('gives the middle and the ends of %s', (_, runs, wanted) => expect(spreadOf(runs)).toEqual(wanted));
});

describe('growthExponent()', () => {
  const over = (sizes: readonly number[], of: (size: number) => number) =>
    growthExponent(sizes.map((x) => ({ x, y: of(x) })));
  const sizes = [646, 10_000, 100_000];

  it.each([
    ['0 for what stays', () => 3, 0],
    ['1 for what is proportional', (size: number) => 7 * size, 1],
    ['2 for a square', (size: number) => 0.1 * size ** 2, 2],
    ['1/2 for a square root', (size: number) => Math.sqrt(size), 0.5],
    ['less than 0 for what shrinks', (size: number) => 1 / size, -1],
  ])('is %s', (_, of, wanted) => expect(over(sizes, of)).toBeCloseTo(wanted, 10));

  it.each([
    ['no sizes', []],
    ['one size', [646]],
    ['the same size twice', [646, 646]],
  ])('is not known from %s', (_, few) => expect(over(few, (size) => size)).toBeUndefined());

  it('is found again, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        (power, factor) => {
          expect(over(sizes, (size) => factor * size ** power)).toBeCloseTo(power, 6);
        },
      ),
    );
  });
});
