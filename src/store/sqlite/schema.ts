import { runInTransaction, type Sqlite } from './sqlite.ts';
import { StoreError } from '../../store-error.ts';

/** "Pilc": marks a database as ours, https://sqlite.org/pragma.html#pragma_application_id. */
export const APPLICATION_ID = 0x50_69_6c_63;

/**
 * Each entry leads from the version that is its place in the list to the next. Never change one that was released:
 * append, here and in PostgreSQL's list. What the columns hold is said at `STATEMENTS`.
 */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE settings (
     server TEXT PRIMARY KEY,
     chosen TEXT NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE vote (
     voter TEXT PRIMARY KEY,
     answer TEXT NOT NULL,
     question TEXT NOT NULL,
     report TEXT NOT NULL,
     paragraph INTEGER NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('helped', 'wrong')),
     voted INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX vote_answer ON vote (answer);
   CREATE INDEX vote_voted ON vote (voted);
   CREATE TABLE unanswered (
     question TEXT NOT NULL,
     day INTEGER NOT NULL,
     count INTEGER NOT NULL,
     last INTEGER NOT NULL,
     PRIMARY KEY (question, day)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX unanswered_last ON unanswered (last);`,
  // `owner`: the server whose own reports were asked too, empty where there were none.
  `ALTER TABLE vote ADD COLUMN owner TEXT NOT NULL DEFAULT '';
   CREATE TABLE unanswered_by_owner (
     owner TEXT NOT NULL,
     question TEXT NOT NULL,
     day INTEGER NOT NULL,
     count INTEGER NOT NULL,
     last INTEGER NOT NULL,
     PRIMARY KEY (owner, question, day)
   ) STRICT, WITHOUT ROWID;
   INSERT INTO unanswered_by_owner SELECT '', question, day, count, last FROM unanswered;
   DROP TABLE unanswered;
   ALTER TABLE unanswered_by_owner RENAME TO unanswered;
   CREATE INDEX unanswered_last ON unanswered (last);`,
  // Of what was counted before, the day is all that is known of the first time. `checked` and `told` are milliseconds.
  `ALTER TABLE unanswered ADD COLUMN first INTEGER NOT NULL DEFAULT 0;
   UPDATE unanswered SET first = iif(count = 1, last, day * 86400000);
   ALTER TABLE unanswered ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE vote ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;
   CREATE INDEX vote_passage ON vote (owner, question, report, paragraph);
   CREATE TABLE alert (
     server TEXT PRIMARY KEY,
     checked INTEGER NOT NULL DEFAULT 0,
     told INTEGER NOT NULL DEFAULT 0
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX alert_checked ON alert (checked);`,
];

/**
 * Brings the schema up to date, in one transaction; of two processes that start at once the second finds it done.
 * @throws {StoreError} when a newer Pilcrow wrote the file.
 */
export function migrate(database: Sqlite, file: string): void {
  // Takes the lock for writing even when there is nothing to do: whether the file can be written shows at the start.
  runInTransaction(database, () => {
    const version =
      database.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version ?? 0;
    if (version > MIGRATIONS.length) {
      throw new StoreError(
        `Cannot open the store "${file}": its version is ${version}, wanted at most ${MIGRATIONS.length}; a newer Pilcrow wrote it`,
      );
    }
    for (const step of MIGRATIONS.slice(version)) database.exec(step);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}
