import { posix } from 'node:path';
import { explainDiskError, findDiskErrorCode } from './disk-error.ts';
import type { Fault } from './fault.ts';
import { parseReport } from './parse-report.ts';
import { readReportFile } from './read-report-file.ts';
import { type ReportDisk, reportDisk } from './report-disk.ts';
import { findNameProblem, idOf, selectReportFiles } from './report-name.ts';
import type { Report } from './report.ts';

export interface Corpus {
  /** Sorted by id. Only reports without a fault. */
  readonly reports: readonly Report[];
  /** Of all files, sorted by file and line. Empty means that everything in the folder was loaded. */
  readonly faults: readonly Fault[];
}

/**
 * Reads every `<dir>/*.md`; hidden files, other files and sub-folders are left alone. Whatever is wrong with the
 * folder or its files comes back as faults, all of them at once.
 */
export async function loadCorpus(dir: string, disk: ReportDisk = reportDisk): Promise<Corpus> {
  const folder = await openFolder(dir, disk);
  if (folder.kind === 'faulty') return { reports: [], faults: [{ file: dir, message: folder.message }] };
  const reports: Report[] = [];
  const faults: Fault[] = [];
  for (const name of folder.names) {
    const file = posix.join(dir, name);
    const problem = findNameProblem(name, folder.names);
    if (problem !== undefined) faults.push({ file, line: 1, message: problem });
    const read = await readReportFile(folder.path, name, disk);
    if (read.kind === 'unreadable') {
      faults.push({ file, line: 1, message: read.message });
      continue;
    }
    const parsed = parseReport({ id: idOf(name), file }, read.bytes);
    if (parsed.kind === 'faulty') faults.push(...parsed.faults);
    else if (problem === undefined) reports.push(parsed.report);
  }
  return { reports, faults };
}

type Folder =
  | { readonly kind: 'folder'; readonly path: string; readonly names: readonly string[] }
  | { readonly kind: 'faulty'; readonly message: string };

async function openFolder(dir: string, disk: ReportDisk): Promise<Folder> {
  const wanted = `put at least one report in it, such as ${posix.join(dir, 'ferry.md')}`;
  try {
    const path = await disk.resolve(dir);
    const names = selectReportFiles(await disk.list(path));
    return names.length > 0
      ? { kind: 'folder', path, names }
      : { kind: 'faulty', message: `the folder holds no .md file; ${wanted}` };
  } catch (error) {
    const why = explainDiskError(error);
    return {
      kind: 'faulty',
      message:
        findDiskErrorCode(error) === 'ENOENT'
          ? `there is no such folder; make it and ${wanted}`
          : `wanted a folder of reports, but it cannot be listed: ${why}`,
    };
  }
}
