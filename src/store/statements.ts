import type { Statement } from './database.ts';
import type { AlertTurn, Gap, Vote, VoteKind } from './store.ts';

const sql = <Row = never>(text: string): Statement<Row> => ({ text });

/** 0 or 1 for `seen`. */
type UnansweredRow = Pick<Gap, 'question' | 'count' | 'first' | 'last'> & { readonly seen: number };
type WrongPassageRow = UnansweredRow & Pick<Vote, 'report' | 'paragraph'>;

/** How many old rows one transaction removes, so that nobody waits long for it. */
export const PURGED_AT_ONCE = 5000;

/**
 * All that is asked of the tables, which have the same columns in every database: `day` counts days since 1970; `first`,
 * `last`, `voted`, `checked` and `told` are milliseconds; `owner` is the server whose own reports were asked too, empty
 * where there were none. Questions are counted by the day, so that those of each day can be removed after the retention.
 */
export const STATEMENTS = {
  settings: sql<{ readonly chosen: string }>('SELECT chosen FROM settings WHERE server = ?1'),
  saveSettings: sql(
    `INSERT INTO settings (server, chosen) VALUES (?1, ?2)
     ON CONFLICT (server) DO UPDATE SET chosen = excluded.chosen`,
  ),
  // What was seen stays so when it comes again.
  vote: sql(
    `INSERT INTO vote (voter, answer, question, report, paragraph, kind, voted, owner, seen)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, coalesce((SELECT max(seen) FROM vote
       WHERE kind = 'wrong' AND owner = ?8 AND question = ?3 AND report = ?4 AND paragraph = ?5), 0))
     ON CONFLICT (voter) DO UPDATE SET answer = excluded.answer, question = excluded.question,
       report = excluded.report, paragraph = excluded.paragraph, kind = excluded.kind, voted = excluded.voted,
       owner = excluded.owner, seen = excluded.seen`,
  ),
  takeBack: sql('DELETE FROM vote WHERE voter = ?1'),
  voteOf: sql<{ readonly kind: VoteKind }>('SELECT kind FROM vote WHERE voter = ?1'),
  votesOn: sql<{ readonly kind: VoteKind; readonly count: number }>(
    'SELECT kind, count(*) AS count FROM vote WHERE answer = ?1 GROUP BY kind',
  ),
  keepUnanswered: sql(
    `INSERT INTO unanswered (owner, question, day, count, last, first, seen)
     VALUES (?1, ?2, ?3, 1, ?4, ?4, coalesce((SELECT max(seen) FROM unanswered
       WHERE owner = ?1 AND question = ?2), 0))
     ON CONFLICT (owner, question, day) DO UPDATE SET count = unanswered.count + 1, last = excluded.last`,
  ),
  unanswered: sql<UnansweredRow>(
    `SELECT question, sum(count) AS count, min(first) AS first, max(last) AS last, max(seen) AS seen
     FROM unanswered WHERE owner = ?1 GROUP BY question`,
  ),
  wrongPassages: sql<WrongPassageRow>(
    `SELECT question, report, paragraph, count(*) AS count, min(voted) AS first, max(voted) AS last,
     max(seen) AS seen FROM vote WHERE kind = 'wrong' AND owner = ?1 GROUP BY question, report, paragraph`,
  ),
  dismissUnanswered: sql('DELETE FROM unanswered WHERE owner = ?1 AND question = ?2'),
  dismissWrongPassage: sql(
    "DELETE FROM vote WHERE kind = 'wrong' AND owner = ?1 AND question = ?2 AND report = ?3 AND paragraph = ?4",
  ),
  markUnansweredSeen: sql('UPDATE unanswered SET seen = 1 WHERE owner = ?1 AND first <= ?2'),
  markWrongPassagesSeen: sql("UPDATE vote SET seen = 1 WHERE kind = 'wrong' AND owner = ?1 AND voted <= ?2"),
  beginAlerts: sql('INSERT INTO alert (server) VALUES (?1) ON CONFLICT (server) DO NOTHING'),
  /** Now; a day before and a day after: a turn that was taken so far ahead, a wrong clock took. */
  takeAlertTurn: sql<AlertTurn>(
    `UPDATE alert SET checked = ?1 WHERE server = (SELECT server FROM alert
     WHERE checked <= ?2 OR checked >= ?3 ORDER BY checked LIMIT 1) RETURNING server, told`,
  ),
  saveTold: sql('UPDATE alert SET told = ?1 WHERE server = ?2'),
  purgeUnanswered: sql<{ readonly gone: number }>(
    `DELETE FROM unanswered WHERE (owner, question, day) IN (SELECT owner, question, day FROM unanswered
     WHERE last < ?1 LIMIT ${PURGED_AT_ONCE}) RETURNING 1 AS gone`,
  ),
  purgeVotes: sql<{ readonly gone: number }>(
    `DELETE FROM vote WHERE voter IN (SELECT voter FROM vote WHERE voted < ?1 LIMIT ${PURGED_AT_ONCE})
     RETURNING 1 AS gone`,
  ),
};
