import type { Fault } from '../corpus/fault.ts';
import type { PreparedReport } from './prepared-report.ts';
import type { AnalysisCache } from './analysis-cache.ts';
import { CorpusError } from './load-reports.ts';
import { createCorpusLoader } from './corpus-loader.ts';
import { createLibrary, type Library } from './library.ts';
import { noReader, type Reader } from '../reader/reader.ts';
import { createMemorySource, type Release } from '../search/index/memory-source.ts';
import { createLanguages } from '../text/language.ts';

/** What another version serves that the one before did not. Reports are named by id. */
export interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** What one reload did. */
export type ReloadOutcome =
  | (Difference & {
      readonly kind: 'reloaded';
      readonly library: Library;
      readonly milliseconds: number;
    })
  | { readonly kind: 'failed'; readonly faults: readonly Fault[] }
  | { readonly kind: 'busy' };

/** What going back did. `nothing`: no reload has changed anything yet. `busy`: a reload is running. */
export type RollBackOutcome =
  | (Difference & { readonly kind: 'rolled-back'; readonly library: Library })
  | { readonly kind: 'nothing' }
  | { readonly kind: 'busy' };

/** The library that answers now. Who took `current` keeps that version for as long as the answer takes. */
export interface LiveLibrary {
  readonly current: Library;
  /**
   * Builds a new library aside and swaps it in at the end; a failed or second reload changes nothing. Reports that did
   * not change are not read again, and when none did, the library stays the very same value.
   */
  reload(): Promise<ReloadOutcome>;
  /**
   * Serves the version before the last change of version again, at once. That is one step: to roll back twice is to be
   * where one was. The next reload serves what the folder holds.
   */
  rollBack(): RollBackOutcome;
}

export interface OpenOptions {
  /** Keeps what was found in each report for the next start. Absent: each start reads all reports anew. */
  readonly cache?: AnalysisCache;
  /** Absent: questions are answered by words alone. */
  readonly reader?: Reader;
  /** In milliseconds. */
  readonly now?: () => number;
}

/**
 * Loads the reports of `dataDir` and indexes them.
 * @throws {CorpusError} listing every fault of every file.
 */
export async function openLibrary(
  dataDir: string,
  { cache, reader = noReader, now = performance.now.bind(performance) }: OpenOptions = {},
): Promise<LiveLibrary> {
  const parts = { source: createMemorySource(), languageOf: createLanguages(), reader };
  const loadCorpus = createCorpusLoader(dataDir, cache, parts.languageOf);
  const first = await loadCorpus();
  if (first.faults.length > 0) throw new CorpusError(first.faults);
  let current = await publish(first.reports);
  let previous: Published | undefined;
  let reloading = false;

  /** The index holds a version while it is served, and while it may be rolled back to. */
  async function publish(reports: readonly PreparedReport[]): Promise<Published> {
    const library = createLibrary(reports, parts);
    return { library, release: await library.hold() };
  }
  async function load(): Promise<ReloadOutcome> {
    const started = now();
    const { reports, faults } = await loadCorpus();
    if (faults.length > 0) return { kind: 'failed', faults };
    const published = await publish(reports);
    const changes = difference(current.library, published.library);
    if (isNone(changes)) published.release();
    else {
      previous?.release();
      previous = current;
      current = published;
    }
    return { kind: 'reloaded', library: current.library, ...changes, milliseconds: now() - started };
  }

  return {
    get current() {
      return current.library;
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
    rollBack() {
      if (reloading) return { kind: 'busy' };
      if (previous === undefined) return { kind: 'nothing' };
      [current, previous] = [previous, current];
      const changes = difference(previous.library, current.library);
      return { kind: 'rolled-back', ...changes, library: current.library };
    },
  };
}

interface Published {
  readonly library: Library;
  readonly release: Release;
}

const isNone = ({ added, changed, removed }: Difference): boolean =>
  added.length + changed.length + removed.length === 0;

function difference({ contentHashes: before }: Library, { contentHashes: after }: Library): Difference {
  const ids = [...after.keys()];
  return {
    added: ids.filter((id) => !before.has(id)),
    changed: ids.filter((id) => before.has(id) && before.get(id) !== after.get(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
  };
}
