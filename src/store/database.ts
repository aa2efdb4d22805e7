import { setImmediate } from 'node:timers/promises';
import { StoreError, storeError } from '../store-error.ts';

export type Value = string | number;

/** One statement in the SQL that SQLite and PostgreSQL share, with parameters ?1, ?2 and so on. */
export interface Statement<Row> {
  readonly text: string;
  /** Never there: it only says the type of what the statement gives. */
  readonly gives?: Row;
}

/** A parameter in the text of a statement. */
export const PARAMETER = /\?(\d+)/gu;

/** A statement with its values. */
export interface Step<Row = unknown> {
  readonly statement: Statement<Row>;
  readonly values: readonly Value[];
}

/** A statement to run with these values. */
export const step = <Row>(statement: Statement<Row>, ...values: readonly Value[]): Step<Row> => ({
  statement,
  values,
});

/** What differs between the databases. Errors are their own; `explain` makes the sentence. */
export interface Engine {
  /** The file, or the server and its database: as messages name it, without any secret. */
  readonly place: string;
  read<Row>(statement: Statement<Row>, values: readonly Value[]): readonly Row[] | Promise<readonly Row[]>;
  /** In one transaction, in this order, or nothing of it. Gives the rows of each step. */
  commit(steps: readonly Step[]): readonly Rows[] | Promise<readonly Rows[]>;
  /** Removes what was deleted from the disk as well, as far as this database can. */
  scrub(): void | Promise<void>;
  /** Completes "Cannot open the store: …", with what was wanted. */
  explain(error: unknown): string;
  close(): void | Promise<void>;
}

type Rows = readonly unknown[];

/** What the store is kept in. Whatever fails here is a StoreError. */
export interface Database extends Pick<Engine, 'place'> {
  read<Row>(statement: Statement<Row>, ...values: readonly Value[]): Promise<readonly Row[]>;
  /** Resolves once all steps are on the disk, and gives their rows. Writes are done in the order in which they began. */
  write<Row>(steps: readonly Step<Row>[]): Promise<readonly Row[]>;
  scrub(): Promise<void>;
  /** Finishes the writes that were begun. */
  close(): Promise<void>;
}

export function createDatabase(engine: Engine): Database {
  const { place } = engine;
  const queue = createWriteQueue(engine);
  let closed = false;

  async function guard<Result>(
    what: 'read' | 'write to',
    work: () => Result | Promise<Result>,
  ): Promise<Result> {
    if (closed) throw new StoreError(`Cannot ${what} the store "${place}": it is closed, wanted an open one`);
    try {
      return await work();
    } catch (error) {
      throw storeError(what, engine, error);
    }
  }

  return {
    place,
    read: (statement, ...values) => guard('read', () => engine.read(statement, values)),
    write: (steps) => guard('write to', () => queue.add(steps)),
    scrub: () => guard('write to', () => engine.scrub()),
    close: async () => {
      if (closed) return;
      closed = true;
      await queue.settled();
      await engine.close();
    },
  };
}

/** All writes of one turn of the event loop make one transaction, because each transaction waits for the disk. */
function createWriteQueue(engine: Engine) {
  let waiting: Step[] = [];
  let committed: Promise<readonly Rows[]> = Promise.resolve([]);

  /** What comes while one transaction is under way makes the next. */
  async function commit(last: Promise<unknown>): Promise<readonly Rows[]> {
    await Promise.allSettled([last, setImmediate()]);
    const steps = waiting;
    waiting = [];
    return engine.commit(steps);
  }

  return {
    /** Fails with the database's error, and then nothing of its transaction is kept. */
    async add<Row>(steps: readonly Step<Row>[]): Promise<readonly Row[]> {
      if (steps.length === 0) return [];
      const from = waiting.length;
      const to = waiting.push(...steps);
      if (from === 0) committed = commit(committed);
      const rows = await committed;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a step's rows are those of its statement
      return rows.slice(from, to).flat() as readonly Row[];
    },
    /** Resolves when nothing waits any more, whether it was written or failed. */
    settled: () => Promise.allSettled([committed]),
  };
}
