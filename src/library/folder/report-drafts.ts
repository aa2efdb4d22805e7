import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findDiskErrorCode } from '../../disk-error.ts';
import type { Clock } from '../../text/clock.ts';
import { orSay } from '../change-reports.ts';
import { DRAFT_LIFE, type ReportDraft, reportDraft, type ReportDrafts } from '../report-draft.ts';

const DRAFTS_FOLDER = '.drafts';
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

  async function keep(draft: ReportDraft, key: string): Promise<string> {
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
  }

  return {
    find,
    keep: (draft, key = randomBytes(8).toString('hex')) =>
      orSay('the preview cannot be kept', keep(draft, key)),
    remove: (key) => (KEY.test(key) ? rm(fileOf(key), { force: true }) : Promise.resolve()),
  };
}
