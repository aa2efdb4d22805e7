import { describe, expect, it } from 'vitest';
import { FULL, parsePart, parseSize, withSizes } from './plan.ts';
import { recoveredAfter } from './bot/overload.ts';
import { compareEnds } from './bot/measure-soak.ts';

describe('withSizes()', () => {
  it.each([
    ['no sizes leave the plan as it is', [], [646, 10_000, 100_000], [3, 3, 1]],
    ['a size between two has the effort of the smaller', [5000], [5000], [3]],
    ['a size below all has the effort of the smallest', [10, 200_000], [10, 200_000], [3, 1]],
  ])('%s', (_, sizes, paragraphs, runs) => {
    const { speed } = withSizes(FULL, sizes);
    expect(speed.map((planned) => planned.paragraphs)).toEqual(paragraphs);
    expect(speed.map((planned) => planned.runs)).toEqual(runs);
  });
});

describe('parsePart()', () => {
  it('knows the parts', () => expect(parsePart('load')).toBe('load'));
  it('names them where it is given another', () => {
    expect(() => parsePart('taste')).toThrow(
      '--only is "taste", wanted one of: quality, speed, stages, start, reload, load',
    );
  });
});

describe('parseSize()', () => {
  it('reads a number of paragraphs', () => expect(parseSize('10000')).toBe(10_000));
  it.each(['0', '-1', '1.5', 'many', '', '1e400'])('refuses "%s"', (text) => {
    expect(() => parseSize(text)).toThrow('wanted a whole number from 1');
  });
});

describe('compareEnds()', () => {
  it.each([
    ['the first and last windows', [10, 20, 99, 99, 99, 30, 60], 2, 15, 45, 2],
    ['thirds, where there are few', [10, 99, 20], 12, 10, 20, 1],
    ['a heap that shrinks', [10, 5], 1, 10, 5, -0.5],
  ])('compares %s', (_, bytes, window, firstBytes, lastBytes, growth) =>
    expect(compareEnds(bytes, window)).toEqual({ firstBytes, lastBytes, growth }),
  );
});

describe('recoveredAfter()', () => {
  const sent = (due: number, isFailed = false) => ({ due, isFailed, waitMs: isFailed ? 3000 : 5 });
  it.each([
    ['0 when all were answered', [sent(1000), sent(2000), sent(6000)], 0],
    ['the time of the last that failed', [sent(1000, true), sent(2500, true), sent(3000), sent(6000)], 1.5],
    ['nothing when the last ones failed', [sent(1000), sent(5500, true), sent(6000)], undefined],
  ])('is %s', (_, outcomes, seconds) => expect(recoveredAfter(outcomes, 1000)).toBe(seconds));
});
