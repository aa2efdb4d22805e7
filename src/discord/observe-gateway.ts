import { type Client, Events } from 'discord.js';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics/metrics.ts';

/** Tells `log` and `metrics` how a connected client fares. */
export function observeGateway(client: Client<true>, log: Log, metrics: Pick<Metrics, 'gateway'>): void {
  metrics.gateway('connected');
  client.on(Events.Error, (error) => log.error({ err: error }, 'client error'));
  client.on(Events.ShardError, (error, shard) => log.warn({ err: error, shard }, 'gateway error'));
  client.on(Events.ShardReconnecting, (shard) => {
    metrics.gateway('connecting');
    log.warn({ shard }, 'gateway reconnecting');
  });
  client.on(Events.ShardResume, (shard) => {
    metrics.gateway('connected');
    log.info({ shard }, 'gateway resumed');
  });
  // A session that could not be resumed begins anew, and its guilds come in again.
  client.on(Events.ShardReady, (shard) => {
    metrics.gateway('connected');
    log.info({ shard }, 'gateway session begun anew');
  });
  client.on(Events.ShardDisconnect, () => metrics.gateway('stopped'));
}
