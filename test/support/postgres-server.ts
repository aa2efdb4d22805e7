import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { giveFile, noPostgres, type StartedPostgres, startPostgres, urlOf } from './start-postgres.ts';

// With REQUIRE_POSTGRES=1 that is an error.
if (noPostgres) {
  const line = 'The tests with PostgreSQL need its server: apt-get install postgresql.';
  if (process.env['REQUIRE_POSTGRES'] === '1') throw new Error(line);
  process.stderr.write(`${line} They are skipped.\n`);
}

export interface PostgresServer {
  readonly port: number;
  /** The address of a new, empty database. */
  createDatabase(options?: string): Promise<string>;
  /** A connection until the running test has finished. */
  connect(url: string): Promise<pg.Client>;
  /** Lets whoever wants to speak TLS with it from now on. */
  useTls(files: { readonly certFile: string; readonly keyFile: string }): Promise<void>;
  /** Asks in a connection of its own. */
  query(url: string, sql: string): Promise<readonly Record<string, unknown>[]>;
}

/** A server for the tests of one `describe`, on a free port of this computer alone; gone with all its data afterwards. */
export function usePostgres(): PostgresServer {
  let started: StartedPostgres | undefined;
  let databases = 0;
  beforeAll(async () => {
    started = await startPostgres();
  }, 60_000);
  afterAll(() => started?.stop());

  async function connect(url: string): Promise<pg.Client> {
    const client = new pg.Client(url);
    await client.connect();
    return client;
  }
  async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
    const client = await connect(url);
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }
  const port = (): number => started?.port ?? 0;
  const databaseUrl = (database: string): string => urlOf(port(), database);
  return {
    get port() {
      return port();
    },
    query,
    async useTls({ certFile, keyFile }) {
      const url = databaseUrl('postgres');
      const [row = {}] = await query(url, 'SHOW data_directory');
      const folder = String(row['data_directory']);
      await giveFile(certFile, join(folder, 'server.crt'));
      await giveFile(keyFile, join(folder, 'server.key'));
      await query(url, 'ALTER SYSTEM SET ssl = on');
      await query(url, 'SELECT pg_reload_conf()');
      await expect.poll(() => query(url, 'SHOW ssl')).toEqual([{ ssl: 'on' }]);
    },
    async connect(url) {
      const client = await connect(url);
      onTestFinished(() => client.end());
      return client;
    },
    async createDatabase(options = '') {
      const name = `test_${databases++}`;
      await query(databaseUrl('postgres'), `CREATE DATABASE ${name} ${options}`);
      return databaseUrl(name);
    },
  };
}
