import { once } from 'node:events';
import type { Pool } from 'pg';
import { createReach, RETRY_AFTER } from '../create-reach.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../text/clock.ts';
import { explainPostgresError, isLoss } from './explain-error.ts';
import { StoreError, storeError } from '../store-error.ts';
import { holdLock } from './hold-lock.ts';
import { listenAgain } from './listen-again.ts';
import { createPool, limits } from './create-pool.ts';
import { look, migrate } from './schema.ts';

/** For a connection, an answer, a lock. In milliseconds: Discord waits 3 seconds for a reply. */
const PATIENCE = 1500;
/** For each step of what may take long, and which nobody's reply waits for. In milliseconds. */
export const LONG_PATIENCE = 60_000;

/** Gives the rows. Without values, `sql` may be several statements. */
export type Ask = <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/** A PostgreSQL server with our tables, in a schema of their own. One that is lost later is found again. */
export interface Postgres {
  /** The server and its database: as messages name it, without any secret. */
  readonly place: string;
  /** Fails at once while the server is lost. `patience`: for this answer, in milliseconds. @throws {StoreError} */
  readonly read: <Row extends object>(
    sql: string,
    values?: readonly unknown[],
    patience?: number,
  ) => Promise<readonly Row[]>;
  /** All that `work` does, or nothing of it. `patience`: for each step, in milliseconds. @throws {StoreError} */
  readonly write: <Result>(work: (ask: Ask) => Promise<Result>, patience?: number) => Promise<Result>;
  /**
   * Calls `onNotice` with what is told on the channel, on a connection of its own; with nothing each time when it
   * listens again, because what was told meanwhile is not heard. The result ends it.
   */
  listen(channel: string, onNotice: (told: string | undefined) => void): () => void;
  /** Waits for the lock of that number and holds it until the result is called: see `holdLock()`. */
  readonly hold: (number: number, signal: AbortSignal) => Promise<() => void>;
  readonly close: () => Promise<void>;
}

export interface PostgresOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** For a connection, an answer, a lock. In milliseconds. */
  readonly patience?: number;
  /** Given: a server that cannot be reached now is waited for, until this is aborted. */
  readonly signal?: AbortSignal;
}

/** @throws {StoreError} when the server cannot be reached or is too old, or the tables cannot be used. */
export async function openPostgres(
  url: string,
  { clock, log, patience = PATIENCE, signal }: PostgresOptions,
): Promise<Postgres> {
  const { pool, place, connect } = await createPool(url, patience, log);
  const failure = failureOf(place);
  const reach = createReach({
    role: 'store',
    place,
    consequence: 'what comes now is not kept',
    probe: () => pool.query('SELECT 1'),
    isLoss,
    explain: explainPostgresError,
    refuse: (message, what) => new StoreError(message, { unread: what === 'read' ? 'records' : undefined }),
    clock,
    log,
  });
  const listeners = new Set<() => void>();
  const closing = new AbortController();

  try {
    const begin = () => inTransaction(pool, (ask) => migrate(ask, place), LONG_PATIENCE);
    await (signal === undefined ? begin() : whenReached(begin, signal, { place, clock, log }));
  } catch (error) {
    await pool.end();
    throw failure('open', error);
  }
  const orTell = <Result>(what: 'read' | 'write to', work: Promise<Result>): Promise<Result> =>
    work.catch((error: unknown) => {
      throw failure(what, error);
    });

  return {
    place,
    read: <Row extends object>(sql: string, values: readonly unknown[] = [], limit?: number) =>
      orTell(
        'read',
        reach.read<readonly Row[]>(async () =>
          limit === undefined
            ? (await pool.query<Row>(sql, [...values])).rows
            : inTransaction(pool, (ask) => ask<Row>(sql, values), limit),
        ),
      ),
    write: (work, patience) =>
      orTell(
        'write to',
        reach.write(() => inTransaction(pool, work, patience)),
      ),
    listen(channel, onNotice) {
      const stop = listenAgain({ connect, channel, onNotice, clock });
      listeners.add(stop);
      return () => {
        listeners.delete(stop);
        stop();
      };
    },
    hold: (number, signal) => holdLock(connect, number, AbortSignal.any([signal, closing.signal])),
    close: async () => {
      closing.abort();
      for (const stop of listeners) stop();
      reach.close();
      await pool.end();
    },
  };
}

/** What `begin` gives once the server is in reach; each new reason for which it is not goes to the log. */
async function whenReached<Result>(
  begin: () => Promise<Result>,
  signal: AbortSignal,
  { place, clock, log }: Pick<PostgresOptions, 'clock' | 'log'> & { readonly place: string },
): Promise<Result> {
  let told: string | undefined;
  // Timers of the clock do not keep the process alive, and nothing else does while there is no connection.
  const alive = setInterval(() => undefined, LONG_PATIENCE);
  const aborted = once(signal, 'abort');
  try {
    for (;;) {
      try {
        return await begin();
      } catch (error) {
        if (signal.aborted || error instanceof StoreError || !isLoss(error)) throw error;
        const why = explainPostgresError(error);
        if (why !== told) log.error({ store: place, why }, 'store out of reach: the start waits for it');
        told = why;
        // The try after it is aborted is the last.
        const passed = new Promise<void>((resolve) => void clock.after(RETRY_AFTER, resolve));
        await Promise.race([aborted, passed]);
      }
    }
  } finally {
    clearInterval(alive);
  }
}

const failureOf =
  (place: string) =>
  (what: Parameters<typeof storeError>[0], error: unknown): StoreError =>
    storeError(what, { place, explain: explainPostgresError }, error);

/**
 * Whether the tables could be used; changes nothing. Gives where they are.
 * @throws {StoreError} as `openPostgres()`.
 */
export async function examinePostgres(url: string): Promise<string> {
  const { pool, place } = await createPool(url, PATIENCE);
  try {
    const { server } = await inTransaction(pool, (ask) => look(ask, place));
    return `${place}, PostgreSQL ${server}`;
  } catch (error) {
    throw failureOf(place)('open', error);
  } finally {
    await pool.end();
  }
}

/** All that `work` does, or nothing of it. */
async function inTransaction<Result>(
  pool: Pool,
  work: (ask: Ask) => Promise<Result>,
  patience?: number,
): Promise<Result> {
  const client = await pool.connect();
  // Without a listener, a connection that ends between two statements would end the process. The next statement tells.
  const ignore = (): void => undefined;
  client.on('error', ignore);
  const ask: Ask = async (text, values = []) => {
    // Its types know this limit for a connection only.
    const query = { text, values: [...values], query_timeout: patience };
    return (await client.query(query)).rows;
  };
  try {
    await ask(patience === undefined ? 'BEGIN' : `BEGIN; ${limits(patience, 'LOCAL')}`);
    const result = await work(ask);
    await ask('COMMIT');
    client.release();
    return result;
  } catch (error) {
    // Ends the connection, and with it the transaction: after a failure nobody knows how far it came.
    client.release(true);
    throw error;
  } finally {
    client.off('error', ignore);
  }
}
