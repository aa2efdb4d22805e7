import type { Fault } from '../corpus/fault.ts';
import { ChangeError, orSay, type ReportEdit } from './change-reports.ts';
import type { Content } from './content-store.ts';
import { fileText, type LoadedReport } from './corpus-loader.ts';
import { BY_FOLDER, type HistoryEntry, type ReportChange, type ReportHistory } from './report-history.ts';

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

/** Some reports, as they were when they last loaded without a fault; before that, those that are sound. */
export interface Collection extends Pick<Content, 'history' | 'drafts'> {
  /** In order of id. A new array after each change, the very same one otherwise. */
  readonly reports: readonly LoadedReport[];
  /** Loads what changed. Reports with a fault change nothing. */
  reload(): Promise<ReloadOutcome>;
  /** Edits the reports and reloads. @throws {ChangeError} when the reports stay as they are, and why */
  change(edits: readonly ReportEdit[], by: string): Promise<ReloadOutcome>;
  /**
   * Takes back the last change, or all down to the one called `name`. That is a change itself: to roll back twice is to
   * be where one was.
   * @throws {ChangeError} when the reports stay as they are, and why
   */
  rollBack(by: string, name?: string): Promise<ChangeOutcome>;
}

export interface CollectionParts {
  readonly content: Content;
  /** Awaited before a reload that found changes is done. */
  readonly onChanged: (reports: readonly LoadedReport[]) => Promise<void>;
  /** Told of each change that is in the history, once it is served. */
  readonly onRecorded: (change: RecordedChange) => void;
  /** Told of what cannot be kept: `event` says what that leaves undone. */
  readonly onRefused: (event: string, error: unknown) => void;
  /** In milliseconds. */
  readonly now?: () => number;
}

/** What was changed, and who did it. */
export type RecordedChange = Pick<HistoryEntry, 'by'> & { readonly changes: readonly ReportChange[] };

/** A collection that holds nothing until its first reload. */
export function createCollection({
  content,
  onChanged,
  onRecorded,
  onRefused,
  now = performance.now.bind(performance),
}: CollectionParts): Collection {
  let reports: readonly LoadedReport[] = [];
  let isLoaded = false;
  let isBusy = false;

  async function loadAnew(): Promise<ReloadOutcome> {
    const started = now();
    const { reports: loaded, faults } = await content.load();
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
        await noteForeign(before, loaded).catch((error: unknown) =>
          onRefused('a change of the folder is in no history', error),
        );
    }
    return { kind: 'reloaded', ...found, milliseconds: now() - started };
  }

  async function noteForeign(before: readonly LoadedReport[], after: readonly LoadedReport[]): Promise<void> {
    const old = byId(before);
    const textBefore = (id: string): string | undefined => {
      const report = old.get(id);
      return report && fileText(report);
    };
    const changes = await content.noteForeign(changesBetween(old, byId(after)), textBefore);
    if (changes.length > 0) onRecorded({ by: BY_FOLDER, changes });
  }

  async function change(edits: readonly ReportEdit[], by: string): Promise<ReloadOutcome> {
    // What changed by other means is a change of its own.
    const first = await loadAnew();
    if (first.kind !== 'reloaded') return first;
    const changed = await content.change(edits, by).catch(tell);
    const outcome = await loadAnew();
    if (outcome.kind === 'failed') await orSay('the reports cannot be put back', changed.undo());
    else if (changed.changes.length > 0) onRecorded({ by, changes: changed.changes });
    return outcome;
  }

  function tell(error: unknown): never {
    if (error instanceof ChangeError && error.cause !== undefined)
      onRefused('reports cannot be changed', error.cause);
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
    history: content.history,
    drafts: { ...content.drafts, keep: (...kept) => content.drafts.keep(...kept).catch(tell) },
    reload: () => alone(loadAnew),
    change: (edits, by) => alone(() => change(edits, by)),
    rollBack: (by, name) =>
      alone(async (): Promise<ChangeOutcome> => {
        const entries = await content.history.list();
        const last = name === undefined ? 0 : entries.findIndex((entry) => entry.name === name);
        const undone = entries.slice(0, last + 1);
        if (undone.length === 0) return { kind: 'nothing' };
        return change(await editsBefore(undone, content.history), by);
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
