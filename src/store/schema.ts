import { runInTransaction, type Sqlite } from './sqlite.ts';
import { type Gap, StoreError, type Vote, type VoteKind } from './store.ts';

/** "Pilc": marks a database as ours, https://sqlite.org/pragma.html#pragma_application_id. */
export const APPLICATION_ID = 0x50_69_6c_63;

/**
 * Each entry leads from the version that is its place in the list to the next. Never change one that was released:
 * append. `day` counts days since 1970, `last` and `voted` milliseconds; questions are counted by the day, so that
 * those of each day can be removed after the retention.
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

type UnansweredRow = Pick<Gap, 'question' | 'count' | 'last'>;
type WrongPassageRow = UnansweredRow & Pick<Vote, 'report' | 'paragraph'>;

/** All statements of the store, prepared once. */
export const prepareStatements = (database: Sqlite) => ({
  settings: database.prepare<{ chosen: string }>('SELECT chosen FROM settings WHERE server = ?'),
  saveSettings: database.prepare(
    'INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET chosen = excluded.chosen',
  ),
  vote: database.prepare('INSERT OR REPLACE INTO vote VALUES (?, ?, ?, ?, ?, ?, ?, ?)'),
  takeBack: database.prepare('DELETE FROM vote WHERE voter = ?'),
  voteOf: database.prepare<{ kind: VoteKind }>('SELECT kind FROM vote WHERE voter = ?'),
  votesOn: database.prepare<{ kind: VoteKind; count: number }>(
    'SELECT kind, count(*) AS count FROM vote WHERE answer = ? GROUP BY kind',
  ),
  keepUnanswered: database.prepare(
    `INSERT INTO unanswered VALUES (?, ?, ?, 1, ?)
     ON CONFLICT DO UPDATE SET count = count + 1, last = excluded.last`,
  ),
  unanswered: database.prepare<UnansweredRow>(
    'SELECT question, sum(count) AS count, max(last) AS last FROM unanswered WHERE owner = ? GROUP BY question',
  ),
  wrongPassages: database.prepare<WrongPassageRow>(
    `SELECT question, report, paragraph, count(*) AS count, max(voted) AS last FROM vote
     WHERE kind = 'wrong' AND owner = ? GROUP BY question, report, paragraph`,
  ),
  dismissUnanswered: database.prepare('DELETE FROM unanswered WHERE owner = ? AND question = ?'),
  dismissWrongPassage: database.prepare(
    "DELETE FROM vote WHERE kind = 'wrong' AND owner = ? AND question = ? AND report = ? AND paragraph = ?",
  ),
  purgeUnanswered: database.prepare('DELETE FROM unanswered WHERE last < ?'),
  purgeVotes: database.prepare('DELETE FROM vote WHERE voted < ?'),
  /** Removed text stays in the log until its pages are written back and the log is cut to nothing. */
  emptyLog: database.prepare('PRAGMA wal_checkpoint(TRUNCATE)'),
});

export type Statements = ReturnType<typeof prepareStatements>;
