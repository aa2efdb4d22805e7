import { join, posix } from 'node:path';
import { explainDiskError, findDiskErrorCode } from '../disk-error.ts';
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

/** Turns files into reports; one that remembers need not be given again what has not changed. */
export interface ReportReader {
  /** Makes a report of a file's bytes, or says what is wrong with them; see `parseReport`. */
  read(name: ReportName, bytes: Uint8Array, stamp: string | undefined): Promise<ParsedReport>;
  /** The report that was made of the file with this id and stamp. */
  readonly recall?: (id: string, stamp: string) => Report | undefined;
}

export interface LoadOptions {
  readonly disk?: ReportDisk;
  readonly reader?: ReportReader;
  /** No report, or no folder, is no fault. */
  readonly mayBeEmpty?: boolean;
}

const parser: ReportReader = { read: (name, bytes) => runCooperatively(parseInSteps(name, bytes)) };

/** Files read from the disk at once: while it answers for one, others can be asked for. */
const AT_ONCE = 32;

/**
 * Reads every `<dir>/*.md`; hidden files, other files and sub-folders are left alone. Whatever is wrong with the
 * folder or its files comes back as faults, all of them at once. The event loop gets its turn meanwhile.
 */
export async function loadCorpus(
  dir: string,
  { disk = reportDisk, reader = parser, mayBeEmpty = false }: LoadOptions = {},
): Promise<Corpus> {
  const folder = await openFolder(dir, disk, mayBeEmpty);
  if (folder.kind === 'faulty') return { reports: [], faults: [{ file: dir, message: folder.message }] };
  const reports: Report[] = [];
  const faults: Fault[] = [];
  for await (const { name, stamp, read } of readFiles(folder.path, folder.names, disk, reader)) {
    const file = posix.join(dir, name);
    const problem = findNameProblem(name, folder.names);
    if (problem !== undefined) faults.push({ file, line: 1, message: problem });
    if (read.kind === 'faulty') {
      faults.push(...inFile(file, read.problems));
      continue;
    }
    const parsed =
      read.kind === 'report' ? read : await reader.read({ id: idOf(name), file }, read.bytes, stamp);
    if (parsed.kind === 'faulty') faults.push(...parsed.faults);
    else if (problem === undefined) reports.push(parsed.report);
  }
  return { reports, faults };
}

interface ReadFile {
  readonly name: string;
  readonly stamp: string | undefined;
  readonly read: ReadReportFile | { readonly kind: 'report'; readonly report: Report };
}

async function* readFiles(
  folder: string,
  names: readonly string[],
  disk: ReportDisk,
  { recall }: Pick<ReportReader, 'recall'>,
): AsyncGenerator<ReadFile> {
  async function readFile(name: string): Promise<ReadFile> {
    // Before the file is read: what changes in between has another stamp the next time. What cannot be asked for its
    // stamp cannot be read either, and the reading says why.
    const stamp = await disk.stamp(join(folder, name)).catch(() => undefined);
    const report = stamp === undefined ? undefined : recall?.(idOf(name), stamp);
    const read = report ? ({ kind: 'report', report } as const) : await readReportFile(folder, name, disk);
    return { name, stamp, read };
  }
  for (let from = 0; from < names.length; from += AT_ONCE)
    yield* await Promise.all(names.slice(from, from + AT_ONCE).map(readFile));
}

type Folder =
  | { readonly kind: 'folder'; readonly path: string; readonly names: readonly string[] }
  | { readonly kind: 'faulty'; readonly message: string };

async function openFolder(dir: string, disk: ReportDisk, mayBeEmpty: boolean): Promise<Folder> {
  const wanted = `put at least one report in it, such as ${posix.join(dir, 'ferry.md')}`;
  try {
    const path = await disk.resolve(dir);
    const names = selectReportFiles(await disk.list(path));
    return names.length > 0 || mayBeEmpty
      ? { kind: 'folder', path, names }
      : { kind: 'faulty', message: `the folder holds no .md file; ${wanted}` };
  } catch (error) {
    const why = explainDiskError(error);
    if (mayBeEmpty && findDiskErrorCode(error) === 'ENOENT') return { kind: 'folder', path: dir, names: [] };
    return {
      kind: 'faulty',
      message:
        findDiskErrorCode(error) === 'ENOENT'
          ? `there is no such folder; make it and ${wanted}`
          : `wanted a folder of reports, but it cannot be listed: ${why}`,
    };
  }
}
