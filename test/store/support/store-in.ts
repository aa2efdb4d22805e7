import { createLog } from '../../../src/log.ts';
import { createDatabase } from '../../../src/store/database.ts';
import { type KeptStoreOptions, openKeptStore } from '../../../src/store/kept-store.ts';
import { openSqlite } from '../../../src/store/sqlite/sqlite-engine.ts';
import { createManualClock } from '../../support/manual-clock.ts';

export const KEY = 'a key for the tests';

/** A store in `file`, with a clock that stands still and the lines it logs. */
export async function openStoreIn(file: string, options: Partial<KeptStoreOptions> = {}) {
  const clock = createManualClock();
  const logged: string[] = [];
  const log = createLog('debug', { write: (line) => logged.push(line) });
  const given = { key: KEY, retentionDays: 30, clock, log, ...options };
  const store = await openKeptStore(createDatabase(await openSqlite(file, given.clock, given.log)), given);
  return { store, clock, logged };
}
