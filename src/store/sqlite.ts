import { createRequire } from 'node:module';
import { StoreError } from './store-error.ts';

type Value = string | number | null;

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
  return loadLibsql();
}

function loadLibsql(): Engine {
  try {
    // Required here and not imported above, so that no native code is loaded where it is not needed.
    const libsql: unknown = createRequire(import.meta.url)('libsql');
    if (isEngine(libsql)) return libsql;
    throw new Error('libsql is no class');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError(
      `Cannot load SQLite on ${process.platform} ${process.arch} (${reason}), wanted Node 22.13 or newer, or STORE=off`,
      { cause: error },
    );
  }
}

/** That the methods are there too, every test of the store shows. */
const isEngine = (value: unknown): value is Engine => typeof value === 'function';
