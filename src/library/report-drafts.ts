import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { findDiskErrorCode } from '../disk-error.ts';
import type { Clock } from '../text/clock.ts';

const reportDraft = z.object({
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

/** Drafts on disk, so that a preview can be published after a restart. */
export interface ReportDrafts {
  /** Keeps it under a name that nobody can guess, or under `key` in place of what is there. @throws {ChangeError} */
  keep(draft: ReportDraft, key?: string): Promise<string>;
  /** Undefined when it was published, discarded or forgotten, or never was. */
  find(key: string): Promise<ReportDraft | undefined>;
  remove(key: string): Promise<void>;
}

const DRAFTS_FOLDER = '.drafts';
/** As long as that a preview can be published. In milliseconds: a day. */
export const DRAFT_LIFE = 86_400_000;
const KEY = /^[0-9a-f]{16}$/u;

/** The drafts of the reports in `folder`, in a hidden folder beside them. */
export function openDrafts(folder: string, clock: Pick<Clock, 'now'>): ReportDrafts {
  const root = join(folder, DRAFTS_FOLDER);
  const fileOf = (key: string): string => join(root, `${key}.json`);

  async function find(key: string): Promise<ReportDraft | undefined> {
    if (!KEY.test(key)) return undefined;
    try {
      const { data: draft } = reportDraft.safeParse(JSON.parse(await readFile(fileOf(key), 'utf8')));
      return draft && clock.now() - draft.at < DRAFT_LIFE ? draft : undefined;
    } catch (error) {
      // A damaged one has lapsed, too.
      if (findDiskErrorCode(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
      throw error;
    }
  }
  async function forgetOld(): Promise<void> {
    for (const name of await readdir(root)) {
      const key = name.replace(/\.json$/u, '');
      if (KEY.test(key) && (await find(key)) === undefined) await rm(fileOf(key), { force: true });
    }
  }

  return {
    find,
    async keep(draft, key = randomBytes(8).toString('hex')) {
      await mkdir(root, { recursive: true });
      await forgetOld();
      const whole = join(root, `.${key}.tmp`);
      try {
        await writeFile(whole, JSON.stringify(draft), { flush: true });
        await rename(whole, fileOf(key));
      } finally {
        await rm(whole, { force: true });
      }
      return key;
    },
    remove: (key) => (KEY.test(key) ? rm(fileOf(key), { force: true }) : Promise.resolve()),
  };
}
