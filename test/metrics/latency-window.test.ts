import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLatencyWindow } from '../../src/metrics/metrics.ts';

describe('createLatencyWindow()', () => {
  it('knows no percentile of nothing', () => {
    expect(createLatencyWindow(3).percentile(0.5)).toBeUndefined();
  });

  it.each([
    ['the middle of five', [5, 1, 4, 2, 3], 0.5, 3],
    ['the lower middle of four', [1, 2, 3, 4], 0.5, 2],
    ['the largest of few', [1, 2, 3], 0.99, 3],
    ['the smallest', [3, 1, 2], 0, 1],
    ['the last ones only', [100, 100, 1, 2, 3, 4, 5], 1, 5],
  ])('gives %s', (_, durations, share, expected) => {
    const window = createLatencyWindow(5);
    for (const each of durations) window.add(each);
    expect(window.percentile(share)).toBe(expected);
  });

  it('gives the smallest of the last durations that the share does not exceed', () => {
    const durations = fc.array(fc.nat(100), { minLength: 1, maxLength: 40 });
    const share = fc.integer({ min: 1, max: 100 }).map((hundredth) => hundredth / 100);
    fc.assert(
      fc.property(durations, fc.integer({ min: 1, max: 12 }), share, (all, size, part) => {
        const window = createLatencyWindow(size);
        for (const each of all) window.add(each);
        const last = all.slice(-size);
        const enough = last.filter(
          (limit) => last.filter((each) => each <= limit).length >= part * last.length,
        );
        expect(window.percentile(part)).toBe(Math.min(...enough));
      }),
    );
  });
});
