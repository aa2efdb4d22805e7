import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';

/**
 * Keeps nothing, for `STORE=off`. What a person or an admin does on purpose is refused rather than lost in silence;
 * questions, which nobody asked to be kept, just go.
 */
export const noStore: Store = {
  keeps: false,
  retentionDays: 0,
  settings: async () => undefined,
  saveSettings: async () => refuse('settings'),
  vote: async () => refuse('a vote'),
  voteOf: async () => undefined,
  votesOn: async () => ({ helped: 0, wrong: 0 }),
  keepUnanswered: async () => undefined,
  gaps: async () => [],
  dismiss: async () => undefined,
  close: async () => undefined,
};

function refuse(what: string): never {
  throw new StoreError(`Cannot save ${what}: STORE is off, wanted the path of a file`);
}
