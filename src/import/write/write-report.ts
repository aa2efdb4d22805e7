import { randomBytes } from 'node:crypto';
import { type FileHandle, link, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { explainDiskError, findDiskErrorCode } from '../../corpus/disk-error.ts';
import { ImportError } from '../import-error.ts';

/** Where and whether a report may be written. */
export interface Destination {
  readonly folder: string;
  readonly id: string;
  /** Replace a report that is there. */
  readonly force: boolean;
}

/**
 * Writes `<folder>/<id>.md` as a whole or not at all: the text goes to a hidden file, which gets its name when it is
 * complete. A name that is a symbolic link is replaced, never followed.
 *
 * @returns the path
 * @throws ImportError when the report exists, or the disk refuses
 */
export async function writeReport({ folder, id, force }: Destination, text: string): Promise<string> {
  const path = join(folder, `${id}.md`);
  const draft = join(folder, `.${id}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(draft, 'wx');
    try {
      await writeWhole(file, text);
      await giveName(draft, path, force);
    } finally {
      await rm(draft, { force: true });
    }
    return path;
  } catch (error) {
    if (findDiskErrorCode(error) === 'EEXIST')
      throw new ImportError(
        `${JSON.stringify(path)} exists; --force replaces it, --id gives the report another name`,
      );
    throw new ImportError(`cannot write ${JSON.stringify(path)}: ${explainWriting(error)}`);
  }
}

async function giveName(draft: string, path: string, force: boolean): Promise<void> {
  // Only a link refuses to replace; asking first whether the file exists would race with who makes it.
  await (force ? rename(draft, path) : link(draft, path));
}

async function writeWhole(file: FileHandle, text: string): Promise<void> {
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** By Node's error codes, where writing needs other words than reading. */
const CAUSES: Readonly<Record<string, string>> = {
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'the disk is read-only',
  ENOENT: 'there is no such folder; make it first',
  ENOSPC: 'the disk is full',
};

const explainWriting = (error: unknown): string =>
  CAUSES[findDiskErrorCode(error) ?? ''] ?? explainDiskError(error);
