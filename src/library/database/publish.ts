import type { Ask } from '../../postgres/postgres.ts';
import { TAKE_PUBLISH_LOCK } from '../../postgres/schema.ts';
import { type HistoryEntry, MOST_ENTRIES, type ReportChange } from '../report-history.ts';

/** What is told to every process when a collection has another generation: its server's column. */
export const CHANNEL = 'pilcrow_reports';

/** A report of a generation that the one before did not have so. */
export interface PublishedReport {
  readonly id: string;
  /** SHA-256 of the file's bytes; the file is kept. */
  readonly hash: string;
  /** Names what it says; see `contentHash()`. */
  readonly content: string;
}

/** What becomes of one generation. */
export interface Publication {
  readonly server: string;
  /** The generation that the change was made of: it must be active still. */
  readonly base: number;
  /** Ids of reports that go, and of those that are replaced. */
  readonly without: readonly string[];
  readonly reports: readonly PublishedReport[];
  /** Absent: the history does not tell of it. */
  readonly entry?: {
    readonly by: string;
    readonly changes: readonly ReportChange[];
    /** By id: hash of the file that was there. */
    readonly before: ReadonlyMap<string, string>;
  };
}

/** One entry of a history; see `HistoryEntry`. */
type PublishedEntry = NonNullable<Publication['entry']> & Pick<HistoryEntry, 'at'>;

/**
 * Writes what the generation has otherwise, makes it the active one and tells all processes, in the transaction in which
 * `ask` asks. Gives its number; undefined, and nothing is written, where another generation than the base is active by
 * now.
 */
export async function publish(ask: Ask, publication: Publication): Promise<number | undefined> {
  const { server, base, without, reports, entry } = publication;
  await ask(TAKE_PUBLISH_LOCK);
  const [found] = await ask<{ readonly active: number }>('SELECT active FROM collection WHERE server = $1', [
    server,
  ]);
  if ((found?.active ?? 0) !== base) return undefined;
  const [{ number } = { number: 0 }] = await ask<{ readonly number: number }>(
    `SELECT greatest((extract(epoch FROM clock_timestamp()) * 1000)::bigint,
       (SELECT coalesce(max(active), 0) + 1 FROM collection)) AS number`,
  );
  await ask('UPDATE listing SET until = $2 WHERE server = $1 AND until IS NULL AND report = ANY ($3)', [
    server,
    number,
    without,
  ]);
  const rows = reports.map(({ id, hash, content }) => [id, hash, content]);
  await ask(
    `INSERT INTO listing (server, since, report, hash, content)
     SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::text[])`,
    [server, number, ...columns(rows, 3)],
  );
  if (entry !== undefined) await addEntry(ask, server, number, { ...entry, at: number });
  await ask(
    `INSERT INTO collection VALUES ($1, $2) ON CONFLICT (server) DO UPDATE SET active = excluded.active`,
    [server, number],
  );
  await ask('SELECT pg_notify($1, $2)', [CHANNEL, server]);
  return number;
}

/** Adds an entry whose files are kept, and forgets the oldest. */
export async function addEntry(
  ask: Ask,
  server: string,
  number: number,
  { at, by, changes, before }: PublishedEntry,
): Promise<void> {
  await ask('INSERT INTO history VALUES ($1, $2, $3, $4)', [server, number, at, by]);
  const rows = changes.map(({ id, title, kind, after }) => [
    id,
    title,
    kind,
    before.get(id) ?? null,
    after ?? null,
  ]);
  await ask(
    `INSERT INTO history_report
     SELECT $1, $2, * FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[])`,
    [server, number, ...columns(rows, 5)],
  );
  await ask(
    `DELETE FROM history WHERE server = $1 AND number <
       (SELECT number FROM history WHERE server = $1 ORDER BY number DESC OFFSET $2 LIMIT 1)`,
    [server, MOST_ENTRIES - 1],
  );
}

/** Rows as columns, for unnest(), even where there is no row. */
const columns = (
  rows: readonly (readonly (string | null)[])[],
  width: number,
): readonly (string | null)[][] =>
  Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? null));
