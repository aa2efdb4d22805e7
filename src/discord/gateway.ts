import { type Client, type ClientOptions, Events, SimpleShardingStrategy } from 'discord.js';
import { z } from 'zod';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/metrics.ts';

type BuildStrategy = NonNullable<NonNullable<ClientOptions['ws']>['buildStrategy']>;

/** What the gateway passes on. Of an event that cannot be read, only its name is certain. */
const handedOn = z.object({ data: z.object({ t: z.string() }) });

/**
 * Builds the client's usual sharding, in which an event that the client cannot read is logged and skipped: else it is
 * thrown where nobody can catch it, and one malformed event ends the process.
 */
export const skipUnreadable =
  (log: Log): BuildStrategy =>
  (manager) => {
    manager.emit = new Proxy(manager.emit.bind(manager), {
      apply(emit, self, event) {
        try {
          return Reflect.apply(emit, self, event);
        } catch (error) {
          const name = handedOn.safeParse(event[1]).data?.data.t;
          log.error({ err: error, name }, 'gateway event skipped');
          return true;
        }
      },
    });
    return new SimpleShardingStrategy(manager);
  };

/** Logs and counts what happens to the connection of a client. */
export function observeGateway(
  client: Client,
  log: Log,
  metrics: Pick<Metrics, 'gateway' | 'heartbeats'>,
): void {
  metrics.gateway('connected');
  const away = new Set<number>();
  const back = (shard: number): void => {
    away.delete(shard);
    if (away.size === 0) metrics.gateway('connected');
  };
  // A new connection begins with the old one's time; of several, the one silent for longest counts.
  metrics.heartbeats(() => Math.min(...client.ws.shards.map(({ lastPingTimestamp }) => lastPingTimestamp)));
  client.on(Events.Error, (error) => log.error({ err: error }, 'client error'));
  client.on(Events.ShardError, (error, shard) => log.warn({ err: error, shard }, 'gateway error'));
  client.on(Events.ShardReconnecting, (shard) => {
    away.add(shard);
    metrics.gateway('connecting');
    log.warn({ shard }, 'gateway reconnecting');
  });
  client.on(Events.ShardResume, (shard) => {
    back(shard);
    log.info({ shard }, 'gateway resumed');
  });
  // A session that could not be resumed begins anew, and its guilds come in again.
  client.on(Events.ShardReady, (shard) => {
    back(shard);
    log.info({ shard }, 'gateway session begun anew');
  });
  client.on(Events.ShardDisconnect, () => metrics.gateway('stopped'));
}
