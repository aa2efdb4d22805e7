import { randomUUID } from 'node:crypto';
import type { Log } from '../log.ts';
import type { Postgres } from '../postgres/postgres.ts';
import type { Clock } from '../text/clock.ts';
import { createDatabase } from './database.ts';
import { openKeptStore } from './kept-store.ts';
import { createPostgresEngine } from './postgres-engine.ts';
import { rememberSettings } from './remember-settings.ts';
import { IN_MEMORY } from './sqlite/open-database.ts';
import { openSqlite } from './sqlite/sqlite-engine.ts';
import type { Store } from './store.ts';
import { StoreError } from '../store-error.ts';

/** Where the bot keeps what it keeps, as its host decided. */
export type StorePlace =
  | { readonly kind: 'off' }
  /** Gone when the process ends: for the local Discord, and for tests. */
  | { readonly kind: 'memory'; readonly retentionDays: number }
  | {
      readonly kind: 'file';
      readonly file: string;
      /** The secret that hashes who voted. */
      readonly key: string;
      readonly retentionDays: number;
    }
  | {
      /** PostgreSQL. */
      readonly kind: 'database';
      readonly key: string;
      readonly retentionDays: number;
    };

/** @throws {StoreError} when the file or the server cannot be used. */
export async function openStore(
  place: StorePlace,
  world: { readonly clock: Clock; readonly log: Log; readonly postgres?: Postgres | undefined },
): Promise<Store> {
  switch (place.kind) {
    case 'off':
      return noStore;
    case 'memory':
      // No other process will ever look a vote up, so any key will do.
      return openKeptStore(createDatabase(await openSqlite(IN_MEMORY, world)), {
        ...world,
        ...place,
        key: randomUUID(),
      });
    case 'file':
      return openKeptStore(createDatabase(await openSqlite(place.file, world)), { ...world, ...place });
    case 'database': {
      if (world.postgres === undefined) throw new Error('Cannot open the store: PostgreSQL is not open');
      const database = createDatabase(createPostgresEngine(world.postgres));
      return rememberSettings(await openKeptStore(database, { ...world, ...place }));
    }
  }
}

/**
 * Keeps nothing, for `STORE=off`. Votes and settings are refused, so that nobody believes they were saved;
 * unanswered questions, which nobody asked to keep, are dropped.
 */
export const noStore: Store = {
  keeps: false,
  retentionDays: 0,
  settings: async () => undefined,
  saveSettings: async () => refuse('settings'),
  vote: async () => refuse('a vote'),
  takeBack: async () => refuse('a vote'),
  voteOf: async () => undefined,
  votesOn: async () => ({ helped: 0, wrong: 0 }),
  keepUnanswered: async () => undefined,
  gaps: async () => [],
  dismiss: async () => undefined,
  markSeen: async () => undefined,
  takeAlertTurn: async () => undefined,
  saveTold: async () => undefined,
  close: async () => undefined,
};

function refuse(what: string): never {
  throw new StoreError(`Cannot save ${what}: STORE is off, wanted a file or a database`);
}
