import type { Fault } from '../corpus/fault.ts';
import { loadCorpus } from '../corpus/load-corpus.ts';
import { createLibrary, type Library } from './library.ts';
import { loadReports } from './load-reports.ts';

/** What one reload did. Reports are named by id. */
export type ReloadOutcome =
  | {
      readonly kind: 'reloaded';
      readonly library: Library;
      readonly added: readonly string[];
      readonly changed: readonly string[];
      readonly removed: readonly string[];
      readonly milliseconds: number;
    }
  | { readonly kind: 'failed'; readonly faults: readonly Fault[] }
  | { readonly kind: 'busy' };

/** The library that answers now. Who took `current` keeps that version for as long as the answer takes. */
export interface LiveLibrary {
  readonly current: Library;
  /** Builds a new library aside and swaps it in at the end; a failed or second reload changes nothing. */
  reload(): Promise<ReloadOutcome>;
}

/**
 * Loads the reports of `dataDir` and indexes them.
 * @throws {CorpusError} listing every fault of every file.
 */
export async function openLibrary(
  dataDir: string,
  now: () => number = performance.now.bind(performance),
): Promise<LiveLibrary> {
  let current = await createLibrary(await loadReports(dataDir));
  let reloading = false;

  async function load(): Promise<ReloadOutcome> {
    const started = now();
    const { reports, faults } = await loadCorpus(dataDir);
    if (faults.length > 0) return { kind: 'failed', faults };
    const before = current;
    const library = await createLibrary(reports);
    current = library;
    return { kind: 'reloaded', library, ...difference(before, library), milliseconds: now() - started };
  }

  return {
    get current() {
      return current;
    },
    async reload() {
      if (reloading) return { kind: 'busy' };
      reloading = true;
      try {
        return await load();
      } finally {
        reloading = false;
      }
    },
  };
}

function difference({ contentHashes: before }: Library, { contentHashes: after }: Library) {
  const ids = [...after.keys()];
  return {
    added: ids.filter((id) => !before.has(id)),
    changed: ids.filter((id) => before.has(id) && before.get(id) !== after.get(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
  };
}
