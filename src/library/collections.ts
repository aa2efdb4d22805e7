import { findDiskErrorCode } from '../disk-error.ts';
import type { Log } from '../log.ts';
import { noReader, type Reader } from '../reader/reader.ts';
import { createMemorySource } from '../search/index/memory-source.ts';
import type { RemoteDocuments } from '../search/index/remote-documents.ts';
import { createLanguages, type LanguageOf } from '../text/language.ts';
import { type Collection, createCollection, type RecordedChange, type ReloadOutcome } from './collection.ts';
import type { ContentStore } from './content-store.ts';
import type { DraftText, LoadedReport } from './corpus-loader.ts';
import { createLibrary, type Library } from './library.ts';
import { CorpusError } from './load-reports.ts';
import type { PreparedReport } from './prepared-report.ts';
import { keepServers, SERVER_MEMORY } from './server-memory.ts';
import { createView, merged, type Published } from './view.ts';

/** Which reports a server asks: its own, those that all servers share, or both. */
export const REPORTS_SEEN = ['own', 'shared', 'both'] as const;
export type ReportsSeen = (typeof REPORTS_SEEN)[number];

/** What may be seen somewhere. */
export interface Seen {
  /** One version from a request's first step to its last. */
  readonly library: Library;
  /** The server whose own reports are in the library, or would be: `undefined` where all are shared. */
  readonly owner: string | undefined;
}

/** All reports of the bot: those that all servers share, and those that belong to one server alone. */
export interface Collections {
  /** What everybody may see. Who took it keeps that version for as long as an answer takes. */
  readonly shared: Library;
  /**
   * What is asked in a server, or in direct messages (`undefined`). Where a server's own report has the id of a shared
   * one, its own is seen there.
   */
  seenIn(server: string | undefined, seen: ReportsSeen): Promise<Seen>;
  /** The server's own reports, loaded; none at first. `undefined`: those that all share. */
  collectionOf(server: string | undefined): Promise<Collection>;
  /**
   * What `work` finds in a library of what the server sees (`undefined`: everybody) with a report that is in no folder
   * yet, in place of one of its id. @throws {ChangeError} when the text does not load
   */
  tryOut<Result>(
    server: string | undefined,
    draft: DraftText,
    work: (prepared: PreparedReport, library: Library) => Promise<Result>,
  ): Promise<Result>;
  /** Loads the shared reports anew, and those of servers when they are next asked. */
  reload(): Promise<ReloadOutcome>;
  /** The same for the reports of one server, which others have changed. */
  forget(server: string): void;
}

export interface OpenOptions {
  readonly languageOf?: LanguageOf;
  /** Absent: questions are answered by words alone. */
  readonly reader?: Reader;
  /** How much the servers' own reports may take, in bytes; those not asked for longest go first. */
  readonly serverMemory?: number;
  /** Searches large collections; absent: all are searched in memory. */
  readonly search?: RemoteDocuments | undefined;
  readonly log?: Pick<Log, 'debug' | 'warn' | 'error'>;
  /** Told of each change of a server's own reports, once it is served there. */
  readonly onChanged?: (server: string, change: RecordedChange) => void;
}

/**
 * Loads the shared reports and indexes them; those of servers when they are first asked.
 * @throws {CorpusError} listing every fault of every shared report.
 */
export async function openCollections(
  content: ContentStore,
  {
    languageOf = createLanguages(),
    reader = noReader,
    serverMemory = SERVER_MEMORY,
    search,
    log,
    onChanged: onServerChanged,
  }: OpenOptions = {},
): Promise<Collections> {
  const parts = { source: createMemorySource({ remote: search }), languageOf, reader };
  const publish = async (reports: readonly PreparedReport[]): Promise<Published> => {
    const library = createLibrary(reports, parts);
    return { library, release: await library.hold() };
  };
  const open = (
    server: string | undefined,
    onChanged: (reports: readonly LoadedReport[]) => Promise<void>,
  ): Collection =>
    createCollection({
      content: content.contentOf(server),
      onChanged,
      onRecorded: (change) => server !== undefined && onServerChanged?.(server, change),
      // The error's message names files.
      onRefused: (event, error) => log?.warn({ server, code: findDiskErrorCode(error) }, event),
    });

  let shared: Library | undefined;
  const sharedView = createView(publish);
  const sharedReports = open(undefined, async (reports) => {
    shared = await sharedView.show(reports, NONE);
  });
  const first = await sharedReports.reload();
  if (first.kind === 'failed') throw new CorpusError(first.faults);
  let servers = new Set(await content.listServers());
  let reloads = 0;

  const { load: ownedBy, forget } = keepServers({
    memory: serverMemory,
    log,
    reloads: () => reloads,
    open: (server, onChanged) =>
      open(server, async (reports) => {
        if (reports.length > 0) servers.add(server);
        onChanged();
      }),
    createView: () => createView(publish),
  });

  return {
    get shared() {
      return sharedLibrary();
    },
    async seenIn(server, seen) {
      const sharedAlone = (): Seen => ({ library: sharedLibrary(), owner: undefined });
      if (server === undefined || seen === 'shared') return sharedAlone();
      if (seen === 'both' && !servers.has(server)) return sharedAlone();
      const { collection, view } = await ownedBy(server);
      // A folder may hold nothing but a history or previews.
      if (seen === 'both' && collection.reports.length === 0) return sharedAlone();
      const others = seen === 'own' ? NONE : sharedReports.reports;
      return { library: await view.show(collection.reports, others), owner: server };
    },
    collectionOf: async (server) =>
      server === undefined ? sharedReports : (await ownedBy(server)).collection,
    async tryOut(server, draft, work) {
      const prepared = await content.contentOf(server).prepare(draft);
      const own = server === undefined ? [] : (await ownedBy(server)).collection.reports;
      const { library, release } = await publish(merged([prepared], merged(own, sharedReports.reports)));
      try {
        return await work(prepared, library);
      } finally {
        release();
      }
    },
    async reload() {
      reloads++;
      const [outcome, listed] = await Promise.all([sharedReports.reload(), content.listServers()]);
      servers = new Set(listed);
      return outcome;
    },
    forget(server) {
      servers.add(server);
      forget(server);
    },
  };

  function sharedLibrary(): Library {
    if (shared === undefined) throw new Error('Cannot serve the shared reports: they are not loaded');
    return shared;
  }
}

const NONE: readonly LoadedReport[] = [];
