import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';

const DEBIAN = '/usr/lib/postgresql';

/** The folder of the newest server's programs: of those on the path, else of Debian's. */
function findPostgres(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  const folders = [
    ...(process.env['PATH'] ?? '').split(':'),
    ...versions.toSorted((a, b) => b - a).map((version) => join(DEBIAN, String(version), 'bin')),
  ];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

const programs = findPostgres();

/** Whether the tests with PostgreSQL cannot run here. With REQUIRE_POSTGRES=1 that is an error. */
export const noPostgres = programs === undefined;
if (noPostgres) {
  const line = 'The tests with PostgreSQL need its server: apt-get install postgresql.';
  if (process.env['REQUIRE_POSTGRES'] === '1') throw new Error(line);
  process.stderr.write(`${line} They are skipped.\n`);
}

/** The server refuses to run as root, so that it gets the account that its package makes. */
const account = (): { uid?: number; gid?: number } =>
  process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
const idOf = (option: string): number =>
  Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));

/** Anything but letters, so that a test sees it where it must not be; percent-encoded in the address. */
export const PASSWORD = 'Planted pass%word/1';
export const USER = 'pilcrow';

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
  let started: Awaited<ReturnType<typeof startServer>> | undefined;
  let databases = 0;
  beforeAll(async () => {
    started = await startServer();
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
  const urlOf = (database: string) =>
    `postgres://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port()}/${database}`;
  return {
    get port() {
      return port();
    },
    query,
    async useTls({ certFile, keyFile }) {
      const url = urlOf('postgres');
      const [row = {}] = await query(url, 'SHOW data_directory');
      const { uid, gid } = account();
      for (const [name, file] of [
        ['server.crt', certFile],
        ['server.key', keyFile],
      ] as const) {
        const path = join(String(row['data_directory']), name);
        await copyFile(file, path);
        await chmod(path, 0o600);
        if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
      }
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
      await query(urlOf('postgres'), `CREATE DATABASE ${name} ${options}`);
      return urlOf(name);
    },
  };
}

async function startServer() {
  if (programs === undefined) throw new Error('Cannot start PostgreSQL: it is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'pilcrow-postgres-'));
  const ids = account();
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, PASSWORD);
  for (const path of [folder, passwordFile])
    if (ids.uid !== undefined && ids.gid !== undefined) await chown(path, ids.uid, ids.gid);
  const data = join(folder, 'data');
  await promisify(execFile)(
    join(programs, 'initdb'),
    [
      '-D',
      data,
      '-U',
      USER,
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--locale=C',
      '-N',
    ],
    { ...ids, cwd: folder },
  );
  const port = await findFreePort();
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', fsync: 'off' };
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...ids, cwd: folder },
  );
  let output = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL ended:\n${output}`)));
  });
  return {
    port,
    async stop() {
      const ended = once(server, 'exit');
      // At once, without waiting for whoever is connected.
      server.kill('SIGQUIT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
