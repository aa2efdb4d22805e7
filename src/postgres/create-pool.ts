import type { Client } from 'pg';
import type { Log } from '../log.ts';
import { StoreError } from '../store-error.ts';
import { SCHEMA } from './schema.ts';

/** One writes, the others read; each costs the server some megabytes. */
const MOST_CONNECTIONS = 4;
/** Who waits for a lock, or for what takes long, is told so by the server, which else would count as lost. */
const LOCK_SHARE = 0.6;
const STATEMENT_SHARE = 0.8;
/** Has the server give up before the `patience` of whoever asks ends. In milliseconds. */
export const limits = (patience: number, scope: 'SESSION' | 'LOCAL'): string =>
  `SET ${scope} lock_timeout = ${Math.round(patience * LOCK_SHARE)};
   SET ${scope} statement_timeout = ${Math.round(patience * STATEMENT_SHARE)}`;

/** Until an idle connection is given back, in milliseconds: a new one takes ten times as long as a question to it. */
const IDLE_TIME = 60_000;
/** Until a silent connection is tried, in milliseconds: of a server without power, nothing else would tell. */
const KEEP_ALIVE_AFTER = 10_000;

// Whole numbers of 64 bits, and what PostgreSQL makes of their sum. All of ours are counts or milliseconds.
const INT8 = 20;
const NUMERIC = 1700;

/**
 * Connections to a server; none is made yet. `patience`: for a connection or an answer, in milliseconds.
 * @throws {StoreError} when the address is not usable
 */
export async function createPool(url: string, patience: number, log?: Log) {
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
        `SET search_path = ${SCHEMA}; ${limits(patience, 'SESSION')};
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
