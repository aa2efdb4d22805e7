import { createLog } from '../../../src/log.ts';
import { systemClock } from '../../../src/text/clock.ts';
import { openPostgres } from '../../../src/postgres/postgres.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { KEY } from './store-in.ts';

// Writes until it is killed, and prints what the store has acknowledged: one number a line.
const { STORE_PLACE: url = '', SHARD: shard = '' } = process.env;
const kept = { key: KEY, retentionDays: 30 };
const world = { clock: systemClock, log: createLog('silent') };
const store = url.startsWith('postgres://')
  ? await openStore({ kind: 'database', ...kept }, { ...world, postgres: await openPostgres(url, world) })
  : await openStore({ kind: 'file', file: url, ...kept }, world);
for (let n = 0; ; n += 10) {
  await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      store.keepUnanswered(`Shard ${shard} question ${n + i}?`, undefined),
    ),
  );
  process.stdout.write(`acknowledged ${n + 9}\n`);
}
