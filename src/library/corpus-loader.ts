import { notLoading } from './change-reports.ts';
import { analyseAndPrepare, type PreparedReport } from './prepared-report.ts';
import type { Fault } from '../corpus/fault.ts';
import { loadCorpus, type ReportReader } from '../corpus/load-corpus.ts';
import type { Report } from '../corpus/report.ts';
import { type ParsedReport, parseInSteps, type ReportName } from '../corpus/parse-report.ts';
import type { ReportDisk } from '../corpus/read-report-file.ts';
import type { LanguageOf } from '../text/language.ts';
import { runCooperatively } from '../text/cooperative-task.ts';
import type { AnalysisCache } from './packed-analysis.ts';
import { sha256 } from './hashes.ts';

/** A report with the file that it came from. */
export interface LoadedReport extends PreparedReport {
  /** As written, without its two `---` lines. */
  readonly frontMatter: string;
  /** SHA-256 of its bytes, in hexadecimal digits. */
  readonly fileHash: string;
}

/** The text of the report's file, with LF line ends. */
export const fileText = ({ frontMatter, report: { body } }: LoadedReport): string =>
  `---\n${frontMatter}---\n${body}`;

/** What a folder contains, as the library serves it. */
export interface LoadedCorpus {
  /** Sorted by id. Only reports without a fault. */
  readonly reports: readonly LoadedReport[];
  /** Empty means that everything in the folder was loaded. */
  readonly faults: readonly Fault[];
}

export interface ReadOptions {
  /** SHA-256 of the bytes, in hexadecimal digits. */
  readonly hash: string;
  /** What the bytes make, where that was found already. */
  readonly parsed?: ParsedReport | undefined;
  /** Asked first; what it lacks is kept there. */
  readonly cache?: AnalysisCache | undefined;
  readonly languageOf: LanguageOf;
}

/** Makes a report of its file's bytes, in slices, or says what is wrong with them. */
export async function readBytes(
  name: ReportName,
  bytes: Uint8Array,
  { hash, parsed: known, cache, languageOf }: ReadOptions,
): Promise<(LoadedReport & { readonly kind: 'report' }) | (ParsedReport & { readonly kind: 'faulty' })> {
  const cached = await cache?.find(hash);
  const parsed = known ?? (await runCooperatively(parseInSteps(name, bytes, cached?.paragraphs)));
  if (parsed.kind === 'faulty') return parsed;
  const { report, frontMatter } = parsed;
  const prepared = await analyseAndPrepare(report, languageOf, cached?.analysis);
  if (cached === undefined)
    await cache?.keep(hash, { paragraphs: report.paragraphs, analysis: prepared.analysis });
  return { kind: 'report', ...prepared, frontMatter, fileHash: hash };
}

/** The same of a text that is in no file yet. @throws {ChangeError} listing every fault of the text */
export async function prepareText(
  { id, text }: DraftText,
  options: Omit<ReadOptions, 'hash'>,
): Promise<PreparedReport> {
  const bytes = Buffer.from(text);
  const read = await readBytes({ id, file: `${id}.md` }, bytes, { ...options, hash: sha256(bytes) });
  if (read.kind === 'faulty') throw notLoading(read.faults);
  return read;
}

/** What is to become a report's file. */
export interface DraftText {
  readonly id: string;
  readonly text: string;
}

interface Known {
  /** Of the file when it was read; see `ReportDisk`. */
  readonly stamp: string | undefined;
  readonly loaded: LoadedReport;
}

/**
 * Loads the folder again and again. A file with the stamp or the bytes of the last time gives the very same prepared
 * report; else the cache is asked, and then the report is read anew, in slices.
 */
export function createCorpusLoader(
  dir: string,
  {
    cache,
    languageOf,
    mayBeEmpty = false,
    disk,
  }: {
    readonly cache?: AnalysisCache | undefined;
    readonly languageOf: LanguageOf;
    readonly mayBeEmpty?: boolean;
    /** Absent: the computer's own. */
    readonly disk?: ReportDisk;
  },
): () => Promise<LoadedCorpus> {
  let known: ReadonlyMap<string, Known> = new Map();

  return async () => {
    const read = new Map<string, Known>();
    const keep = (id: string, one: Known): Report => {
      read.set(id, one);
      return one.loaded.report;
    };
    const reader: ReportReader = {
      recall(id, stamp) {
        const before = known.get(id);
        return before?.stamp === stamp ? keep(id, before) : undefined;
      },
      async read(name, bytes, stamp) {
        const hash = sha256(bytes);
        const before = known.get(name.id);
        if (before?.loaded.fileHash === hash) {
          keep(name.id, { ...before, stamp });
          return { kind: 'report', ...before.loaded };
        }
        const read = await readBytes(name, bytes, { hash, cache, languageOf });
        if (read.kind === 'report') keep(name.id, { stamp, loaded: read });
        return read;
      },
    };
    const { reports, faults } = await loadCorpus(dir, { reader, mayBeEmpty, ...(disk && { disk }) });
    // With faults the old version keeps answering: what is known of a file that is faulty now is still of use.
    known = faults.length > 0 ? new Map([...known, ...read]) : read;
    if (faults.length === 0) await cache?.prune(Array.from(read.values(), ({ loaded }) => loaded.fileHash));
    return { reports: reports.flatMap(({ id }) => read.get(id)?.loaded ?? []), faults };
  };
}
