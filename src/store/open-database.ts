import type { Log } from '../log.ts';
import type { Clock } from '../text/clock.ts';
import { type DatabaseFile, inspectFile, setAside } from './database-file.ts';
import { migrate } from './schema.ts';
import { loadSqlite, type Sqlite } from './sqlite.ts';
import { isDamage, storeError } from './sqlite-fault.ts';
import { StoreError } from './store-error.ts';

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
    const found: DatabaseFile = file === IN_MEMORY ? 'none' : await inspectFile(file);
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
    // Before the write-ahead log is switched on, so that the file's own header says from the start whose it is.
    database.exec('PRAGMA secure_delete = ON; PRAGMA synchronous = FULL');
    migrate(database, file);
    database.exec('PRAGMA journal_mode = WAL');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
