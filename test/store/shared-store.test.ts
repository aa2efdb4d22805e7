import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { usePostgres } from '../support/postgres-server.ts';
import { noPostgres } from '../support/start-postgres.ts';
import { startProcess } from '../support/process.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { emptied, openStoreIn } from './support/store-in.ts';

const settings = { publicChannels: 'all', mentions: true, reports: 'both' } as const;

describe('stores that share a file', () => {
  loseNothing(async () => join(await createTempFolder({}), 'store.db'));
});
describe.skipIf(noPostgres)('stores that share a database of PostgreSQL', () => {
  loseNothing(emptied(usePostgres()));
});

/** What holds wherever several stores work on one `place`, each in a process of its own. */
function loseNothing(createPlace: () => Promise<string>): void {
  async function openHere(place: string) {
    const opened = await openStoreIn(place);
    onTestFinished(() => opened.store.close());
    return opened;
  }

  it('show at once what another has written', async () => {
    const place = await createPlace();
    const [{ store: one }, { store: other }] = [await openHere(place), await openHere(place)];
    await one.saveSettings('1', settings);
    expect(await other.settings('1')).toEqual(settings);
    await other.saveSettings('1', { ...settings, mentions: false, reports: 'both' });
    expect(await one.settings('1')).toEqual({ ...settings, mentions: false, reports: 'both' });
  });

  it('count each of what all ask at once, of the same questions', async () => {
    const place = await createPlace();
    const stores = [await openHere(place), await openHere(place), await openHere(place)];
    const asked = Array.from({ length: 100 }, (_, n) => `Question ${n % 10}?`);
    await Promise.all(
      stores.map(async ({ store }, at) => {
        // Each in an order of its own, so that they meet at different rows.
        const order = at % 2 === 0 ? asked : asked.toReversed();
        for (const question of order.slice(0, 10)) await store.keepUnanswered(question, undefined);
        await Promise.all(order.slice(10).map((question) => store.keepUnanswered(question, undefined)));
      }),
    );
    const gaps = (await stores[0]?.store.gaps(undefined)) ?? [];
    expect(gaps.map(({ count }) => count)).toEqual(Array.from({ length: 10 }, () => 30));
  });

  it('give the turn of a server to one of them, over restarts too', async () => {
    const place = await createPlace();
    const opened = [await openHere(place), await openHere(place), await openHere(place)];
    const servers = Array.from({ length: 20 }, (_, at) => `${at}`);
    const alerts = { channel: '3', locale: 'en' };
    for (const server of servers) await opened[0]?.store.saveSettings(server, { ...settings, alerts });
    const takeAll = async (stores: readonly Store[]) => {
      const turns = await Promise.all(
        stores.flatMap((store) => servers.map(async () => (await store.takeAlertTurn())?.server)),
      );
      return turns.filter((server) => server !== undefined).toSorted();
    };
    expect(await takeAll(opened.map(({ store }) => store))).toEqual(servers.toSorted());
    await Promise.all(opened.map(({ store }) => store.close()));
    const { store, clock } = await openHere(place);
    expect(await takeAll([store])).toEqual([]);
    clock.advance(86_400_000);
    expect(await takeAll([store])).toEqual(servers.toSorted());
  });

  it('hold all that was acknowledged when their processes are killed', async () => {
    const place = await createPlace();
    const script = join(import.meta.dirname, 'support/write-forever.ts');
    const shards = ['a', 'b'].map((shard) => startProcess(script, { STORE_PLACE: place, SHARD: shard }));
    await Promise.all(shards.map((shard) => shard.printed(/acknowledged 199\n/)));
    for (const { child } of shards) child.kill('SIGKILL');
    await Promise.all(shards.map((shard) => shard.exited));
    const { store, logged } = await openHere(place);
    expect(logged).toEqual([]);
    const kept = new Set((await store.gaps(undefined)).map(({ question }) => question));
    for (const [index, shard] of shards.entries()) {
      const last = Number([...shard.output().matchAll(/acknowledged (\d+)\n/g)].at(-1)?.[1]);
      const asked = Array.from({ length: last + 1 }, (_, n) => `Shard ${'ab'.at(index)} question ${n}?`);
      expect(asked.filter((question) => !kept.has(question))).toEqual([]);
    }
  });
}
