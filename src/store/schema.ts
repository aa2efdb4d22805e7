import { runInTransaction, type Sqlite } from './sqlite.ts';
import { type AlertTurn, type Gap, StoreError, type Vote, type VoteKind } from './store.ts';

/** "Pilc": marks a database as ours, https://sqlite.org/pragma.html#pragma_application_id. */
export const APPLICATION_ID = 0x50_69_6c_63;

/**
 * Each entry leads from the version that is its place in the list to the next. Never change one that was released:
 * append. `day` counts days since 1970, `first`, `last` and `voted` milliseconds; questions are counted by the day, so that
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

/** 0 or 1 for `seen`. */
type UnansweredRow = Pick<Gap, 'question' | 'count' | 'first' | 'last'> & { readonly seen: number };
type WrongPassageRow = UnansweredRow & Pick<Vote, 'report' | 'paragraph'>;

/** All statements of the store, prepared once. */
export const prepareStatements = (database: Sqlite) => ({
  settings: database.prepare<{ chosen: string }>('SELECT chosen FROM settings WHERE server = ?'),
  saveSettings: database.prepare(
    'INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET chosen = excluded.chosen',
  ),
  // What was seen stays so when it comes again.
  vote: database.prepare(
    `INSERT OR REPLACE INTO vote VALUES (?, ?, ?, ?, ?, ?, ?, ?, coalesce((SELECT max(seen) FROM vote
     WHERE kind = 'wrong' AND owner = ? AND question = ? AND report = ? AND paragraph = ?), 0))`,
  ),
  takeBack: database.prepare('DELETE FROM vote WHERE voter = ?'),
  voteOf: database.prepare<{ kind: VoteKind }>('SELECT kind FROM vote WHERE voter = ?'),
  votesOn: database.prepare<{ kind: VoteKind; count: number }>(
    'SELECT kind, count(*) AS count FROM vote WHERE answer = ? GROUP BY kind',
  ),
  keepUnanswered: database.prepare(
    `INSERT INTO unanswered VALUES (?, ?, ?, 1, ?, ?, coalesce((SELECT max(seen) FROM unanswered
     WHERE owner = ? AND question = ?), 0)) ON CONFLICT DO UPDATE SET count = count + 1, last = excluded.last`,
  ),
  unanswered: database.prepare<UnansweredRow>(
    `SELECT question, sum(count) AS count, min(first) AS first, max(last) AS last, max(seen) AS seen
     FROM unanswered WHERE owner = ? GROUP BY question`,
  ),
  wrongPassages: database.prepare<WrongPassageRow>(
    `SELECT question, report, paragraph, count(*) AS count, min(voted) AS first, max(voted) AS last,
     max(seen) AS seen FROM vote WHERE kind = 'wrong' AND owner = ? GROUP BY question, report, paragraph`,
  ),
  dismissUnanswered: database.prepare('DELETE FROM unanswered WHERE owner = ? AND question = ?'),
  dismissWrongPassage: database.prepare(
    "DELETE FROM vote WHERE kind = 'wrong' AND owner = ? AND question = ? AND report = ? AND paragraph = ?",
  ),
  markUnansweredSeen: database.prepare('UPDATE unanswered SET seen = 1 WHERE owner = ? AND first <= ?'),
  markWrongPassagesSeen: database.prepare(
    "UPDATE vote SET seen = 1 WHERE kind = 'wrong' AND owner = ? AND voted <= ?",
  ),
  beginAlerts: database.prepare('INSERT OR IGNORE INTO alert (server) VALUES (?)'),
  /** Now; a day before and a day after: a turn that was taken so far ahead, a wrong clock took. */
  takeAlertTurn: database.prepare<AlertTurn>(
    `UPDATE alert SET checked = ? WHERE server = (SELECT server FROM alert
     WHERE checked <= ? OR checked >= ? ORDER BY checked LIMIT 1) RETURNING server, told`,
  ),
  saveTold: database.prepare('UPDATE alert SET told = ? WHERE server = ?'),
  purgeUnanswered: database.prepare('DELETE FROM unanswered WHERE last < ?'),
  purgeVotes: database.prepare('DELETE FROM vote WHERE voted < ?'),
  /** Removed text stays in the log until its pages are written back and the log is cut to nothing. */
  emptyLog: database.prepare('PRAGMA wal_checkpoint(TRUNCATE)'),
});

export type Statements = ReturnType<typeof prepareStatements>;
