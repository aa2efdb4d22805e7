import { LRUCache } from 'lru-cache';
import type { Log } from '../log.ts';
import type { Collection } from './collection.ts';
import type { View } from './view.ts';

/** In bytes. */
export const SERVER_MEMORY = 256 * 1024 * 1024;
/** Measured over 1,000 servers: what a report takes for each of its characters, its index and the heap's room included. */
const BYTES_PER_CHARACTER = 72;
/** What a collection takes however small it is, for its counts of words. */
const LEAST_BYTES = 256 * 1024;

/** A server's own reports, and what is asked in it. */
interface OwnReports {
  readonly collection: Collection;
  readonly view: View;
  /** When it was read: how often everything had been reloaded by then. */
  read: number;
  /** Whether it could not be read the last time. */
  isBehind: boolean;
}

export interface ServerMemoryParts {
  /** How much the reports of all servers may take, in bytes; those not asked for longest go first. */
  readonly memory: number;
  readonly log: Pick<Log, 'debug' | 'error'> | undefined;
  /** How often everything has been reloaded: what was read before is read anew when it is next asked. */
  readonly reloads: () => number;
  /** The server's collection, before its first reload. */
  readonly open: (server: string, onChanged: () => void) => Collection;
  readonly createView: () => View;
}

export interface KeptServers {
  /** A server's own reports, loaded: from memory, or from where they lie. */
  readonly load: (server: string) => Promise<OwnReports>;
  /** Loads what changed when the server is next asked. */
  readonly forget: (server: string) => void;
}

export function keepServers({ memory, log, reloads, open, createView }: ServerMemoryParts): KeptServers {
  const kept = new LRUCache<string, OwnReports>({
    maxSize: memory,
    sizeCalculation: ({ collection: { reports } }) =>
      reports.reduce((sum, { report }) => sum + report.body.length * BYTES_PER_CHARACTER, LEAST_BYTES),
    dispose({ view }, server, reason) {
      if (reason === 'evict')
        log?.debug({ server }, 'reports of a server forgotten until they are asked again');
      view.close();
    },
    noDisposeOnSet: true,
    async fetchMethod(server) {
      const read = reloads();
      const collection = open(server, () => weigh(server));
      await load(server, collection);
      return { collection, view: createView(), read, isBehind: false };
    },
  });

  /** The size of what is kept has changed. */
  function weigh(server: string): void {
    const changed = kept.peek(server);
    if (changed !== undefined) kept.set(server, changed);
  }

  /** Faults name the server's own files, so they are for its managers, and the log only counts them. */
  async function load(server: string, collection: Collection): Promise<boolean> {
    const outcome = await collection.reload();
    if (outcome.kind === 'failed')
      log?.error({ server, faults: outcome.faults.length }, 'reports of a server have faults');
    return outcome.kind !== 'busy';
  }

  /** What was known before goes on answering while the rest is out of reach, which is said once. */
  async function loadAgain(server: string, found: OwnReports): Promise<void> {
    const read = reloads();
    try {
      if (await load(server, found.collection)) found.read = read;
      found.isBehind = false;
    } catch (error) {
      if (!found.isBehind) log?.error({ server, err: error }, 'reports of a server are those of before');
      found.isBehind = true;
    }
  }

  return {
    async load(server) {
      const found = await kept.forceFetch(server);
      if (found.read !== reloads()) await loadAgain(server, found);
      return found;
    },
    forget(server) {
      const known = kept.peek(server);
      if (known !== undefined) known.read = -1;
    },
  };
}
