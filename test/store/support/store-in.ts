import { createLog } from '../../../src/log.ts';
import { createDatabase } from '../../../src/store/database.ts';
import { type KeptStoreOptions, openKeptStore } from '../../../src/store/kept-store.ts';
import { openPostgres } from '../../../src/postgres/postgres.ts';
import { createPostgresEngine } from '../../../src/store/postgres-engine.ts';
import { rememberSettings } from '../../../src/store/remember-settings.ts';
import { openSqlite } from '../../../src/store/sqlite/sqlite-engine.ts';
import { TABLES } from '../../../src/store/copy-store.ts';
import type { PostgresServer } from '../../support/postgres-server.ts';
import { createManualClock } from 'local-discord';

export const KEY = 'a key for the tests';

/** A store in a file or, where `place` is its address, in PostgreSQL, with a clock that stands still and the lines it logs. */
export async function openStoreIn(
  place: string,
  options: Partial<KeptStoreOptions> & { readonly patience?: number } = {},
) {
  const clock = createManualClock();
  const logged: string[] = [];
  const log = createLog('debug', { write: (line) => logged.push(line) });
  // On a busy computer a server may be slow, and is not lost for that.
  const given = { patience: 20_000, key: KEY, retentionDays: 30, clock, log, ...options };
  const isPostgres = place.startsWith('postgres://');
  if (!isPostgres)
    return {
      store: await openKeptStore(createDatabase(await openSqlite(place, given)), given),
      clock,
      logged,
    };
  const postgres = await openPostgres(place, given);
  const store = rememberSettings(await openKeptStore(createDatabase(createPostgresEngine(postgres)), given));
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= store.close().then(postgres.close));
  return { store: { ...store, close }, clock, logged };
}

/** Gives a database in which nothing is kept: the same again and again, since making one takes ten times as long. */
export function emptied(server: PostgresServer): () => Promise<string> {
  let used: string | undefined;
  return async () => {
    if (used === undefined) used = await server.createDatabase();
    else
      await server.query(
        used,
        Object.keys(TABLES)
          .map((table) => `DELETE FROM pilcrow.${table}`)
          .join(';'),
      );
    return used;
  };
}
