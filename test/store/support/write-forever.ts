import { createLog } from '../../../src/log.ts';
import { systemClock } from '../../../src/text/clock.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { KEY } from './store-in.ts';

// Writes until it is killed, and prints what the store has acknowledged: one number a line.
const { STORE_PLACE: url = '', SHARD: shard = '' } = process.env;
const kept = { key: KEY, retentionDays: 30 };
const place = url.startsWith('postgres://')
  ? ({ kind: 'database', url, ...kept } as const)
  : ({ kind: 'file', file: url, ...kept } as const);
const store = await openStore(place, { clock: systemClock, log: createLog('silent') });
for (let n = 0; ; n += 10) {
  await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      store.keepUnanswered(`Shard ${shard} question ${n + i}?`, undefined),
    ),
  );
  process.stdout.write(`acknowledged ${n + 9}\n`);
}
