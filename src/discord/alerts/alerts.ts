import type { Collections } from '../../library/collections.ts';
import type { RecordedChange } from '../../library/collection.ts';
import type { Log } from '../../log.ts';
import { renderChangeAlert, renderGapAlert } from '../../render/render-alert.ts';
import { unseenGaps } from '../../render/render-gaps.ts';
import type { Reply } from '../../render/reply.ts';
import type { AlertTurn, Settings, Store } from '../../store/store.ts';
import type { Clock } from '../../text/clock.ts';
import { changeSettings } from '../server-settings.ts';
import type { ChannelPoster } from './channel-poster.ts';

/** Tells servers that want it what was not answered there, once a day, and what changed among their reports. */
export interface Alerts {
  changed(server: string, change: RecordedChange): void;
  /** Begins nothing more. Resolves when what was begun is finished. */
  stop(): Promise<void>;
}

export interface AlertParts {
  readonly store: Store;
  readonly collections: Pick<Collections, 'seenIn'>;
  readonly post: ChannelPoster;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn' | 'error'>;
}

/** Milliseconds between two looks for servers that are due. */
export const INTERVAL = 60_000;
/** Servers at each look: all of a host with 80,000 get their turn within a day, and Discord no burst of messages. */
const MOST_TURNS = 60;

/** Looks for servers that are due once a minute, for as long as it is not stopped. */
export function createAlerts({ store, collections, post, clock, log }: AlertParts): Alerts {
  const stopping = new AbortController();
  const { signal } = stopping;
  let looking: Promise<void> = Promise.resolve();
  let announcing: Promise<void> = Promise.resolve();
  let cancel = store.keeps ? clock.after(INTERVAL, look) : () => undefined;

  function look(): void {
    looking = takeTurns()
      .catch((error: unknown) => log.error({ err: error }, 'alerts cannot be looked for'))
      .finally(() => {
        if (!signal.aborted) cancel = clock.after(INTERVAL, look);
      });
  }

  async function takeTurns(): Promise<void> {
    for (let turns = 0; turns < MOST_TURNS && !signal.aborted; turns++) {
      const turn = await store.takeAlertTurn();
      if (turn === undefined) return;
      // What one server is not told today, it is tomorrow; the others need not wait for that.
      await tellGaps(turn).catch((error: unknown) =>
        log.error({ err: error, server: turn.server }, 'alert failed'),
      );
    }
  }

  async function tellGaps({ server, told }: AlertTurn): Promise<void> {
    const settings = await store.settings(server);
    if (settings?.alerts === undefined) return;
    const groups = unseenGaps(await store.gaps(server));
    const latest = groups
      .flatMap(({ members }) => members)
      .reduce((time, { last }) => Math.max(time, last), 0);
    if (latest <= told) return;
    const { library } = await collections.seenIn(server, settings.reports);
    const reply = renderGapAlert(groups, latest, { library, locale: settings.alerts.locale });
    if (await deliver(server, settings.alerts, reply)) await store.saveTold({ server, told: latest });
  }

  async function tellChange(server: string, change: RecordedChange): Promise<void> {
    const settings = await store.settings(server);
    if (settings?.alerts === undefined) return;
    const { library } = await collections.seenIn(server, settings.reports);
    await deliver(
      server,
      settings.alerts,
      renderChangeAlert(change, { library, locale: settings.alerts.locale }),
    );
  }

  /** Whether it was sent. A channel that has gone does not come back; a permission may. */
  async function deliver(
    server: string,
    { channel }: NonNullable<Settings['alerts']>,
    reply: Reply,
  ): Promise<boolean> {
    const outcome = await post(server, channel, reply);
    if (outcome === 'sent') return true;
    log.warn({ server, channel, outcome }, 'alert not delivered');
    if (outcome === 'gone') await changeSettings(store, { id: server }, { alerts: undefined });
    return false;
  }

  return {
    changed(server, change) {
      announcing = announcing
        .then(() => tellChange(server, change))
        .catch((error: unknown) => log.error({ err: error, server }, 'alert failed'));
    },
    async stop() {
      stopping.abort();
      cancel();
      await Promise.all([looking, announcing]);
    },
  };
}
