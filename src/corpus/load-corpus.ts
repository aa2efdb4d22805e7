import { posix } from 'node:path';
import { explainDiskError, findDiskErrorCode } from './disk-error.ts';
import { type Fault, inFile } from './fault.ts';
import { type ParsedReport, parseInSteps, type ReportName } from './parse-report.ts';
import { type ReadReportFile, readReportFile, type ReportDisk, reportDisk } from './read-report-file.ts';
import { findNameProblem, idOf, selectReportFiles } from './report-name.ts';
import type { Report } from './report.ts';
import { runCooperatively } from '../text/cooperative-task.ts';

export interface Corpus {
  /** Sorted by id. Only reports without a fault. */
  readonly reports: readonly Report[];
  /** Of all files, sorted by file and line. Empty means that everything in the folder was loaded. */
  readonly faults: readonly Fault[];
}

/** Makes a report of a file's bytes, or says what is wrong with them; see `parseReport`. */
export type ReadReport = (name: ReportName, bytes: Uint8Array) => Promise<ParsedReport>;

const parse: ReadReport = (name, bytes) => runCooperatively(parseInSteps(name, bytes));

/** Files read from the disk at once: while it answers for one, others can be asked for. */
const AT_ONCE = 32;

/**
 * Reads every `<dir>/*.md`; hidden files, other files and sub-folders are left alone. Whatever is wrong with the
 * folder or its files comes back as faults, all of them at once. The event loop gets its turn meanwhile.
 */
export async function loadCorpus(
  dir: string,
  disk: ReportDisk = reportDisk,
  readReport: ReadReport = parse,
): Promise<Corpus> {
  const folder = await openFolder(dir, disk);
  if (folder.kind === 'faulty') return { reports: [], faults: [{ file: dir, message: folder.message }] };
  const reports: Report[] = [];
  const faults: Fault[] = [];
  for await (const { name, read } of readFiles(folder.path, folder.names, disk)) {
    const file = posix.join(dir, name);
    const problem = findNameProblem(name, folder.names);
    if (problem !== undefined) faults.push({ file, line: 1, message: problem });
    if (read.kind === 'faulty') {
      faults.push(...inFile(file, read.problems));
      continue;
    }
    const parsed = await readReport({ id: idOf(name), file }, read.bytes);
    if (parsed.kind === 'faulty') faults.push(...parsed.faults);
    else if (problem === undefined) reports.push(parsed.report);
  }
  return { reports, faults };
}

async function* readFiles(
  folder: string,
  names: readonly string[],
  disk: ReportDisk,
): AsyncGenerator<{ readonly name: string; readonly read: ReadReportFile }> {
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const some = names.slice(from, from + AT_ONCE);
    const reading = some.map(async (name) => ({ name, read: await readReportFile(folder, name, disk) }));
    yield* await Promise.all(reading);
  }
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
