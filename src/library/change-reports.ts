import { randomBytes } from 'node:crypto';
import { link, lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { explainWriteError, findDiskErrorCode, ifThere } from '../disk-error.ts';
import { type Fault, renderFault } from '../corpus/fault.ts';
import { parseText } from '../corpus/parse-report.ts';
import { isReportId } from '../corpus/report-name.ts';
import { sha256 } from './hashes.ts';
import type { ReportChange, ReportHistory } from './report-history.ts';

/** A report's file is to hold `text`; without one it is to go. */
export interface ReportEdit {
  readonly id: string;
  readonly text?: string | undefined;
  /** It must not take the place of another report. */
  readonly isNew?: boolean;
}

/** The reports stay as they are. The message is for the person who wanted to change them. */
export class ChangeError extends Error {
  override readonly name = 'ChangeError';
  /** Whether a report was in the way that was not to be replaced. */
  readonly isExisting: boolean;

  constructor(
    message: string,
    { isExisting = false, ...options }: ErrorOptions & { isExisting?: boolean } = {},
  ) {
    super(message, options);
    this.isExisting = isExisting;
  }
}

export interface ChangedReports {
  readonly changes: readonly ReportChange[];
  /** Puts the files back and takes the change out of the history, as if nothing had been done. */
  undo(): Promise<void>;
}

/**
 * The one way in which reports are added, edited and removed: checks that each text loads, keeps what is there now in
 * the history, and gives each file its new text as a whole. All edits are done, or none.
 *
 * @throws {ChangeError} when a text would not load, there is nothing to remove, or the disk refuses
 */
export const changeReports = (...[folder, ...how]: Parameters<typeof change>): Promise<ChangedReports> =>
  orSay(`${JSON.stringify(folder)} cannot be written`, change(folder, ...how));

async function change(
  folder: string,
  edits: readonly ReportEdit[],
  by: string,
  history: ReportHistory,
): Promise<ChangedReports> {
  const before = new Map<string, string>();
  const changes: ReportChange[] = [];
  const wanted: ReportEdit[] = [];
  for (const edit of edits) {
    const { id, text, isNew = false } = edit;
    if (!isReportId(id)) throw new ChangeError(`the id is ${JSON.stringify(id)}, wanted ${WANTED_ID}`);
    const old = await readIfThere(join(folder, fileOf(id)));
    if (isNew && old !== undefined) throw existing(id);
    const shown = text ?? old;
    if (shown === undefined) throw new ChangeError(`there is no report "${id}"`);
    const parsed = await parseText({ id, file: join(folder, fileOf(id)) }, shown);
    if (text !== undefined && parsed.kind === 'faulty') throw notLoading(parsed.faults);
    if (old === text) continue;
    if (old !== undefined) before.set(id, old);
    wanted.push(edit);
    changes.push({
      id,
      title: parsed.kind === 'report' ? parsed.report.title : id,
      kind: text === undefined ? 'removed' : old === undefined ? 'added' : 'changed',
      ...(text !== undefined && { after: sha256(text) }),
    });
  }
  if (changes.length === 0) return { changes, undo: () => Promise.resolve() };
  await mkdir(folder, { recursive: true });
  const name = await orSay('the history cannot be written', history.add(by, changes, before));
  try {
    await writeAll(folder, wanted, before);
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

/** The disk's errors name files, which are for those who change them. @throws {ChangeError} in their place */
export async function orSay<Result>(
  what: string,
  work: Promise<Result>,
  explain: (error: unknown) => string = explainWriteError,
): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ChangeError) throw error;
    throw new ChangeError(`${what}: ${explain(error)}`, { cause: error });
  }
}

const WANTED_ID = 'small letters a-z, digits and hyphens, such as ferry-report';

const fileOf = (id: string): string => `${id}.md`;

/** Why a text is no report, by each of its faults. */
export const notLoading = (faults: readonly Fault[]): ChangeError =>
  new ChangeError(`the report would not load. ${faults.map(renderFault).join('. ')}`);

const existing = (id: string): ChangeError =>
  new ChangeError(`there is a report "${id}" already`, { isExisting: true });

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
