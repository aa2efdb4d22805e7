import type { Sqlite } from './sqlite.ts';

/** Runs writes in transactions. */
export interface WriteQueue {
  /** Resolves once `write` is on the disk. Fails with SQLite's error, and then nothing of it is. */
  add(write: () => void): Promise<void>;
  /** Commits what waits now. */
  flush(): void;
}

interface Waiting {
  readonly write: () => void;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** All writes of one turn of the event loop make one transaction, because each transaction waits for the disk. */
export function createWriteQueue(database: Sqlite): WriteQueue {
  let waiting: Waiting[] = [];

  function flush(): void {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    try {
      commit(database, batch);
    } catch (error) {
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const { resolve } of batch) resolve();
  }

  return {
    add: (write) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ write, resolve, reject });
      }),
    flush,
  };
}

function commit(database: Sqlite, batch: readonly Waiting[]): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    for (const { write } of batch) write();
    database.exec('COMMIT');
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
