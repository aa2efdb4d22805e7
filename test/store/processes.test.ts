import { createManualClock } from 'local-discord';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { createLog } from '../../src/log.ts';
import { openPostgres } from '../../src/postgres/postgres.ts';
import { BEAT, joinProcesses, LOOK, type Processes, type ProcessList } from '../../src/store/processes.ts';
import { usePostgres } from '../support/postgres-server.ts';
import { noPostgres } from '../support/start-postgres.ts';

const logLine = z.looseObject({ event: z.string() });

describe.skipIf(noPostgres)('joinProcesses()', () => {
  const server = usePostgres();

  /** As many processes of one bot, each on a shard of its own and with a connection of its own. */
  async function start(count: number) {
    const url = await server.createDatabase();
    const events: string[] = [];
    const log = createLog('warn', { write: (line) => events.push(logLine.parse(JSON.parse(line)).event) });
    const clock = createManualClock();
    const versions = Array.from({ length: count }, () => 'old');
    const joined: Processes[] = [];
    for (let at = 0; at < count; at++) {
      const postgres = await openPostgres(url, { clock, log, patience: 20_000 });
      onTestFinished(() => postgres.close());
      const self = () => ({ host: `bot-${at}`, first: at, last: at, count, version: versions[at] ?? '' });
      joined.push(joinProcesses({ postgres, self, clock, log }));
    }
    /** What the process of that number sees: the hosts with the version that each serves. */
    const seenBy = async (at: number) => rowsOf(await joined[at]?.list());
    const query = (sql: string) => server.query(url, sql);
    return { clock, joined, events, query, seenBy, versions };
  }

  const rowsOf = (list: ProcessList | undefined): readonly string[] =>
    list?.kind === 'known' ? list.processes.map(({ host, version }) => `${host} ${version}`) : ['none'];

  it('shows each process every other, by its shards, and itself', async () => {
    const { joined, seenBy } = await start(3);
    const all = ['bot-0 old', 'bot-1 old', 'bot-2 old'];
    for (const at of [0, 1, 2]) await expect.poll(() => seenBy(at)).toEqual(all);
    const list = await joined[1]?.list();
    if (list?.kind !== 'known') throw new Error('the processes are known');
    expect(list.processes.map(({ isSelf }) => isSelf)).toEqual([false, true, false]);
    expect(list.processes[1]).toMatchObject({ first: 1, last: 1, count: 3 });
    const [{ started, seen } = { started: 0, seen: 0 }] = list.processes;
    expect([started, seen].map((time) => Math.abs(Date.now() - time) < 60_000)).toEqual([true, true]);
  });

  it('tells the others every 15 seconds what it serves, and whoever asks at once', async () => {
    const { clock, seenBy, versions } = await start(2);
    await expect.poll(() => seenBy(1)).toEqual(['bot-0 old', 'bot-1 old']);
    versions[0] = 'new';
    clock.advance(BEAT - 1);
    expect(await seenBy(1)).toEqual(['bot-0 old', 'bot-1 old']);
    clock.advance(1);
    await expect.poll(() => seenBy(1)).toEqual(['bot-0 new', 'bot-1 old']);
    versions[1] = 'new';
    expect(await seenBy(1)).toEqual(['bot-0 new', 'bot-1 new']);
  });

  it('waits until all serve a version, for two seconds', async () => {
    const { clock, joined, seenBy, versions } = await start(2);
    await expect.poll(() => seenBy(1)).toHaveLength(2);
    expect(rowsOf(await joined[0]?.followed('old'))).toEqual(['bot-0 old', 'bot-1 old']);
    /** What comes of it when the other process has the version after as many looks; undefined: it never has. */
    const followedAfter = async (looks?: number) => {
      let rows: readonly string[] | undefined;
      void joined[0]?.followed(versions[0] ?? '').then((list) => (rows = rowsOf(list)));
      let looked = 0;
      const look = async () => {
        if (looked++ === looks) {
          versions[1] = versions[0] ?? '';
          await joined[1]?.beat();
        }
        clock.advance(LOOK);
        return rows;
      };
      await expect.poll(look, { interval: 5, timeout: 20_000 }).toBeDefined();
      return rows;
    };
    versions[0] = 'new';
    expect(await followedAfter(3)).toEqual(['bot-0 new', 'bot-1 new']);
    versions[0] = 'newer';
    expect(await followedAfter()).toEqual(['bot-0 newer', 'bot-1 new']);
  });

  it('takes a process away when it leaves, and for good', async () => {
    const { clock, joined, query, seenBy } = await start(2);
    await expect.poll(() => seenBy(1)).toHaveLength(2);
    await joined[0]?.leave();
    clock.advance(BEAT);
    expect(await seenBy(1)).toEqual(['bot-1 old']);
    expect(await query('SELECT count(*)::int AS n FROM pilcrow.process')).toEqual([{ n: 1 }]);
  });

  it('takes a process away that was silent for a minute, until it is heard again', async () => {
    const { clock, query, seenBy } = await start(2);
    await expect.poll(() => seenBy(1)).toHaveLength(2);
    const silence = (milliseconds: number) =>
      query(`UPDATE pilcrow.process SET seen = seen - ${milliseconds} WHERE host = 'bot-0'`);
    await silence(50_000);
    expect(await seenBy(1)).toHaveLength(2);
    await silence(10_000);
    expect(await seenBy(1)).toEqual(['bot-1 old']);
    expect(await query('SELECT host FROM pilcrow.process')).toEqual([{ host: 'bot-1' }]);
    clock.advance(BEAT);
    await expect.poll(() => seenBy(1)).toHaveLength(2);
  });

  it('knows nothing of the others while the database cannot be asked, says so once, and comes back', async () => {
    const { clock, joined, events, query, seenBy } = await start(1);
    await expect.poll(() => seenBy(0)).toEqual(['bot-0 old']);
    await query('ALTER TABLE pilcrow.process RENAME TO hidden');
    expect(await joined[0]?.list()).toEqual({ kind: 'unknown' });
    clock.advance(BEAT);
    expect(await joined[0]?.list()).toEqual({ kind: 'unknown' });
    expect(events.filter((event) => event === 'others are not told of this process')).toHaveLength(1);
    await query('ALTER TABLE pilcrow.hidden RENAME TO process');
    expect(await seenBy(0)).toEqual(['bot-0 old']);
  });
});
