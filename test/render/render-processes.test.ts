import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderProcesses, type ShardRange } from '../../src/render/render-processes.ts';

const COUNT = 12;

/** The shards of all numbers that the text names as run by nobody. */
function unservedIn(ranges: readonly Pick<ShardRange, 'first' | 'last'>[]): readonly number[] {
  const processes = ranges.map((range, at) => ({
    ...range,
    count: COUNT,
    host: 'host',
    version: '1',
    started: 0,
    seen: 0,
    isSelf: at === 0,
  }));
  const [text = ''] = renderProcesses({ kind: 'known', processes }, '1', 'en-US');
  const [, line = ''] = text.split('\n');
  return line.startsWith('- ')
    ? []
    : [...line.matchAll(/(\d+)(?:-(\d+))?\/12/gu)].flatMap(([, first, last = first]) =>
        Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => Number(first) + at),
      );
}

it('renderProcesses() names every shard that no process runs, and no other', () => {
  const shard = fc.nat(COUNT - 1);
  const range = fc
    .tuple(shard, shard)
    .map(([one, other]) => ({ first: Math.min(one, other), last: Math.max(one, other) }));
  fc.assert(
    fc.property(fc.array(range, { minLength: 1, maxLength: 6 }), (ranges) => {
      const isRun = (at: number) => ranges.some(({ first, last }) => first <= at && at <= last);
      const all = Array.from({ length: COUNT }, (_, at) => at);
      expect(unservedIn(ranges)).toEqual(all.filter((at) => !isRun(at)));
    }),
  );
});
