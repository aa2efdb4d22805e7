import type { HistoryEntry } from './report-history.ts';

/** All that is kept of one collection, byte for byte, but for drafts, which last a day. */
export interface KeptCollection {
  /** Undefined: the reports that all servers share. */
  readonly server: string | undefined;
  /** The reports' files, by id. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Oldest first. */
  readonly history: readonly KeptEntry[];
}

export interface KeptEntry {
  readonly entry: HistoryEntry;
  /** By id: the files that were there before. */
  readonly before: ReadonlyMap<string, Uint8Array>;
}
