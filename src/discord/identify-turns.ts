import { type ClientOptions, type IIdentifyThrottler, SimpleIdentifyThrottler } from 'discord.js';
import type { Log } from '../log.ts';
import type { Clock } from '../text/clock.ts';

/**
 * Milliseconds from one log-in to the next in the same bucket: the five seconds of Discord's documentation ("Rate limiting",
 * Gateway), and half a second for networks of which one is slower.
 */
export const BETWEEN_LOG_INS = 5500;

export interface IdentifyTurnParts {
  /** Waits until no other process has the turn of that bucket. What it gives hands the turn on. */
  readonly takeTurn: (bucket: number, signal: AbortSignal) => Promise<() => void>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
}

/**
 * Spaces the log-ins of shards over all processes: Discord takes one in five seconds from each of its `buckets`, in which
 * the shards are in turn. Where no turn can be had, they are spaced within this process, and Discord has those try again
 * that come too early.
 */
export function createIdentifyTurns(
  buckets: number,
  { takeTurn, clock, log }: IdentifyTurnParts,
  here: IIdentifyThrottler = new SimpleIdentifyThrottler(buckets),
): IIdentifyThrottler {
  /** The last of this process in each bucket. Each waits for the one before, for whoever waits for a turn has a connection. */
  const last = new Map<number, Promise<unknown>>();

  async function wait(
    shard: number,
    before: Promise<unknown> | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    await before;
    signal.throwIfAborted();
    try {
      clock.after(BETWEEN_LOG_INS, await takeTurn(shard % buckets, signal));
    } catch (error) {
      signal.throwIfAborted();
      log.warn({ err: error, shard }, 'log-ins are not spaced over all processes');
    }
    await here.waitForIdentify(shard, signal);
  }

  return {
    waitForIdentify(shard, signal) {
      const bucket = shard % buckets;
      const turn = wait(shard, last.get(bucket), signal);
      last.set(bucket, Promise.allSettled([turn]));
      return turn;
    },
  };
}

export type BuildThrottler = NonNullable<NonNullable<ClientOptions['ws']>['buildIdentifyThrottler']>;

/** The same, with as many buckets as Discord says. */
export const spaceLogIns =
  (parts: IdentifyTurnParts): BuildThrottler =>
  async (manager) => {
    const { session_start_limit: limit } = await manager.fetchGatewayInformation();
    return createIdentifyTurns(limit.max_concurrency, parts);
  };
