import { LRUCache } from 'lru-cache';
import type { Settings, Store } from './store.ts';
import { StoreError } from '../store-error.ts';

/** Servers whose settings are remembered: some megabytes at most. */
const REMEMBERED = 10_000;

/**
 * How the bot answers in a server whose settings are not known: to the person alone, because its managers may have wanted
 * that.
 */
const CAUTIOUS: Settings = { publicChannels: [], mentions: true, reports: 'both', areGuessed: true };

/**
 * A store whose settings are known while its server is lost, for every question asks for them: the latest that were
 * read, else cautious ones.
 */
export function rememberSettings(store: Store): Store {
  const latest = new LRUCache<string, { readonly settings: Settings | undefined }>({ max: REMEMBERED });
  let isClosed = false;

  return {
    ...store,
    async settings(serverId) {
      try {
        const settings = await store.settings(serverId);
        latest.set(serverId, { settings });
        return settings;
      } catch (error) {
        if (isClosed || !(error instanceof StoreError)) throw error;
        const known = latest.get(serverId);
        return known === undefined ? CAUTIOUS : known.settings;
      }
    },
    async saveSettings(serverId, settings) {
      await store.saveSettings(serverId, settings);
      latest.set(serverId, { settings });
    },
    async close() {
      isClosed = true;
      await store.close();
    },
  };
}
