import {
  type ChildProcess,
  execFile,
  execFileSync,
  spawn,
  type SpawnOptionsWithoutStdio,
} from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

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

/** Whether there is no server to start. */
export const noPostgres = programs === undefined;

/** The server refuses to run as root, so that it gets the account that its package makes. */
const account = (): { uid?: number; gid?: number } =>
  process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
const idOf = (option: string): number =>
  Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));

/** Anything but letters, so that a test sees it where it must not be; percent-encoded in the address. */
export const PASSWORD = 'Planted pass%word/1';
export const USER = 'pilcrow';

/** Gives the server a file that it alone may read. */
export async function giveFile(from: string, to: string): Promise<void> {
  const { uid, gid } = account();
  await copyFile(from, to);
  await chmod(to, 0o600);
  if (uid !== undefined && gid !== undefined) await chown(to, uid, gid);
}

/** The address of one of its databases. */
export const urlOf = (port: number, database: string): string =>
  `postgres://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${database}`;

export interface StartedPostgres {
  readonly port: number;
  /** As the system would without memory: what it had begun is lost, and what it had confirmed is not. */
  kill(): Promise<void>;
  /** Starts it again at the same port, with the same data. */
  restart(): Promise<void>;
  /** Stops every process of it where it is, or lets them go on. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a server on a free port of this computer alone, with data of its own that is gone when it stops. */
export async function startPostgres(): Promise<StartedPostgres> {
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
  const start = () => startServer(data, port, { ...ids, cwd: folder });
  let running = await start();
  return {
    port,
    async kill() {
      const children = await childrenOf(running.server);
      running.server.kill('SIGKILL');
      signalAll(children, 'SIGKILL');
      await running.ended;
    },
    async restart() {
      running = await start();
    },
    async freeze() {
      running.server.kill('SIGSTOP');
      signalAll(await childrenOf(running.server), 'SIGSTOP');
    },
    async thaw() {
      signalAll(await childrenOf(running.server), 'SIGCONT');
      running.server.kill('SIGCONT');
    },
    async stop() {
      // At once, without waiting for whoever is connected.
      running.server.kill('SIGQUIT');
      await running.ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startServer(data: string, port: number, options: SpawnOptionsWithoutStdio) {
  // What it has written outlives its processes without waiting for the disk.
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', fsync: 'off' };
  const server = spawn(
    join(programs ?? '', 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    options,
  );
  const ended = once(server, 'exit');
  let output = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL ended:\n${output}`)));
  });
  return { server, ended };
}

/** It answers each connection by a process of its own. */
async function childrenOf({ pid }: ChildProcess): Promise<readonly number[]> {
  const listed = promisify(execFile)('ps', ['-o', 'pid=', '--ppid', String(pid)]);
  // None: then it ends with 1.
  const { stdout } = await listed.catch(() => ({ stdout: '' }));
  return stdout.split('\n').flatMap((line) => (line.trim() === '' ? [] : [Number(line)]));
}

function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      // It has ended meanwhile.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
