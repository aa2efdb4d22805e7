import type { Fault } from '../corpus/fault.ts';
import { loadCorpus } from '../corpus/load-corpus.ts';
import { createLibrary, type Library } from './library.ts';
import { loadReports } from './load-reports.ts';

/** From the library before to the one that is served now. Reports are named by id. */
export interface Swap {
  readonly library: Library;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** What one reload did. */
export type ReloadOutcome =
  | (Swap & { readonly kind: 'reloaded'; readonly milliseconds: number })
  | { readonly kind: 'failed'; readonly faults: readonly Fault[] }
  | { readonly kind: 'busy' };

/** What going back did. */
export type RollbackOutcome =
  (Swap & { readonly kind: 'rolled-back' }) | { readonly kind: 'nothing' } | { readonly kind: 'busy' };

/** The library that answers now. Who took `current` keeps that version for as long as the answer takes. */
export interface LiveLibrary {
  readonly current: Library;
  /** Builds a new library aside and swaps it in at the end; a failed or second reload changes nothing. */
  reload(): Promise<ReloadOutcome>;
  /**
   * Serves the library again that was served before the last swap, until the next reload. Done twice, it is undone.
   * `nothing` when no reload has changed anything yet.
   */
  rollBack(): Promise<RollbackOutcome>;
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
  let previous: Library | undefined;
  let reloading = false;

  function swapIn(library: Library): Swap {
    const before = current;
    // A reload that changes nothing leaves what one can go back to.
    if (library.version !== before.version) previous = before;
    current = library;
    return { library, ...difference(before, library) };
  }

  async function load(): Promise<ReloadOutcome> {
    const started = now();
    const { reports, faults } = await loadCorpus(dataDir);
    if (faults.length > 0) return { kind: 'failed', faults };
    const swap = swapIn(await createLibrary(reports));
    return { kind: 'reloaded', ...swap, milliseconds: now() - started };
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
    async rollBack() {
      if (reloading) return { kind: 'busy' };
      return previous ? { kind: 'rolled-back', ...swapIn(previous) } : { kind: 'nothing' };
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
