import { parseShards } from '../../src/discord/shards.ts';

/** How many processes run each shard, when they have these SHARDS. @throws when they do not count the same shards */
export function countShards(shards: readonly string[]): readonly number[] {
  const ranges = shards.map((text) => {
    const range = parseShards(text);
    if (range === undefined || range === 'auto') throw new Error(`"${text}" names no shards`);
    return range;
  });
  const [count = 0, ...others] = new Set(ranges.map((range) => range.count));
  if (others.length > 0) throw new Error('all processes count the same shards');
  return Array.from(
    { length: count },
    (_, shard) => ranges.filter(({ first, last }) => first <= shard && shard <= last).length,
  );
}
