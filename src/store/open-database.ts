import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Log } from '../log.ts';
import type { Clock } from '../text/clock.ts';
import { APPLICATION_ID, migrate } from './schema.ts';
import { isDamage, loadSqlite, type Sqlite, storeError } from './sqlite.ts';
import { StoreError } from './store.ts';

/** SQLite's name for a database without a file. */
export const IN_MEMORY = ':memory:';

/** Milliseconds to wait for another process's write; Discord waits 3 seconds for a reply, and a write takes a few ms. */
const BUSY_TIMEOUT = 2000;

/**
 * Opens the database, or creates it with its folder. A damaged file is renamed, which is logged, and a new one takes
 * its place.
 * @throws {StoreError} when the file is another program's or a newer Pilcrow's, which are left as they are, or cannot
 *   be written.
 */
export async function openDatabase(file: string, clock: Clock, log: Log): Promise<Sqlite> {
  try {
    const found = file === IN_MEMORY ? 'none' : await inspectFile(file);
    if (found === 'foreign') {
      throw new StoreError(
        `Cannot open the store "${file}": it is a database of another program, wanted a new file or one of Pilcrow's`,
      );
    }
    const database = found === 'damaged' ? undefined : connectUnlessDamaged(file);
    if (database) return database;
    log.error(
      { file, setAside: await setAside(file, clock.now()) },
      'store was damaged: set aside, begun anew',
    );
    return connect(file);
  } catch (error) {
    throw storeError('open', file, error);
  }
}

function connectUnlessDamaged(file: string): Sqlite | undefined {
  try {
    return connect(file);
  } catch (error) {
    if (isDamage(error)) return undefined;
    throw error;
  }
}

/** Thrown with SQLite's own code, as SQLite does when it runs into the damage that the check finds. */
class DamageError extends Error {
  readonly errcode = 11;
}

function connect(file: string): Sqlite {
  const database = new (loadSqlite())(file);
  try {
    database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
    const fault = database.prepare<{ quick_check: string }>('PRAGMA quick_check(1)').get()?.quick_check;
    if (fault !== undefined && fault !== 'ok') throw new DamageError(fault);
    // Before the write-ahead log is switched on, so that the file's header has our application id from the start.
    database.exec('PRAGMA secure_delete = ON; PRAGMA synchronous = FULL');
    migrate(database, file);
    database.exec('PRAGMA journal_mode = WAL');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

// https://sqlite.org/fileformat.html#the_database_header
const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const APPLICATION_ID_AT = 68;

/** What a path leads to, by its first bytes, so that another program's database is not even opened. */
type DatabaseFile = 'none' | 'ours' | 'foreign' | 'damaged';

/** Creates the folder when there is none. @throws the file system's error. */
async function inspectFile(file: string): Promise<DatabaseFile> {
  await mkdir(dirname(file), { recursive: true });
  const header = await readHeader(file);
  // SQLite fills an empty file as it does a missing one.
  if (header === undefined || header.length === 0) return 'none';
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) return 'damaged';
  return header.readUInt32BE(APPLICATION_ID_AT) === APPLICATION_ID ? 'ours' : 'foreign';
}

async function readHeader(file: string): Promise<Buffer | undefined> {
  const handle = await open(file).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (!handle) return undefined;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Renames the file, and what SQLite keeps beside it, to names with the time in them. Gives the file's new name. */
async function setAside(file: string, now: number): Promise<string> {
  // Windows allows no colons in file names.
  const aside = `${file}.damaged-${new Date(now).toISOString().replaceAll(':', '-')}`;
  await rename(file, aside);
  // A log of the damaged file would be taken for one of the new file.
  for (const suffix of ['-wal', '-shm', '-journal']) {
    await rename(file + suffix, aside + suffix).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
  }
  return aside;
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
