import { createManualClock } from 'local-discord';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BETWEEN_LOG_INS, createIdentifyTurns } from '../../src/discord/identify-turns.ts';
import { createLog } from '../../src/log.ts';
import { openPostgres, type Postgres } from '../../src/postgres/postgres.ts';
import { usePostgres } from '../support/postgres-server.ts';
import { noPostgres } from '../support/start-postgres.ts';

const BUCKETS = 2;
const never = new AbortController().signal;

/** Processes of which each waits with its shards; `identified` has those that may log in, in order. */
function startProcesses(takeTurns: readonly Postgres['hold'][]) {
  const clock = createManualClock();
  const identified: number[] = [];
  const events: unknown[] = [];
  const log = createLog('info', { write: (line) => events.push(JSON.parse(line)) });
  const here = { waitForIdentify: async (shard: number) => void identified.push(shard) };
  const processes = takeTurns.map((takeTurn) => createIdentifyTurns(BUCKETS, { takeTurn, clock, log }, here));
  const wait = async (at: number, shard: number, signal = never) =>
    processes[at]?.waitForIdentify(shard, signal);
  return { clock, identified, events, wait };
}

describe.skipIf(noPostgres)('createIdentifyTurns(), with locks of PostgreSQL', () => {
  const server = usePostgres();

  async function start(count: number) {
    const url = await server.createDatabase();
    const log = createLog('silent');
    const clock = createManualClock();
    const opened: Postgres[] = [];
    for (let at = 0; at < count; at++) opened.push(await openPostgres(url, { clock, log, patience: 20_000 }));
    onTestFinished(async () => void (await Promise.all(opened.map((postgres) => postgres.close()))));
    const terminate = (which: string) =>
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND ${which}`;
    const waiting = async (): Promise<number> => {
      const sql = `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
      return Number((await server.query(url, sql))[0]?.['n']);
    };
    return { url, waiting, terminate, ...startProcesses(opened.map(({ hold }) => hold)) };
  }

  it('lets one shard of a bucket log in after the other, whatever process it is in', async () => {
    const { clock, identified, wait, waiting } = await start(3);
    await wait(0, 0);
    // The other bucket has its own turn.
    await wait(1, 1);
    expect(identified).toEqual([0, 1]);
    const second = wait(1, 2);
    await expect.poll(waiting).toBe(1);
    const third = wait(2, 4);
    await expect.poll(waiting).toBe(2);
    clock.advance(BETWEEN_LOG_INS - 1);
    expect(identified).toEqual([0, 1]);
    clock.advance(1);
    await second;
    expect(identified).toEqual([0, 1, 2]);
    expect(await waiting()).toBe(1);
    clock.advance(BETWEEN_LOG_INS);
    await third;
    expect(identified).toEqual([0, 1, 2, 4]);
  });

  it('has one shard of a process wait for each bucket, however many there are, and with patience', async () => {
    const { url, clock, identified, wait, waiting } = await start(1);
    const sql =
      "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET lock_timeout = 1', current_database()); END $$";
    await server.query(url, sql);
    const all = [0, 1, 2, 3, 4].map((shard) => wait(0, shard));
    await Promise.all(all.slice(0, 2));
    await expect.poll(waiting).toBe(2);
    clock.advance(BETWEEN_LOG_INS);
    await Promise.all(all.slice(2, 4));
    await expect.poll(waiting).toBe(1);
    clock.advance(BETWEEN_LOG_INS);
    await all[4];
    expect(identified.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
  });

  it('forgets a shard whose connection ended while it waited, and a process that ended', async () => {
    const { url, identified, terminate, wait, waiting } = await start(3);
    await wait(0, 0);
    const leaving = new AbortController();
    const left = wait(1, 2, leaving.signal);
    await expect.poll(waiting).toBe(1);
    leaving.abort(new Error('the shard was closed'));
    await expect(left).rejects.toThrow('the shard was closed');
    const next = wait(2, 4);
    await server.query(url, terminate('granted'));
    await next;
    expect(identified).toEqual([0, 4]);
  });

  it('lets shards log in though the database is lost while they wait, and says so', async () => {
    const { url, events, identified, terminate, wait, waiting } = await start(2);
    await wait(0, 0);
    const next = wait(1, 2);
    await expect.poll(waiting).toBe(1);
    await server.query(url, terminate('NOT granted'));
    await next;
    expect(identified).toEqual([0, 2]);
    expect(events).toMatchObject([{ shard: 2, event: 'log-ins are not spaced over all processes' }]);
  });
});

it('createIdentifyTurns() lets shards log in without a turn where none can be had, and says so', async () => {
  const { identified, events, wait } = startProcesses([
    () => Promise.reject(new Error('nothing listens there')),
  ]);
  await wait(0, 3);
  expect(identified).toEqual([3]);
  expect(events).toMatchObject([
    { level: 'warn', shard: 3, err: { message: 'nothing listens there' }, event: expect.any(String) },
  ]);
});
