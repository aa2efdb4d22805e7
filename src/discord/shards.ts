import type { ShardRange } from '../render/render-processes.ts';

/** Which of the bot's shards a process runs. `auto`: all of them, as many as Discord recommends. */
export type Shards = 'auto' | ShardRange;

/** One process that serves all of Discord's servers over one connection. */
export const ONE_SHARD: ShardRange = { first: 0, last: 0, count: 1 };

/** As in an error's "wanted …". */
export const SHARDS_WANTED =
  'the shards of this process and how many there are, such as 0-3/16; or, to have them counted out, a name that ends ' +
  'with the number of this process (from 0), the shards of each, and how many there are, such as pilcrow-0:4/16; or auto';

const RANGE = /^(\d{1,5})(?:-(\d{1,5}))?\/(\d{1,5})$/u;
const COUNTED_OUT = /(?<!\d)(\d{1,5}):(\d{1,5})\/(\d{1,5})$/u;

/**
 * Reads `0-3/16`, `3/16`, `auto`, or `pilcrow-2:4/16`, which are 8 to 11: the third process of those that have 4 each,
 * as far as there are so many. Undefined for anything else.
 */
export function parseShards(text: string): Shards | undefined {
  if (text === 'auto') return 'auto';
  const [, from, to = from, all] = RANGE.exec(text) ?? [];
  if (from !== undefined) return within({ first: Number(from), last: Number(to), count: Number(all) });
  const [, ordinal, each, count] = (COUNTED_OUT.exec(text) ?? []).map(Number);
  if (ordinal === undefined || each === undefined || count === undefined) return undefined;
  const first = ordinal * each;
  return within({ first, last: Math.min(first + each, count) - 1, count });
}

const within = (range: ShardRange): ShardRange | undefined =>
  range.first <= range.last && range.last < range.count ? range : undefined;

/** How discord.js is told. Always in full, for what it is not told it reads from SHARDS itself, in another form. */
export const clientShards = (shards: Shards) =>
  shards === 'auto'
    ? { shards }
    : {
        shards: Array.from({ length: shards.last - shards.first + 1 }, (_, at) => shards.first + at),
        shardCount: shards.count,
      };
