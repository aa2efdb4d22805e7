import { randomBytes } from 'node:crypto';
import { link, lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findDiskErrorCode, ifThere } from '../../disk-error.ts';
import {
  ChangeError,
  type ChangedReports,
  existing,
  orSay,
  planChange,
  type ReportEdit,
} from '../change-reports.ts';
import type { FolderHistory } from './report-history.ts';

/**
 * Keeps what is there now in the history, and gives each file its new text as a whole. All edits are done, or none.
 * @throws {ChangeError} as `planChange()`, and when the disk refuses
 */
export const changeFiles = (...[folder, ...how]: Parameters<typeof change>): Promise<ChangedReports> =>
  orSay(`${JSON.stringify(folder)} cannot be written`, change(folder, ...how));

const fileOf = (id: string): string => `${id}.md`;

async function change(
  folder: string,
  wanted: readonly ReportEdit[],
  by: string,
  history: FolderHistory,
): Promise<ChangedReports> {
  const pathOf = (id: string): string => join(folder, fileOf(id));
  const { changes, edits, before } = await planChange(wanted, pathOf, (id) => readIfThere(pathOf(id)));
  if (changes.length === 0) return { changes, undo: () => Promise.resolve() };
  await mkdir(folder, { recursive: true });
  const name = await orSay('the history cannot be written', history.add(by, changes, before));
  try {
    await writeAll(folder, edits, before);
  } catch (error) {
    await history.remove(name);
    throw error;
  }
  return {
    changes,
    async undo() {
      const old = changes.map(({ id }) => ({ id, text: before.get(id) }));
      await writeAll(folder, old, before);
      await history.remove(name);
    },
  };
}

/** @throws {ChangeError} for a symbolic link, behind which anything may be */
async function readIfThere(path: string): Promise<string | undefined> {
  const found = await ifThere(lstat(path));
  if (found?.isSymbolicLink() === true)
    throw new ChangeError(`${JSON.stringify(path)} is a symbolic link, wanted the file itself; take it away`);
  return found && readFile(path, 'utf8');
}

/**
 * All or none. Each text goes to a hidden file, and these get their names when all are complete, so that a full disk
 * changes nothing. Where a name cannot be given, the files that have theirs hold again what they held `before`.
 */
async function writeAll(
  folder: string,
  edits: readonly ReportEdit[],
  before: ReadonlyMap<string, string>,
): Promise<void> {
  const drafts = edits.map((edit) => ({
    ...edit,
    draft: join(folder, `.${edit.id}.${randomBytes(6).toString('hex')}.tmp`),
  }));
  const placed: ReportEdit[] = [];
  try {
    for (const { id, text, draft } of drafts) {
      if (text !== undefined)
        await orSay(`"${fileOf(id)}" cannot be written`, writeFile(draft, text, { flag: 'wx', flush: true }));
    }
    for (const { draft, ...edit } of drafts) {
      await place(folder, edit, draft);
      placed.push({ id: edit.id, text: before.get(edit.id) });
    }
  } catch (error) {
    if (placed.length > 0) await writeAll(folder, placed, before);
    throw error;
  } finally {
    for (const { draft } of drafts) await rm(draft, { force: true });
  }
}

async function place(folder: string, { id, text, isNew = false }: ReportEdit, draft: string): Promise<void> {
  const path = join(folder, fileOf(id));
  if (text === undefined) return rm(path, { force: true });
  try {
    // Only a link refuses to replace what has come there in the meantime.
    await (isNew ? link(draft, path) : rename(draft, path));
  } catch (error) {
    if (isNew && findDiskErrorCode(error) === 'EEXIST') throw existing(id);
    throw error;
  }
}
