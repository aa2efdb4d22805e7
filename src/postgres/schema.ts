import { StoreError } from '../store-error.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Ask } from './postgres.ts';

/** A schema of its own, so that the database may hold other programs' tables too. */
export const SCHEMA = 'pilcrow';

/** The oldest version whose behaviour is tested; older ones get no fixes for much longer. */
const OLDEST_SERVER = 15;

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
