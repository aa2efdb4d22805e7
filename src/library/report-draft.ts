import { z } from 'zod';

export const reportDraft = z.object({
  id: z.string(),
  /** Of the whole report file. */
  text: z.string(),
  /** Id of the person who made it. */
  by: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** What the importer left out, and why. */
  removed: z.array(z.object({ place: z.string(), text: z.string(), why: z.string() })),
  /** What a person should look at, in sentences without a full stop. */
  notes: z.array(z.string()),
  /** Questions that the report answers, as they were found; those to keep stand in the text. */
  suggested: z.array(z.string()),
});

/** A report that somebody has imported and not yet published. */
export type ReportDraft = z.output<typeof reportDraft>;

/** Drafts that are kept, so that a preview can be published after a restart. */
export interface ReportDrafts {
  /** Keeps it under a name that nobody can guess, or under `key` in place of what is there. @throws {ChangeError} */
  keep(draft: ReportDraft, key?: string): Promise<string>;
  /** Undefined when it was published, discarded or forgotten, or never was. */
  find(key: string): Promise<ReportDraft | undefined>;
  remove(key: string): Promise<void>;
}

/** As long as that a preview can be published. In milliseconds: a day. */
export const DRAFT_LIFE = 86_400_000;
