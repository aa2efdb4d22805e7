import { createLog } from '../../../src/log.ts';
import { createDatabase } from '../../../src/store/database.ts';
import { type KeptStoreOptions, openKeptStore } from '../../../src/store/kept-store.ts';
import { openPostgres } from '../../../src/store/postgres/postgres-engine.ts';
import { rememberSettings } from '../../../src/store/postgres/remember-settings.ts';
import { openSqlite } from '../../../src/store/sqlite/sqlite-engine.ts';
import { createManualClock } from '../../support/manual-clock.ts';

export const KEY = 'a key for the tests';

/** A store in a file or, where `place` is its address, in PostgreSQL, with a clock that stands still and the lines it logs. */
export async function openStoreIn(
  place: string,
  options: Partial<KeptStoreOptions> & { readonly patience?: number } = {},
) {
  const clock = createManualClock();
  const logged: string[] = [];
  const log = createLog('debug', { write: (line) => logged.push(line) });
  const given = { key: KEY, retentionDays: 30, clock, log, ...options };
  const isPostgres = place.startsWith('postgres://');
  const engine = await (isPostgres ? openPostgres(place, given) : openSqlite(place, given));
  const kept = await openKeptStore(createDatabase(engine), given);
  const store = isPostgres ? rememberSettings(kept) : kept;
  return { store, clock, logged };
}
