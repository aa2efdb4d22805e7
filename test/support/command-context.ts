import type { CommandContext } from '../../src/discord/command.ts';
import type { Library } from '../../src/library/library.ts';
import { createReportLimiter } from '../../src/discord/reports/report-limits.ts';
import { ImportError } from '../../src/import/raw-article.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { noStore } from '../../src/store/open-store.ts';

/** What commands work with, over one library that never changes and for people who are no admins. */
export const contextOver = (library: Library): CommandContext => ({
  library,
  collections: {
    shared: library,
    seenIn: () => Promise.resolve({ library, owner: undefined }),
    collectionOf: () => Promise.reject(new Error('these reports are in no folder')),
    tryOut: () => Promise.reject(new Error('these reports are in no folder')),
    reload: () => Promise.resolve({ kind: 'busy' }),
  },
  access: { isAdmin: () => Promise.resolve(false) },
  store: noStore,
  metrics: createMetrics(),
  reader: { state: 'off' },
  importer: { draft: () => Promise.reject(new ImportError('nothing is imported here')) },
  reportLimiter: createReportLimiter({ reports: 0, megabytes: 0, importsPerHour: 0 }),
  shard: () => ({ id: 0, count: 1, servers: 1 }),
  owner: undefined,
  answer: (seen, ...asked) => seen.library.answer(...asked),
});
