import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const VERSION = /<opensearch>(.*)<\/opensearch>/u.exec(
  readFileSync(join(import.meta.dirname, 'pom.xml'), 'utf8'),
)?.[1];

/** Where fetch-jars.sh puts the server's jars. */
const LIB =
  process.env['OPENSEARCH_LIB'] ??
  join(
    process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
    'pilcrow-opensearch',
    VERSION ?? 'unknown',
  );

const hasJava = (process.env['PATH'] ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'javac')));

/** Why there can be no server here; undefined: there can. */
export const noOpenSearch = hasJava
  ? existsSync(LIB)
    ? undefined
    : 'its jars: bash test/support/opensearch/fetch-jars.sh'
  : 'a Java development kit, 17 or newer: apt-get install openjdk-17-jdk-headless';

export interface OpenSearchServer {
  readonly port: number;
  readonly pid: number;
  /** Ends it as a power cut does. What was written is kept. */
  kill(): Promise<void>;
  /** Starts it again at the same port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a server of one node on a free port of this computer alone; it takes some 10 seconds. Its data are in a folder of
 * their own, gone when it stops. It ends with this process at the latest.
 */
export async function startOpenSearch(heap = '512m'): Promise<OpenSearchServer> {
  if (noOpenSearch !== undefined) throw new Error(`Cannot start OpenSearch: it needs ${noOpenSearch}`);
  const home = await mkdtemp(join(tmpdir(), 'pilcrow-opensearch-'));
  let running = await startNode(home, heap, 0);
  const { port } = running;
  return {
    port,
    get pid() {
      return running.server.pid ?? 0;
    },
    async kill() {
      running.server.kill('SIGKILL');
      await running.ended;
    },
    async restart() {
      running = await startNode(home, heap, port);
    },
    async stop() {
      running.server.stdin.end();
      await running.ended;
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function startNode(home: string, heap: string, wanted: number) {
  const source = join(import.meta.dirname, 'OpenSearchNode.java');
  const options = [`-Xms${heap}`, `-Xmx${heap}`, '-cp', join(LIB, '*')];
  const server = spawn('java', [...options, source, home, String(wanted)], { stdio: 'pipe' });
  const ended = once(server, 'exit');
  // It may be gone when its input is ended.
  server.stdin.on('error', () => undefined);
  let output = '';
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`OpenSearch ended:\n${output}`)));
    for (const stream of [server.stdout, server.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        // Only what says why it did not start.
        output = `${output}${text}`.slice(-20_000);
        const ready = /^READY (\d+)$/mu.exec(output);
        if (ready) resolve(Number(ready[1]));
      });
  });
  return { server, port, ended };
}
