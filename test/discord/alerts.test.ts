import { setImmediate } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { createAlerts, INTERVAL } from '../../src/discord/alerts/alerts.ts';
import type { ChannelPoster } from '../../src/discord/alerts/channel-poster.ts';
import { createFixedLibrary } from '../../src/library/library.ts';
import type { Store } from '../../src/store/store.ts';
import { createManualClock } from 'local-discord';
import { reportOf } from '../support/report.ts';
import { openStoreIn } from '../store/support/store-in.ts';

const DAY = 86_400_000;
const library = createFixedLibrary([reportOf(['The ferry sank off Corvo.'])]);
const serverAt = (index: number): string => String(10n ** 17n + BigInt(index));

/** Servers with a gap each, that want to be told. */
async function withServers(count: number, store: Store): Promise<void> {
  const alerts = { channel: '3', locale: 'en' };
  for (let index = 0; index < count; index++) {
    await store.saveSettings(serverAt(index), {
      publicChannels: 'all',
      mentions: true,
      reports: 'both',
      alerts,
    });
    await store.keepUnanswered(`Which zebra won race ${index}?`, serverAt(index));
  }
}

/** Alerts over a store; `posted` are the servers that were told, in order. */
async function start(count: number, post: ChannelPoster = () => Promise.resolve('sent')) {
  const clock = createManualClock();
  const { store } = await openStoreIn(':memory:', { clock });
  onTestFinished(() => store.close());
  await withServers(count, store);
  const posted: string[] = [];
  const errors: unknown[] = [];
  const log = {
    warn: (fields: unknown) => errors.push(fields),
    error: (fields: unknown) => errors.push(fields),
  };
  const begin = () =>
    createAlerts({
      store,
      collections: { seenIn: async () => ({ library: await library, owner: undefined }) },
      post: async (server, channel, reply) => {
        posted.push(server);
        return post(server, channel, reply);
      },
      clock,
      log,
    });
  /** A turn of the clock, and all that it began. */
  const pass = async (milliseconds: number): Promise<void> => {
    clock.advance(milliseconds);
    for (let turn = 0; turn < 400; turn++) await setImmediate();
  };
  return { store, posted, errors, begin, pass };
}

it('sixty servers are told in a minute, and each of many within the minutes that this takes', async () => {
  const { posted, begin, pass } = await start(130);
  begin();
  const told: number[] = [];
  for (let minute = 0; minute < 4; minute++) {
    await pass(INTERVAL);
    told.push(posted.length);
  }
  expect(told).toEqual([60, 120, 130, 130]);
  expect(new Set(posted).size).toBe(130);
});

it('two processes together tell a server once a day, over a restart too', async () => {
  const { posted, store, begin, pass } = await start(5);
  const processes = [begin(), begin()];
  await pass(INTERVAL);
  expect(posted).toHaveLength(5);
  for (const each of processes) await each.stop();
  begin();
  await store.keepUnanswered('Who sold llamas?', serverAt(0));
  for (let hour = 1; hour < 24; hour++) await pass(DAY / 24);
  expect(posted).toHaveLength(5);
  await pass(DAY / 24);
  expect(posted.slice(5)).toEqual([serverAt(0)]);
});

it('what could not be sent is told the day after, and keeps nobody else waiting', async () => {
  let isDown = true;
  const { posted, errors, begin, pass } = await start(2, async (server) => {
    if (isDown && server === serverAt(0)) throw new Error('Discord is down');
    return 'sent';
  });
  begin();
  await pass(INTERVAL);
  expect(posted.toSorted()).toEqual([serverAt(0), serverAt(1)]);
  expect(errors).toMatchObject([{ server: serverAt(0) }]);
  isDown = false;
  await pass(DAY);
  expect(posted.slice(2)).toEqual([serverAt(0)]);
});

it('nothing is told where there is nothing, and nothing is begun after the stop', async () => {
  const { posted, store, begin, pass } = await start(1);
  await store.markSeen(serverAt(0), Date.UTC(2100, 1));
  const alerts = begin();
  await pass(INTERVAL);
  expect(posted).toEqual([]);
  await store.keepUnanswered('Who sold llamas?', serverAt(0));
  await alerts.stop();
  await pass(2 * DAY);
  expect(posted).toEqual([]);
});
