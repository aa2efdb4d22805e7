import type { Sqlite } from './sqlite.ts';
import type { VoteKind } from './store.ts';

interface UnansweredRow {
  readonly question: string;
  readonly count: number;
  readonly last: number;
}

interface WrongPassageRow extends UnansweredRow {
  readonly report: string;
  readonly paragraph: number;
}

/** Everything the store says to SQLite, prepared once. */
export const prepareStatements = (database: Sqlite) => ({
  settings: database.prepare<{ chosen: string }>('SELECT chosen FROM settings WHERE server = ?'),
  saveSettings: database.prepare(
    'INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET chosen = excluded.chosen',
  ),
  vote: database.prepare('INSERT OR REPLACE INTO vote VALUES (?, ?, ?, ?, ?, ?, ?)'),
  voteOf: database.prepare<{ kind: VoteKind }>('SELECT kind FROM vote WHERE voter = ?'),
  votesOn: database.prepare<{ kind: VoteKind; count: number }>(
    'SELECT kind, count(*) AS count FROM vote WHERE answer = ? GROUP BY kind',
  ),
  keepUnanswered: database.prepare(
    `INSERT INTO unanswered VALUES (?, ?, 1, ?)
     ON CONFLICT DO UPDATE SET count = count + 1, last = excluded.last`,
  ),
  unanswered: database.prepare<UnansweredRow>(
    'SELECT question, sum(count) AS count, max(last) AS last FROM unanswered GROUP BY question',
  ),
  wrongPassages: database.prepare<WrongPassageRow>(
    `SELECT question, report, paragraph, count(*) AS count, max(voted) AS last FROM vote
     WHERE kind = 'wrong' GROUP BY question, report, paragraph`,
  ),
  dismissUnanswered: database.prepare('DELETE FROM unanswered WHERE question = ?'),
  dismissWrongPassage: database.prepare(
    "DELETE FROM vote WHERE kind = 'wrong' AND question = ? AND report = ? AND paragraph = ?",
  ),
  purgeUnanswered: database.prepare('DELETE FROM unanswered WHERE last < ?'),
  purgeVotes: database.prepare('DELETE FROM vote WHERE voted < ?'),
  /** Removed text stays in the log until its pages are written back and the log is cut to nothing. */
  emptyLog: database.prepare('PRAGMA wal_checkpoint(TRUNCATE)'),
});

export type Statements = ReturnType<typeof prepareStatements>;
