import { constants } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { explainDiskError } from '../disk-error.ts';
import { type Faulty, faulty } from './fault.ts';
import { findSizeProblem } from './report-bytes.ts';

/** An open file: only what reading a report needs. */
export interface OpenReport {
  /** Size in bytes; when it was last written, in milliseconds. */
  readonly stat: () => Promise<{
    readonly size: number;
    readonly mtimeMs: number;
    readonly isFile: () => boolean;
  }>;
  readonly readFile: () => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** The disk as loadCorpus() sees it. Every function rejects with Node's error codes, such as `EACCES`. */
export interface ReportDisk {
  /** The names in a folder, in any order. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** The absolute path without symbolic links. */
  readonly resolve: (path: string) => Promise<string>;
  /** May open anything that has a name; never waits for a writer, never follows a link. */
  readonly open: (path: string) => Promise<OpenReport>;
  /** Differs whenever the file does; undefined for a file written so lately that its times may not tell. */
  readonly stamp: (path: string) => Promise<string | undefined>;
}

/** Two changes within one tick of the file system's clock look like one. In milliseconds; ticks are far shorter. */
const SETTLED_AFTER = 2000;

/** O_NONBLOCK: a named pipe must not hang the bot. O_NOFOLLOW: a link swapped in after resolve() is not followed. */
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

export const reportDisk: ReportDisk = {
  list: readdir,
  resolve: realpath,
  open: (path) => open(path, FLAGS),
  stamp: (path) => stampOf(path, Date.now()),
};

/** `now` is in milliseconds since 1970. */
export async function stampOf(path: string, now: number): Promise<string | undefined> {
  const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = await stat(path, { bigint: true });
  const isSettled = now - Number(ctimeMs) > SETTLED_AFTER;
  return isSettled ? [dev, ino, size, mtimeNs, ctimeNs].join(' ') : undefined;
}

export type ReadReportFile = { readonly kind: 'bytes'; readonly bytes: Uint8Array } | Faulty;

/**
 * Reads one file of `folder`, a path free of symbolic links. A file that the disk does not give is an outcome.
 *
 * @throws what is no fault of the disk, that is an error without a code
 */
export async function readReportFile(
  folder: string,
  name: string,
  disk: ReportDisk,
): Promise<ReadReportFile> {
  try {
    const path = await disk.resolve(join(folder, name));
    const inside = path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
    return inside
      ? await readOpened(path, disk)
      : faulty(1, 'the file is a symbolic link that leads out of the folder, wanted the file itself');
  } catch (error) {
    return faulty(1, `the file cannot be read: ${explainDiskError(error)}`);
  }
}

/** Size and kind are asked of the opened file, not of its path, which may name another file by then. */
async function readOpened(path: string, disk: ReportDisk): Promise<ReadReportFile> {
  const file = await disk.open(path);
  try {
    const stat = await file.stat();
    if (!stat.isFile()) return faulty(1, 'this is not a file, wanted a text file; rename it or take it away');
    const problem = findSizeProblem(stat.size);
    if (problem !== undefined) return faulty(1, problem);
    const bytes = await file.readFile();
    const after = await file.stat();
    // Half of the old text and half of the new one would be a report that nobody wrote.
    return after.size === bytes.byteLength && after.size === stat.size && after.mtimeMs === stat.mtimeMs
      ? { kind: 'bytes', bytes }
      : faulty(1, 'the file changed while it was read, wanted one that is not being written; load it again');
  } finally {
    await file.close();
  }
}
