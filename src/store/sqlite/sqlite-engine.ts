import { setTimeout } from 'node:timers/promises';
import { type Engine, PARAMETER, type Step, type Value } from '../database.ts';
import { openDatabase, type OpenSqliteOptions } from './open-database.ts';
import { explainSqliteError, isLocked, runInTransaction, type Sqlite } from './sqlite.ts';

/** How long another process's write is waited for, in milliseconds: Discord waits 3 seconds, a write takes a few. */
const PATIENCE = 2000;
/** Between two tries, in milliseconds. */
const RETRY_AFTER = 20;

/**
 * The store's tables in one file, or `IN_MEMORY`. Calls of SQLite are synchronous: a read takes microseconds, a write as
 * long as the disk needs to make it durable. Another process's write is waited for between calls, and not in one.
 * @throws {StoreError} see `openDatabase()`.
 */
export async function openSqlite(
  file: string,
  { patience = PATIENCE, ...options }: OpenSqliteOptions & { readonly patience?: number },
): Promise<Engine> {
  const database = await openDatabase(file, options);
  const run = prepareOnce(database);
  const emptyLog = database.prepare<{ readonly busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)');

  /** Tries until `isDone`, or for as long as patience lasts. Gives what the last try gave. */
  async function retry<Result>(work: () => Result, isDone: (result: Result) => boolean): Promise<Result> {
    let result = work();
    for (let waited = 0; !isDone(result) && waited < patience; waited += RETRY_AFTER) {
      await setTimeout(RETRY_AFTER);
      result = work();
    }
    return result;
  }
  async function whenFree<Result>(work: () => Result): Promise<Result> {
    const attempt = () => {
      try {
        return { kind: 'done', result: work() } as const;
      } catch (error) {
        if (!isLocked(error)) throw error;
        return { kind: 'locked', error } as const;
      }
    };
    const last = await retry(attempt, ({ kind }) => kind === 'done');
    if (last.kind === 'locked') throw last.error;
    return last.result;
  }

  return {
    place: file,
    read: (statement, values) => whenFree(() => run({ statement, values })),
    commit: (steps) => whenFree(() => runInTransaction(database, () => steps.map(run))),
    // Removed text stays in the log until its pages are written back and the log is cut to nothing. Where others write all
    // the time, the next one does it.
    scrub: async () =>
      void (await retry(
        () => emptyLog.get(),
        (row) => row?.busy !== 1,
      )),
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
