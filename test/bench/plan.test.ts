import { describe, expect, it } from 'vitest';
import { FULL, parsePart, parseSize, withServers, withSizes } from './plan.ts';
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
      '--only is "taste", wanted one of: quality, speed, stages, start, reload, load, servers, holds, scale, cluster',
    );
  });
});

describe('parseSize()', () => {
  it('reads a number of paragraphs', () => expect(parseSize('10000')).toBe(10_000));
  it.each(['0', '-1', '1.5', 'many', '', '1e400'])('refuses "%s"', (text) => {
    expect(() => parseSize(text)).toThrow('wanted a whole number from 1');
  });
});

describe('withServers()', () => {
  it('changes nothing but their number', () => {
    expect(withServers(FULL, undefined)).toBe(FULL);
    expect(withServers(FULL, '1000')).toEqual({ ...FULL, servers: { ...FULL.servers, count: 1000 } });
  });
  it.each(['0', '1001', 'all'])('refuses "%s"', (text) => {
    expect(() => withServers(FULL, text)).toThrow(
      `--servers is "${text}", wanted a whole number from 1 to 1000`,
    );
  });
});

describe('compareEnds()', () => {
  it.each([
    ['the third and the last of many windows', [9, 9, 9, 9, 1, 3, 5, 7, 3, 5], 2, 2, 4, 1],
    ['the third and the fourth of four', [9, 9, 4, 2], 1, 4, 2, -0.5],
    ['the halves of few', [1, 2, 5], 1, 1.5, 3.5, 4 / 3],
    ['a single look with itself', [4], 12, 4, 4, 0],
  ])('compares %s', (_, bytes, window, thirdBytes, lastBytes, growth) =>
    expect(compareEnds(bytes, window)).toEqual({ thirdBytes, lastBytes, growth: expect.closeTo(growth) }),
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
