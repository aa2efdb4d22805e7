import { createLog } from '../../../src/log.ts';
import { openSqliteStore, type SqliteStoreOptions } from '../../../src/store/sqlite-store.ts';
import { createManualClock } from '../../support/manual-clock.ts';

export const KEY = 'a key for the tests';

/** A store in `file`, with a clock that stands still and the lines it logs. */
export async function openStoreIn(file: string, options: Partial<SqliteStoreOptions> = {}) {
  const clock = createManualClock();
  const logged: string[] = [];
  const log = createLog('debug', { write: (line) => logged.push(line) });
  const store = await openSqliteStore({ file, key: KEY, retentionDays: 30, clock, log, ...options });
  return { store, clock, logged };
}
