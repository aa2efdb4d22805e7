import { type Engine, PARAMETER, type Step, type Value } from '../database.ts';
import { openDatabase, type OpenSqliteOptions } from './open-database.ts';
import { explainSqliteError, runInTransaction, type Sqlite } from './sqlite.ts';

/**
 * The store's tables in one file, or `IN_MEMORY`. Calls of SQLite are synchronous: a read takes microseconds, a write as
 * long as the disk needs to make it durable.
 * @throws {StoreError} see `openDatabase()`.
 */
export async function openSqlite(file: string, options: OpenSqliteOptions): Promise<Engine> {
  const database = await openDatabase(file, options);
  const run = prepareOnce(database);
  // Removed text stays in the log until its pages are written back and the log is cut to nothing.
  const emptyLog = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)');

  return {
    place: file,
    read: (statement, values) => run({ statement, values }),
    commit: (steps) => runInTransaction(database, () => steps.map(run)),
    scrub: () => void emptyLog.all(),
    explain: explainSqliteError,
    close: () => void database.close(),
  };
}

/**
 * Prepares each statement once. Of Node's modules only the newer ones know numbered parameters, so that values are
 * repeated and put into order for plain ones.
 */
function prepareOnce(database: Sqlite) {
  const prepared = new Map<string, (values: readonly Value[]) => readonly unknown[]>();
  const prepare = (text: string) => {
    const order = Array.from(text.matchAll(PARAMETER), ([, number]) => Number(number) - 1);
    const statement = database.prepare<unknown>(text.replaceAll(PARAMETER, '?'));
    return (values: readonly Value[]) => statement.all(...order.flatMap((at) => values[at] ?? []));
  };
  return <Row>({ statement: { text }, values }: Step<Row>): readonly Row[] => {
    const run = prepared.get(text) ?? prepare(text);
    prepared.set(text, run);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema is ours
    return run(values) as readonly Row[];
  };
}
