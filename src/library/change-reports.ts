import { randomBytes } from 'node:crypto';
import { link, lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { explainWriteError, findDiskErrorCode } from '../disk-error.ts';
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
export async function changeReports(
  folder: string,
  edits: readonly ReportEdit[],
  by: string,
  history: ReportHistory,
): Promise<ChangedReports> {
  const before = new Map<string, string>();
  const changes: ReportChange[] = [];
  try {
    for (const { id, text, isNew = false } of edits) {
      if (!isReportId(id)) throw new ChangeError(`the id is ${JSON.stringify(id)}, wanted ${WANTED_ID}`);
      const old = await readIfThere(join(folder, fileOf(id)));
      if (isNew && old !== undefined) throw existing(id);
      const shown = text ?? old;
      if (shown === undefined) throw new ChangeError(`there is no report "${id}"`);
      const parsed = await parseText({ id, file: join(folder, fileOf(id)) }, shown);
      if (text !== undefined && parsed.kind === 'faulty') throw notLoading(parsed.faults);
      if (old === text) continue;
      if (old !== undefined) before.set(id, old);
      changes.push({
        id,
        title: parsed.kind === 'report' ? parsed.report.title : id,
        kind: text === undefined ? 'removed' : old === undefined ? 'added' : 'changed',
        ...(text !== undefined && { after: sha256(text) }),
      });
    }
    if (changes.length === 0) return { changes, undo: () => Promise.resolve() };
    await mkdir(folder, { recursive: true });
    const name = await history.add(by, changes, before);
    const undo = async (): Promise<void> => {
      for (const { id } of changes) await write(folder, { id, text: before.get(id) });
      await history.remove(name);
    };
    try {
      for (const edit of edits) await write(folder, edit);
    } catch (error) {
      await undo();
      throw error;
    }
    return { changes, undo };
  } catch (error) {
    if (error instanceof ChangeError) throw error;
    throw notWritable(folder, error);
  }
}

const WANTED_ID = 'small letters a-z, digits and hyphens, such as ferry-report';

const fileOf = (id: string): string => `${id}.md`;

/** Why the disk does not take what was to be written into the folder. @throws `error` itself when it is not the disk's */
export const notWritable = (folder: string, error: unknown): ChangeError =>
  new ChangeError(`${JSON.stringify(folder)} cannot be written: ${explainWriteError(error)}`, {
    cause: error,
  });

/** Why a text is no report, by each of its faults. */
export const notLoading = (faults: readonly Fault[]): ChangeError =>
  new ChangeError(`the report would not load. ${faults.map(renderFault).join('. ')}`);

const existing = (id: string): ChangeError =>
  new ChangeError(`there is a report "${id}" already`, { isExisting: true });

/** @throws {ChangeError} for a symbolic link, behind which anything may be */
async function readIfThere(path: string): Promise<string | undefined> {
  try {
    if ((await lstat(path)).isSymbolicLink())
      throw new ChangeError(
        `${JSON.stringify(path)} is a symbolic link, wanted the file itself; take it away`,
      );
    return await readFile(path, 'utf8');
  } catch (error) {
    if (findDiskErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** As a whole or not at all: the text goes to a hidden file, which gets its name when it is complete. */
async function write(folder: string, { id, text, isNew = false }: ReportEdit): Promise<void> {
  const path = join(folder, fileOf(id));
  if (text === undefined) return rm(path, { force: true });
  const draft = join(folder, `.${id}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(draft, text, { flag: 'wx', flush: true });
    // Only a link refuses to replace what has come there in the meantime.
    await (isNew ? link(draft, path) : rename(draft, path));
  } catch (error) {
    if (isNew && findDiskErrorCode(error) === 'EEXIST') throw existing(id);
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
