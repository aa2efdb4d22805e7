import { z } from 'zod';

/** What a change did to one report. */
export const reportChange = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['added', 'changed', 'removed']),
  /** SHA-256 of the file's bytes afterwards; absent where it is removed. */
  after: z.string().optional(),
});

export const historyEntry = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  /** Id of the person; `folder` for what was done to the folder by other means. */
  by: z.string(),
  changes: z.array(reportChange),
});

export type ReportChange = z.output<typeof reportChange>;

/** One change of a collection. */
export interface HistoryEntry extends z.output<typeof historyEntry> {
  /** Names it in this history; later entries have greater names. */
  readonly name: string;
}

/** What was changed in a collection, by whom and when, with the reports that were there before. */
export interface ReportHistory {
  /** Latest first; at most `MOST_ENTRIES`. */
  list(): Promise<readonly HistoryEntry[]>;
  /** The report's file before the change; undefined when there was none. @throws {ChangeError} when it cannot be read */
  before(name: string, id: string): Promise<string | undefined>;
}

/** Older ones are forgotten, with the files that they kept. */
export const MOST_ENTRIES = 50;

/** Digits of an entry's name: enough for milliseconds until the year 33658. */
const NAME_LENGTH = 15;

/** The name of the entry with that number; numbers are milliseconds, or a little more. */
export const nameOf = (number: number): string => String(number).padStart(NAME_LENGTH, '0');

/** How the history names what was done by other means than Discord, and so by nobody it knows. */
export const BY_FOLDER = 'folder';
