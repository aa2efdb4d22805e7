import { StoreError } from '../store-error.ts';
import type { Ask } from './postgres.ts';

/** A schema of its own, so that the database may hold other programs' tables too. */
export const SCHEMA = 'pilcrow';

/** The oldest version whose behaviour is tested; older ones get no fixes for much longer. */
const OLDEST_SERVER = 15;

/**
 * As SQLite's: each entry leads to the next version. Never change one that was released: append. Processes of the version
 * before go on writing meanwhile, so that a new column needs a default.
 */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE settings (
     server TEXT PRIMARY KEY,
     chosen TEXT NOT NULL
   );
   CREATE TABLE vote (
     voter TEXT PRIMARY KEY,
     answer TEXT NOT NULL,
     question TEXT NOT NULL,
     report TEXT NOT NULL,
     paragraph BIGINT NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('helped', 'wrong')),
     voted BIGINT NOT NULL,
     owner TEXT NOT NULL,
     seen SMALLINT NOT NULL
   );
   CREATE INDEX vote_answer ON vote (answer);
   CREATE INDEX vote_voted ON vote (voted);
   CREATE INDEX vote_passage ON vote (owner, question, report, paragraph);
   CREATE TABLE unanswered (
     owner TEXT NOT NULL,
     question TEXT NOT NULL,
     day BIGINT NOT NULL,
     count BIGINT NOT NULL,
     last BIGINT NOT NULL,
     first BIGINT NOT NULL,
     seen SMALLINT NOT NULL,
     PRIMARY KEY (owner, question, day)
   );
   CREATE INDEX unanswered_last ON unanswered (last);
   CREATE TABLE alert (
     server TEXT PRIMARY KEY,
     checked BIGINT NOT NULL DEFAULT 0,
     told BIGINT NOT NULL DEFAULT 0
   );
   CREATE INDEX alert_checked ON alert (checked);`,
  // Reports. `server` is empty for those that all servers share. A generation is one published set of them, and its number
  // is when that was, in milliseconds; numbers of all servers grow in the order in which they are published.
  `CREATE TABLE report_file (
     hash TEXT PRIMARY KEY,
     bytes BYTEA NOT NULL,
     written BIGINT NOT NULL
   );
   CREATE TABLE analysis (
     hash TEXT NOT NULL REFERENCES report_file ON DELETE CASCADE,
     program TEXT NOT NULL,
     packed BYTEA NOT NULL,
     written BIGINT NOT NULL,
     PRIMARY KEY (hash, program)
   );
   CREATE TABLE collection (
     server TEXT PRIMARY KEY,
     active BIGINT NOT NULL
   );
   CREATE INDEX collection_active ON collection (active);
   CREATE TABLE generation (
     server TEXT NOT NULL,
     number BIGINT NOT NULL,
     PRIMARY KEY (server, number)
   );
   CREATE TABLE generation_report (
     server TEXT NOT NULL,
     number BIGINT NOT NULL,
     report TEXT NOT NULL,
     hash TEXT NOT NULL REFERENCES report_file,
     content TEXT NOT NULL,
     PRIMARY KEY (server, number, report),
     FOREIGN KEY (server, number) REFERENCES generation ON DELETE CASCADE
   );
   CREATE INDEX generation_report_hash ON generation_report (hash);
   CREATE INDEX generation_report_content ON generation_report (content);
   CREATE TABLE history (
     server TEXT NOT NULL,
     number BIGINT NOT NULL,
     made BIGINT NOT NULL,
     person TEXT NOT NULL,
     PRIMARY KEY (server, number)
   );
   CREATE TABLE history_report (
     server TEXT NOT NULL,
     number BIGINT NOT NULL,
     report TEXT NOT NULL,
     title TEXT NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('added', 'changed', 'removed')),
     before TEXT REFERENCES report_file,
     after TEXT,
     PRIMARY KEY (server, number, report),
     FOREIGN KEY (server, number) REFERENCES history ON DELETE CASCADE
   );
   CREATE INDEX history_report_before ON history_report (before);
   CREATE TABLE draft (
     server TEXT NOT NULL,
     key TEXT NOT NULL,
     draft TEXT NOT NULL,
     made BIGINT NOT NULL,
     PRIMARY KEY (server, key)
   );
   CREATE INDEX draft_made ON draft (made);`,
  `CREATE TABLE process (
     id TEXT PRIMARY KEY,
     host TEXT NOT NULL,
     first_shard INTEGER NOT NULL,
     last_shard INTEGER NOT NULL,
     shard_count INTEGER NOT NULL,
     version TEXT NOT NULL,
     started BIGINT NOT NULL,
     seen BIGINT NOT NULL
   );`,
];

/** "Pilc": a number of our own, that another program hardly takes. */
export const LOCK = 0x50_69_6c_63;

/**
 * Whoever writes holds this lock until the end of the transaction, in any process: as with SQLite, one transaction
 * follows the other, so that none fails because of another.
 */
export const TAKE_WRITE_LOCK = `SELECT pg_advisory_xact_lock(${LOCK})`;

/** The same for whoever publishes reports, which takes longer than a vote may wait. */
export const TAKE_PUBLISH_LOCK = `SELECT pg_advisory_xact_lock(${LOCK + 1})`;

/** Whoever removes what nobody needs; one is enough. */
export const TRY_SWEEP_LOCK = `SELECT pg_try_advisory_xact_lock(${LOCK + 2}) AS taken`;

/** What is there before anything is changed. */
export interface Found {
  /** The server's version, such as 15. */
  readonly server: number;
  readonly encoding: string;
  /** Whether our schema is there, and anything in it. */
  readonly schema: boolean;
  readonly filled: boolean;
  /** Whether what is in it says which version of ours wrote it. */
  readonly ours: boolean;
}

const LOOK = `SELECT current_setting('server_version_num')::int / 10000 AS server,
  current_setting('server_encoding') AS encoding, to_regnamespace('${SCHEMA}') IS NOT NULL AS schema,
  EXISTS (SELECT FROM pg_class WHERE relnamespace = to_regnamespace('${SCHEMA}')) AS filled,
  to_regclass('${SCHEMA}.version') IS NOT NULL AS ours`;
const NOTHING: Found = { server: 0, encoding: 'none', schema: false, filled: false, ours: false };

/** Why the bot keeps nothing there; undefined: it may. */
export function refusalOf({ server, encoding, filled, ours }: Found): string | undefined {
  if (server < OLDEST_SERVER) return `the server is PostgreSQL ${server}, wanted ${OLDEST_SERVER} or newer`;
  if (encoding !== 'UTF8') return `its encoding is ${encoding}, wanted a database in UTF8`;
  if (filled && !ours) return `its schema "${SCHEMA}" is another program's, wanted none of that name`;
  return undefined;
}

/**
 * Looks without changing anything.
 * @throws {StoreError} when the server is too old, or the schema is another program's or a newer Pilcrow's.
 */
export async function look(ask: Ask, place: string): Promise<Found & { readonly version: number }> {
  const [found = NOTHING] = await ask<Found>(LOOK);
  const refuse = (why: string) => new StoreError(`Cannot open the store "${place}": ${why}`);
  const why = refusalOf(found);
  if (why !== undefined) throw refuse(why);
  if (!found.ours) return { ...found, version: 0 };
  const [{ version } = { version: 0 }] = await ask<{ readonly version: number }>(
    'SELECT version FROM version',
  );
  if (version > MIGRATIONS.length)
    throw refuse(`its version is ${version}, wanted at most ${MIGRATIONS.length}; a newer Pilcrow wrote it`);
  return { ...found, version };
}

/**
 * Brings the schema up to date, in one transaction; of two processes that start at once the
 * second finds it done.
 * @throws {StoreError} see `look()`.
 */
export async function migrate(ask: Ask, place: string): Promise<void> {
  await ask(TAKE_WRITE_LOCK);
  const { schema, ours, version } = await look(ask, place);
  // Who may not create one may be given an empty one.
  if (!schema) await ask(`CREATE SCHEMA ${SCHEMA}`);
  if (!ours) await ask('CREATE TABLE version (version INTEGER NOT NULL); INSERT INTO version VALUES (0)');
  for (const step of MIGRATIONS.slice(version)) await ask(step);
  // Even when there is nothing to do: whether it can be written shows at the start.
  await ask('UPDATE version SET version = $1', [MIGRATIONS.length]);
}
