import { join, sep } from 'node:path';
import { explainDiskError } from './disk-error.ts';
import { findSizeProblem } from './report-bytes.ts';
import type { ReportDisk } from './report-disk.ts';

export type ReadReportFile =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'unreadable'; readonly message: string };

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
      : unreadable('the file is a symbolic link that leads out of the folder, wanted the file itself');
  } catch (error) {
    return unreadable(`the file cannot be read: ${explainDiskError(error)}`);
  }
}

/** Size and kind are asked of the opened file, not of its path, which may name another file by then. */
async function readOpened(path: string, disk: ReportDisk): Promise<ReadReportFile> {
  const file = await disk.open(path);
  try {
    const stat = await file.stat();
    if (!stat.isFile())
      return unreadable('this is not a file, wanted a text file; rename it or take it away');
    const problem = findSizeProblem(stat.size);
    if (problem !== undefined) return unreadable(problem);
    const bytes = await file.readFile();
    const after = await file.stat();
    // Half of the old text and half of the new one would be a report that nobody wrote.
    return after.size === bytes.byteLength && after.size === stat.size && after.mtimeMs === stat.mtimeMs
      ? { kind: 'bytes', bytes }
      : unreadable('the file changed while it was read, wanted one that is not being written; load it again');
  } finally {
    await file.close();
  }
}

const unreadable = (message: string): ReadReportFile => ({ kind: 'unreadable', message });
