import { commands } from '../../commands/index.ts';
import type { CommandContext } from '../../src/discord/command.ts';
import { ChangeError } from '../../src/library/change-reports.ts';
import type { Collection } from '../../src/library/collection.ts';
import type { Library } from '../../src/library/library.ts';
import { createConversations } from '../../src/discord/conversations.ts';
import { createReportLimiter } from '../../src/discord/reports/report-limits.ts';
import { ImportError } from '../../src/import/raw-article.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { noStore } from '../../src/store/open-store.ts';
import { noProcesses } from '../../src/store/processes.ts';

const refuse = () => Promise.reject(new ChangeError('these reports are in no folder'));

/** A server's own reports: none, and none can be added. */
const inNoFolder: Collection = {
  reports: [],
  history: { list: () => Promise.resolve([]), before: refuse },
  drafts: { keep: refuse, find: () => Promise.resolve(undefined), remove: refuse },
  reload: () => Promise.resolve({ kind: 'busy' }),
  change: refuse,
  rollBack: refuse,
};

/** What commands work with, over one library that never changes and for people who are no admins. */
export const contextOver = (library: Library): CommandContext => ({
  commands,
  library,
  collections: {
    shared: library,
    seenIn: () => Promise.resolve({ library, owner: undefined }),
    collectionOf: () => Promise.resolve(inNoFolder),
    tryOut: refuse,
    reload: () => Promise.resolve({ kind: 'busy' }),
    forget: () => undefined,
  },
  reload: () => Promise.resolve({ kind: 'busy' }),
  access: { isAdmin: () => Promise.resolve(false) },
  store: noStore,
  metrics: createMetrics(),
  reader: { state: 'off' },
  importer: { draft: () => Promise.reject(new ImportError('nothing is imported here')) },
  reportLimiter: createReportLimiter({ reports: 0, megabytes: 0, importsPerHour: 0 }),
  post: () => Promise.resolve('sent'),
  conversations: createConversations(() => 1),
  processes: noProcesses,
  shards: () => ({ first: 0, last: 0, count: 1, servers: 1 }),
  owner: undefined,
  leave: () => undefined,
  answer: (seen, ...asked) => seen.library.answer(...asked),
});
