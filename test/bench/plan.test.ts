import { describe, expect, it } from 'vitest';
import { FULL, parsePart, parseSize, withServers, withSizes } from './plan.ts';
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
      '--only is "taste", wanted one of: quality, speed, stages, start, reload, load, servers',
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
    ['the first and last windows', [10, 20, 99, 99, 99, 30, 60], 2, 15, 45, 2],
    ['thirds, where there are few', [10, 99, 20], 12, 10, 20, 1],
    ['a heap that shrinks', [10, 5], 1, 10, 5, -0.5],
  ])('compares %s', (_, bytes, window, firstBytes, lastBytes, growth) =>
    expect(compareEnds(bytes, window)).toEqual({ firstBytes, lastBytes, growth }),
  );
});
