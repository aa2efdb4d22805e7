import type { Client, ClientBase, Pool } from 'pg';
import { createReach } from '../create-reach.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../text/clock.ts';
import { explainPostgresError, isLoss } from './explain-error.ts';
import { StoreError, storeError } from '../store-error.ts';
import { holdLock } from './hold-lock.ts';
import { listenAgain } from './listen-again.ts';
import { look, migrate, SCHEMA } from './schema.ts';

/** One writes, the others read; each costs the server some megabytes. */
const MOST_CONNECTIONS = 4;
/** For a connection, an answer, a lock. In milliseconds: Discord waits 3 seconds for a reply. */
const PATIENCE = 1500;

/** Who waits for a lock is told so before the server counts as lost. */
const LOCK_SHARE = 0.75;
/** Until an idle connection is given back, in milliseconds: a new one takes ten times as long as a question to it. */
const IDLE_TIME = 60_000;
/** Until a silent connection is tried, in milliseconds: of a server without power, nothing else would tell. */
const KEEP_ALIVE_AFTER = 10_000;

// Whole numbers of 64 bits, and what PostgreSQL makes of their sum. All of ours are counts or milliseconds.
const INT8 = 20;
const NUMERIC = 1700;

/** A PostgreSQL server with our tables, in a schema of their own. One that is lost later is found again. */
export interface Postgres {
  /** The server and its database: as messages name it, without any secret. */
  readonly place: string;
  /** Fails at once while the server is lost. Errors are PostgreSQL's own, or a StoreError. */
  readonly read: <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
  /** All that `work` does, or nothing of it. */
  readonly write: <Result>(work: (client: ClientBase) => Promise<Result>) => Promise<Result>;
  /**
   * Calls `onNotice` with what is told on the channel, on a connection of its own; with nothing each time when it
   * listens again, because what was told meanwhile is not heard. The result ends it.
   */
  listen(channel: string, onNotice: (told: string | undefined) => void): () => void;
  /** Waits for the lock of that number and holds it until the result is called: see `holdLock()`. */
  readonly hold: (number: number, signal: AbortSignal) => Promise<() => void>;
  readonly close: () => Promise<void>;
}

/** @throws {StoreError} when the server cannot be reached or is too old, or the tables cannot be used. */
export async function openPostgres(
  url: string,
  { clock, log, patience = PATIENCE }: { clock: Clock; log: Log; patience?: number },
): Promise<Postgres> {
  const { pool, place, connect } = await createPool(url, patience, log);
  const reach = createReach({
    role: 'store',
    place,
    consequence: 'what comes now is not kept',
    probe: () => pool.query('SELECT 1'),
    isLoss,
    explain: explainPostgresError,
    refuse: (message) => new StoreError(message),
    clock,
    log,
  });
  const listeners = new Set<() => void>();
  const closing = new AbortController();

  try {
    await inTransaction(pool, (client) => migrate(client, place));
  } catch (error) {
    await pool.end();
    throw openError(place, error);
  }

  return {
    place,
    read: (sql, values = []) => reach.read(async () => (await pool.query(sql, [...values])).rows),
    write: (work) => reach.write(() => inTransaction(pool, work)),
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

const openError = (place: string, error: unknown): StoreError =>
  storeError('open', { place, explain: explainPostgresError }, error);

/**
 * Whether the tables could be used; changes nothing. Gives where they are.
 * @throws {StoreError} as `openPostgres()`.
 */
export async function examinePostgres(url: string): Promise<string> {
  const { pool, place } = await createPool(url, PATIENCE);
  try {
    const { server } = await look(pool, place);
    return `${place}, PostgreSQL ${server}`;
  } catch (error) {
    throw openError(place, error);
  } finally {
    await pool.end();
  }
}

async function createPool(url: string, patience: number, log?: Log) {
  // Loaded only here: a bot with a file needs no client of a server.
  const { default: pg } = await import('pg');
  const { host, port, database } = readAddress(() => new pg.Client(url));
  const types = new pg.TypeOverrides();
  for (const type of [INT8, NUMERIC]) types.setTypeParser(type, Number);
  const server = {
    connectionString: url,
    application_name: 'pilcrow',
    connectionTimeoutMillis: patience,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER,
  };
  const pool = new pg.Pool({
    ...server,
    max: MOST_CONNECTIONS,
    query_timeout: patience,
    idleTimeoutMillis: IDLE_TIME,
    types,
    // oxlint-disable-next-line typescript/no-misused-promises -- it is waited for, which its types do not say
    onConnect: async (client) => {
      await client.query(
        `SET search_path = ${SCHEMA}; SET lock_timeout = ${Math.round(patience * LOCK_SHARE)};
         SET idle_in_transaction_session_timeout = ${2 * patience}`,
      );
    },
  });
  // Whoever asks next gets another connection, or finds out that there is none.
  pool.on('error', (error) => log?.debug({ err: error }, 'a connection to the store ended'));
  const connect = () => new pg.Client(server);
  return { pool, place: `${host}:${port}/${database ?? ''}`, connect };
}

/**
 * Where the server is: what the address leaves out comes from PGHOST and so on, and the files of certificates that it
 * names are read. User and password stay out of messages.
 * @throws {StoreError}
 */
function readAddress(connect: () => Client): Pick<Client, 'host' | 'port' | 'database'> {
  try {
    return connect();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreError(`Cannot open the store: DATABASE_URL is not usable (${why})`, { cause: error });
  }
}

/** All that `work` does, or nothing of it. */
async function inTransaction<Result>(
  pool: Pool,
  work: (client: ClientBase) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  // Without a listener, a connection that ends between two statements would end the process. The next statement tells.
  const ignore = (): void => undefined;
  client.on('error', ignore);
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
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
