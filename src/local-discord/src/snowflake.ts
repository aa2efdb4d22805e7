import type { Snowflake } from 'discord-api-types/v10';

/** The first millisecond of 2015, from which Discord counts. */
const DISCORD_EPOCH = 1_420_070_400_000n;

/**
 * Makes ids as Discord does: 42 bits of time, then a counter in the lowest 12 bits. Each id is greater than the one
 * before it, even when the clock stands still or a millisecond holds more than 4,096 of them. Their time goes on when the
 * clock is put back, as Discord's does when ours is.
 */
export const createSnowflakes = (now: () => number): (() => Snowflake) => {
  let last = 0n;
  let [latest, putBack] = [0, 0];
  return () => {
    const time = now();
    if (time + putBack < latest) putBack = latest - time;
    latest = time + putBack;
    const first = (BigInt(latest) - DISCORD_EPOCH) << 22n;
    last = first > last ? first : last + 1n;
    return String(last);
  };
};

/** The shard that gets a guild's events. Formula of Discord's gateway documentation, "Sharding". */
export const shardOf = (guildId: Snowflake, shardCount: number): number =>
  Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
