import type { ChangedReports, ReportEdit } from './change-reports.ts';
import type { ReloadOutcome } from './collection.ts';
import type { DraftText, LoadedCorpus } from './corpus-loader.ts';
import type { PreparedReport } from './prepared-report.ts';
import type { ReportDrafts } from './report-draft.ts';
import type { ReportChange, ReportHistory } from './report-history.ts';

/** The reports of one collection where they lie, with their history and the drafts of reports to come. */
export interface Content {
  /** What is there now; the very same values for what has not changed. @throws {StoreError} when it is out of reach */
  load(): Promise<LoadedCorpus>;
  readonly history: ReportHistory;
  readonly drafts: ReportDrafts;
  /** Reads a report that is to be published, so that this is quick then. @throws {ChangeError} as `prepareText()` */
  prepare(draft: DraftText): Promise<PreparedReport>;
  /** All edits at once, or none. @throws {ChangeError} as `planChange()`, and when they cannot be kept */
  change(edits: readonly ReportEdit[], by: string): Promise<ChangedReports>;
  /**
   * What of `changes` came about by other means than `change`, now in the history; `textBefore` gives by id what was
   * served. None where all changes are in the history.
   */
  noteForeign(
    changes: readonly ReportChange[],
    textBefore: (id: string) => string | undefined,
  ): Promise<readonly ReportChange[]>;
}

/** Where the reports of all collections lie. One contract test holds for all implementations. */
export interface ContentStore {
  /** As messages name it, without any secret. */
  readonly place: string;
  /** Those of a server, or those that all servers share: `undefined`. The same value each time is not promised. */
  contentOf(server: string | undefined): Content;
  /** Servers that have, or had, reports of their own. */
  listServers(): Promise<readonly string[]>;
  /**
   * Tells of what others change, until the result is called: `reload` what a server, or all, may see otherwise now. It
   * is told again where `reload` was busy.
   */
  follow(reload: (server: string | undefined) => Promise<Pick<ReloadOutcome, 'kind'>>): () => void;
}
