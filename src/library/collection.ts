import { explainDiskError } from '../disk-error.ts';
import type { Fault } from '../corpus/fault.ts';
import { ChangeError, type ChangedReports, changeReports, orSay, type ReportEdit } from './change-reports.ts';
import { fileText, type LoadedCorpus, type LoadedReport } from './corpus-loader.ts';
import type { ReportDrafts } from './report-drafts.ts';
import type { HistoryEntry, ReportChange, ReportHistory } from './report-history.ts';

/** What another version serves that the one before did not. Reports are named by id. */
export interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** What one reload did. */
export type ReloadOutcome =
  | (Difference & { readonly kind: 'reloaded'; readonly milliseconds: number })
  | { readonly kind: 'failed'; readonly faults: readonly Fault[] }
  /** Another reload or change of the same folder is running. */
  | { readonly kind: 'busy' };

/** What a change did. `nothing`: there is no such change to take back. */
export type ChangeOutcome = ReloadOutcome | { readonly kind: 'nothing' };

/** One folder of reports, as it was when it last loaded without a fault; before that, what is sound of it. */
export interface Collection {
  /** In order of id. A new array after each change, the very same one otherwise. */
  readonly reports: readonly LoadedReport[];
  readonly history: Pick<ReportHistory, 'list'>;
  readonly drafts: ReportDrafts;
  /** Reads what changed in the folder. A folder with a fault changes nothing. */
  reload(): Promise<ReloadOutcome>;
  /** Edits the folder and reloads. @throws {ChangeError} when the reports stay as they are, and why */
  change(edits: readonly ReportEdit[], by: string): Promise<ReloadOutcome>;
  /**
   * Takes back the last change, or all down to the one called `name`, in the folder too. That is a change itself: to
   * roll back twice is to be where one was.
   * @throws {ChangeError} when the reports stay as they are, and why
   */
  rollBack(by: string, name?: string): Promise<ChangeOutcome>;
}

export interface CollectionParts {
  readonly folder: string;
  readonly load: () => Promise<LoadedCorpus>;
  readonly history: ReportHistory;
  readonly drafts: ReportDrafts;
  /** Awaited before a reload that found changes is done. */
  readonly onChanged: (reports: readonly LoadedReport[]) => Promise<void>;
  /** Told of each change that is in the history, once it is served. */
  readonly onRecorded: (change: RecordedChange) => void;
  /** Told of what the disk refuses: `event` says what that leaves undone. */
  readonly onDiskError: (event: string, error: unknown) => void;
  /** In milliseconds. */
  readonly now?: () => number;
}

/** What was changed, and who did it. */
export type RecordedChange = Pick<HistoryEntry, 'by'> & { readonly changes: readonly ReportChange[] };

/** How the history names what was done to the folder by other means than Discord, and so by nobody it knows. */
export const BY_FOLDER = 'folder';

/** A collection that holds nothing until its first reload. */
export function createCollection({
  folder,
  load,
  history,
  drafts,
  onChanged,
  onRecorded,
  onDiskError,
  now = performance.now.bind(performance),
}: CollectionParts): Collection {
  let reports: readonly LoadedReport[] = [];
  let isLoaded = false;
  let isBusy = false;

  async function loadAnew(): Promise<ReloadOutcome> {
    const started = now();
    const { reports: loaded, faults } = await load();
    if (faults.length > 0) {
      // Better some of the reports than none; afterwards the last whole version is better.
      if (!isLoaded) reports = loaded;
      return { kind: 'failed', faults };
    }
    const [before, wasLoaded] = [reports, isLoaded];
    const found = difference(before, loaded);
    const isChanged = found.added.length + found.changed.length + found.removed.length > 0;
    isLoaded = true;
    if (isChanged) {
      reports = loaded;
      await onChanged(loaded);
      // What was changed by other means is served all the same.
      if (wasLoaded)
        await keepForeign(before, loaded).catch((error: unknown) =>
          onDiskError('a change of the folder is in no history', error),
        );
    }
    return { kind: 'reloaded', ...found, milliseconds: now() - started };
  }

  /** Puts into the history what was not changed through it. */
  async function keepForeign(before: readonly LoadedReport[], after: readonly LoadedReport[]): Promise<void> {
    const [last] = await history.list();
    const known = new Map(last?.changes.map((change) => [change.id, change]));
    const [old, current] = [byId(before), byId(after)];
    const isForeign = ({ id, after: hash }: ReportChange): boolean =>
      !known.has(id) || known.get(id)?.after !== hash;
    const changes = changesBetween(old, current).filter(isForeign);
    const texts = changes.flatMap(({ id }) => {
      const report = old.get(id);
      return report === undefined ? [] : [[id, fileText(report)] as const];
    });
    if (changes.length === 0) return;
    await history.add(BY_FOLDER, changes, new Map(texts));
    onRecorded({ by: BY_FOLDER, changes });
  }

  async function change(edits: readonly ReportEdit[], by: string): Promise<ReloadOutcome> {
    // What changed by other means is a change of its own.
    const first = await loadAnew();
    if (first.kind !== 'reloaded') return first;
    const changed: ChangedReports = await changeReports(folder, edits, by, history).catch(tellDisk);
    const outcome = await loadAnew();
    if (outcome.kind === 'failed') await orSay('the files cannot be put back', changed.undo());
    else if (changed.changes.length > 0) onRecorded({ by, changes: changed.changes });
    return outcome;
  }

  function tellDisk(error: unknown): never {
    if (error instanceof ChangeError && error.cause !== undefined)
      onDiskError('reports cannot be changed', error.cause);
    throw error;
  }

  async function alone<Outcome>(work: () => Promise<Outcome>): Promise<Outcome | { readonly kind: 'busy' }> {
    if (isBusy) return { kind: 'busy' };
    isBusy = true;
    try {
      return await work();
    } finally {
      isBusy = false;
    }
  }

  return {
    get reports() {
      return reports;
    },
    history,
    drafts: {
      ...drafts,
      keep: (...kept) => orSay('the preview cannot be kept', drafts.keep(...kept)).catch(tellDisk),
    },
    reload: () => alone(loadAnew),
    change: (edits, by) => alone(() => change(edits, by)),
    rollBack: (by, name) =>
      alone(async (): Promise<ChangeOutcome> => {
        const entries = await history.list();
        const last = name === undefined ? 0 : entries.findIndex((entry) => entry.name === name);
        const undone = entries.slice(0, last + 1);
        if (undone.length === 0) return { kind: 'nothing' };
        return change(
          await orSay('what was replaced cannot be read', editsBefore(undone, history), explainDiskError),
          by,
        );
      }),
  };
}

/** What takes the entries back, of which the latest comes first. */
async function editsBefore(
  entries: readonly HistoryEntry[],
  history: ReportHistory,
): Promise<readonly ReportEdit[]> {
  const edits = new Map<string, ReportEdit>();
  for (const { name, changes } of entries)
    for (const { id } of changes) edits.set(id, { id, text: await history.before(name, id) });
  return [...edits.values()];
}

const byId = (reports: readonly LoadedReport[]): ReadonlyMap<string, LoadedReport> =>
  new Map(reports.map((each) => [each.report.id, each]));

function difference(before: readonly LoadedReport[], after: readonly LoadedReport[]): Difference {
  const changes = changesBetween(byId(before), byId(after));
  const ids = (wanted: ReportChange['kind']): readonly string[] =>
    changes.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  return { added: ids('added'), changed: ids('changed'), removed: ids('removed') };
}

function changesBetween(
  before: ReadonlyMap<string, LoadedReport>,
  after: ReadonlyMap<string, LoadedReport>,
): readonly ReportChange[] {
  const come = [...after].flatMap(([id, { hash, report, fileHash }]): readonly ReportChange[] => {
    const old = before.get(id);
    if (old?.hash === hash) return [];
    return [{ id, title: report.title, kind: old ? 'changed' : 'added', after: fileHash }];
  });
  const gone = [...before.values()].filter(({ report: { id } }) => !after.has(id));
  return [...come, ...gone.map(({ report: { id, title } }) => ({ id, title, kind: 'removed' as const }))];
}
