import { basename } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ReportDisk } from '../../corpus/read-report-file.ts';
import type { Log } from '../../log.ts';
import { LONG_PATIENCE, type Postgres } from '../../postgres/postgres.ts';
import type { Clock } from '../../text/clock.ts';
import { sha256 } from '../hashes.ts';
import { type AnalysisCache, packAnalysis, unpackAnalysis } from '../packed-analysis.ts';

const [compress, decompress] = [promisify(gzip), promisify(gunzip)];

/** One published set of reports. */
export interface Generation {
  /** 0 before anything was published. */
  readonly number: number;
  /** By id: SHA-256 of the file's bytes. */
  readonly hashes: ReadonlyMap<string, string>;
}

interface ActiveRow {
  readonly number: number;
  /** Null in the one row of a generation without reports. */
  readonly report: string | null;
  readonly hash: string | null;
}

/** What of a server's reports is served now, all or those of `ids`; see `serverColumn` for `server`. */
export async function readActive(
  { read }: Postgres,
  server: string,
  ids?: readonly string[],
): Promise<Generation> {
  const rows = await read<ActiveRow>(
    `SELECT active AS number, report, hash FROM collection
     LEFT JOIN listing AS one ON one.server = collection.server AND until IS NULL
       AND ($2::text[] IS NULL OR report = ANY ($2))
     WHERE collection.server = $1`,
    [server, ids],
    LONG_PATIENCE,
  );
  const hashes = rows.flatMap(({ report, hash }) =>
    report === null || hash === null ? [] : [[report, hash] as const],
  );
  return { number: rows[0]?.number ?? 0, hashes: new Map(hashes) };
}

/** Those that all servers share have no server. */
export const serverColumn = (server: string | undefined): string => server ?? '';

export async function readFileBytes({ read, place }: Postgres, hash: string): Promise<Buffer> {
  const sql = 'SELECT bytes FROM report_file WHERE hash = $1';
  const [row] = await read<{ readonly bytes: Buffer }>(sql, [hash]);
  if (row === undefined) throw new Error(`Cannot find the report ${hash} in "${place}"`);
  return row.bytes;
}

/** The active generation as a folder: what `list` found is what is read until it is called again. */
export function createDatabaseDisk(postgres: Postgres, server: string): ReportDisk {
  let hashes: ReadonlyMap<string, string> = new Map();
  const hashOf = (path: string): string | undefined => hashes.get(basename(path, '.md'));
  return {
    async list() {
      ({ hashes } = await readActive(postgres, server));
      return [...hashes.keys()].map((id) => `${id}.md`);
    },
    resolve: (path) => Promise.resolve(path),
    stamp: (path) => Promise.resolve(hashOf(path)),
    async open(path) {
      const bytes = await readFileBytes(postgres, hashOf(path) ?? '');
      return {
        stat: () => Promise.resolve({ size: bytes.length, mtimeMs: 0, isFile: () => true }),
        readFile: () => Promise.resolve(bytes),
        close: () => Promise.resolve(),
      };
    },
  };
}

/** Puts files where reports may name them: in one order, so that no two processes wait for each other. */
export const keepFiles = (postgres: Postgres, files: readonly Uint8Array[], now: number): Promise<void> =>
  postgres.write(async (ask) => {
    const byHash = new Map(files.map((bytes) => [sha256(bytes), bytes]));
    for (const hash of [...byHash.keys()].toSorted())
      await ask(
        `INSERT INTO report_file VALUES ($1, $2, $3) ON CONFLICT (hash) DO UPDATE SET written = excluded.written`,
        [hash, byHash.get(hash), now],
      );
  }, LONG_PATIENCE);

export interface CacheWorld {
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Pick<Log, 'warn'>;
}

/**
 * What was found in the reports, for all processes of the same program. It goes with the reports, so that nothing is
 * pruned. `find` rejects where the database is out of reach, as the report could not be read either.
 */
export function createDatabaseCache(
  { place, read, write }: Postgres,
  programVersion: string,
  { clock, log }: CacheWorld,
): AnalysisCache {
  let isFailing = false;
  return {
    async find(hash) {
      const [row] = await read<{ readonly packed: Buffer }>(
        'SELECT packed FROM analysis WHERE hash = $1 AND program = $2',
        [hash, programVersion],
      );
      try {
        return row && (await unpackAnalysis(await decompress(row.packed)));
      } catch (error) {
        log.warn({ store: place, hash, err: error }, 'cache: a damaged entry is ignored and made anew');
        return undefined;
      }
    },
    async keep(hash, entry) {
      // Compressed on another thread: a third of the bytes to send.
      const packed = await compress(await packAnalysis(entry), { level: 1 });
      const keeping = write((ask) =>
        ask(
          `INSERT INTO analysis SELECT $1, $2, $3, $4 WHERE EXISTS (SELECT FROM report_file WHERE hash = $1)
           ON CONFLICT (hash, program) DO UPDATE SET packed = excluded.packed, written = excluded.written`,
          [hash, programVersion, packed, clock.now()],
        ),
      );
      isFailing = await keeping.then(
        () => false,
        (error: unknown) => {
          // What is wrong with one is wrong with those that follow.
          if (!isFailing) log.warn({ store: place, err: error }, 'cache: entries cannot be kept');
          return true;
        },
      );
    },
    prune: () => Promise.resolve(),
  };
}
