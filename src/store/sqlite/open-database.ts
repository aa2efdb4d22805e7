import { createReadStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Log } from '../../log.ts';
import type { Clock } from '../../text/clock.ts';
import { APPLICATION_ID, migrate } from './schema.ts';
import { explainSqliteError, isDamage, loadSqlite, type Sqlite } from './sqlite.ts';
import { StoreError, storeError } from '../../store-error.ts';

/** SQLite's name for a database without a file. */
export const IN_MEMORY = ':memory:';

/** Milliseconds to wait for another process while the database is opened. Later, nobody waits within a call. */
const BUSY_TIMEOUT = 2000;

export interface OpenSqliteOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** A damaged database is refused, and stays in its place. */
  readonly refusesDamage?: boolean;
}

/**
 * Opens the database, or creates it with its folder. A damaged database is renamed, which is logged, and a new one takes
 * its place.
 * @throws {StoreError} when the file is no database, another program's or a newer Pilcrow's, which are left as they
 *   are, or cannot be written.
 */
export async function openDatabase(
  file: string,
  { clock, log, refusesDamage = false }: OpenSqliteOptions,
): Promise<Sqlite> {
  const openAsItIs = async () => {
    if (file !== IN_MEMORY) await checkFile(file);
    return connect(file);
  };
  const beginAnew = async (error: unknown) => {
    if (refusesDamage || !isDamage(error)) throw error;
    const aside = await setAside(file, clock.now());
    log.error({ file, setAside: aside }, 'store was damaged: set aside, begun anew');
    return connect(file);
  };
  return openAsItIs()
    .catch(beginAnew)
    .catch((error: unknown) => {
      throw storeError('open', { place: file, explain: explainSqliteError }, error);
    });
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
    database.exec('PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 0');
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

/**
 * Looks at the file's first bytes, so that nothing of another program's is even opened. Creates the folder when there is
 * none.
 * @throws {StoreError} when it is not the bot's; DamageError; the file system's error.
 */
async function checkFile(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const found = await stat(file).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  // SQLite fills an empty file as it does a missing one.
  if (found === undefined || (found.isFile() && found.size === 0)) return;
  const refuse = (what: string) =>
    new StoreError(`Cannot open the store "${file}": it is ${what}, wanted a new file or one of Pilcrow's`);
  if (found.isDirectory()) throw refuse('a folder');
  // Whoever reads from a pipe or a terminal may wait for ever.
  if (!found.isFile()) throw refuse('a device');
  const header = await buffer(createReadStream(file, { end: HEADER_BYTES - 1 }));
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) throw refuse('no SQLite database');
  if (header.length < HEADER_BYTES) throw new DamageError('its header is cut off');
  if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID)
    throw refuse('a database of another program');
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
