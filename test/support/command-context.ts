import type { CommandContext } from '../../src/discord/command.ts';
import type { Library } from '../../src/library/library.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { noStore } from '../../src/store/open-store.ts';

/** What commands work with, over one library that never changes and for people who are no admins. */
export const contextOver = (current: Library): CommandContext => ({
  library: {
    current,
    reload: () => Promise.resolve({ kind: 'busy' }),
    rollBack: () => ({ kind: 'nothing' }),
  },
  access: { isAdmin: () => Promise.resolve(false) },
  store: noStore,
  metrics: createMetrics(),
  reader: { state: 'off' },
  shard: () => ({ id: 0, count: 1, servers: 1 }),
  answer: (library, ...asked) => library.answer(...asked),
});
