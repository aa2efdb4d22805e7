import { createRequire } from 'node:module';
import { explainWriteError, findDiskErrorCode } from '../../disk-error.ts';
import type { Value } from '../database.ts';
import { StoreError } from '../../store-error.ts';

/** A prepared statement. `Row` is what the statement selects: the schema is ours, and its tables are STRICT. */
export interface Statement<Row> {
  run(...values: readonly Value[]): unknown;
  get(...values: readonly Value[]): Row | undefined;
  all(...values: readonly Value[]): readonly Row[];
}

/** As much of SQLite as the store needs; Node's own module and libsql both have it. */
export interface Sqlite {
  /** Several statements, without results. */
  exec(sql: string): unknown;
  prepare<Row>(sql: string): Statement<Row>;
  close(): unknown;
}

type Engine = new (file: string) => Sqlite;

/**
 * The SQLite that Node brings (from 22.13 on), else libsql's. Node's is the newer one, takes 10 MB less memory and
 * runs on every system that Node runs on; libsql has no binary for Windows on ARM.
 * @throws {StoreError} when there is neither.
 */
export function loadSqlite(): Engine {
  const builtIn = process.getBuiltinModule('node:sqlite') ?? {};
  if ('DatabaseSync' in builtIn && isEngine(builtIn.DatabaseSync)) return builtIn.DatabaseSync;
  try {
    // Required here and not imported above, so that no native code is loaded where it is not needed.
    const libsql: unknown = createRequire(import.meta.url)('libsql');
    if (isEngine(libsql)) return libsql;
    throw new Error('libsql is not a class');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError(
      `Cannot load SQLite on ${process.platform} ${process.arch} (${reason}), wanted Node 22.13 or newer, or STORE=off`,
      { cause: error },
    );
  }
}

/** Every test of the store shows that the methods are there too. */
const isEngine = (value: unknown): value is Engine => typeof value === 'function';

/** Does all of `work` or, when it throws, nothing of it. Takes the lock for writing. */
export function runInTransaction<Result>(database: Sqlite, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** On some faults, such as a full disk, SQLite has rolled back by itself; asked again, it complains. */
function rollBack(database: Sqlite): void {
  try {
    database.exec('ROLLBACK');
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
  }
}

// Primary result codes of SQLite: https://sqlite.org/rescode.html
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

const BUSY = 5;

const LOCKED = 'another program keeps it locked, wanted it free';
const DAMAGED = 'it is damaged, wanted a restart, which sets it aside';
const SENTENCES: ReadonlyMap<number, string> = new Map([
  [BUSY, LOCKED],
  [6, LOCKED],
  [8, 'it is read-only, wanted a file and folder that the bot may write to'],
  [10, 'the disk reports an error, wanted a disk with room that works'],
  [CORRUPT, DAMAGED],
  [13, 'the disk is full, wanted some room'],
  [14, 'it cannot be opened, wanted a file and folder that the bot may write to'],
  [NOT_A_DATABASE, DAMAGED],
]);

/** The primary result code of an error that SQLite gave; undefined for any other error. */
function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error) return Number(error.errcode) & 0xff;
  if ('rawCode' in error) return Number(error.rawCode) & 0xff;
  // libsql gives no code when it cannot open a file, only this sentence with the code at its end.
  const code = /^ConnectionFailed.*: (\d+)/.exec(error.message)?.[1];
  return code === undefined ? undefined : Number(code) & 0xff;
}

export const isDamage = (error: unknown): boolean =>
  [CORRUPT, NOT_A_DATABASE].includes(resultCode(error) ?? 0);

export const isLocked = (error: unknown): boolean => resultCode(error) === BUSY;

/** Errors of the file system, which are thrown before SQLite is asked. */
const isOfDisk = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && findDiskErrorCode(error) !== undefined;
const sentenceOf = (error: unknown): string =>
  `${explainWriteError(error)}, wanted a file and folder that the bot may write to`;

/** What is wrong, for an error of SQLite or of the file system, and what was wanted. */
export function explainSqliteError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return SENTENCES.get(resultCode(error) ?? 0) ?? (isOfDisk(error) ? sentenceOf(error) : message);
}
