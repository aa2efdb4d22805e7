import { type PreparedReport, prepareReport } from './prepared-report.ts';
import type { Fault } from '../corpus/fault.ts';
import { loadCorpus, type ReportReader } from '../corpus/load-corpus.ts';
import type { Report } from '../corpus/report.ts';
import { type ParsedReport, parseInSteps } from '../corpus/parse-report.ts';
import { reportDisk } from '../corpus/read-report-file.ts';
import { analyseReport } from '../search/index/report-analysis.ts';
import type { LanguageOf } from '../text/language.ts';
import { runCooperatively } from '../text/cooperative-task.ts';
import type { AnalysisCache, CachedAnalysis } from './analysis-cache.ts';
import { contentHash, sha256 } from './hashes.ts';

/** What a folder contains, as the library serves it. */
export interface PreparedCorpus {
  /** Sorted by id. Only reports without a fault. */
  readonly reports: readonly PreparedReport[];
  /** Empty means that everything in the folder was loaded. */
  readonly faults: readonly Fault[];
}

interface Known {
  /** Of the file when it was read; see `ReportDisk`. */
  readonly stamp: string | undefined;
  /** SHA-256 of the file's bytes. */
  readonly hash: string;
  readonly prepared: PreparedReport;
}

/**
 * Loads the folder again and again. A file with the stamp or the bytes of the last time gives the very same prepared
 * report; else the cache is asked, and then the report is read anew, in slices.
 */
export function createCorpusLoader(
  dir: string,
  cache: AnalysisCache | undefined,
  languageOf: LanguageOf,
): () => Promise<PreparedCorpus> {
  let known: ReadonlyMap<string, Known> = new Map();

  return async () => {
    const read = new Map<string, Known>();
    const keep = (id: string, one: Known): Report => {
      read.set(id, one);
      return one.prepared.report;
    };
    const reader: ReportReader = {
      recall(id, stamp) {
        const before = known.get(id);
        return before?.stamp === stamp ? keep(id, before) : undefined;
      },
      async read(name, bytes, stamp) {
        const hash = sha256(bytes);
        const before = known.get(name.id);
        if (before?.hash === hash) return { kind: 'report', report: keep(name.id, { ...before, stamp }) };
        const cached = await cache?.find(hash);
        const parsed = await runCooperatively(parseInSteps(name, bytes, cached?.paragraphs));
        if (parsed.kind === 'report')
          keep(name.id, { stamp, hash, prepared: await prepare(parsed, hash, cached) });
        return parsed;
      },
    };
    const { reports, faults } = await loadCorpus(dir, reportDisk, reader);
    if (faults.length > 0) {
      // The old version keeps answering: what is known of a file that is faulty now is still of use.
      known = new Map([...known, ...read]);
      return { reports: [], faults };
    }
    known = read;
    await cache?.prune(Array.from(read.values(), ({ hash }) => hash));
    return { reports: reports.flatMap(({ id }) => read.get(id)?.prepared ?? []), faults };
  };

  async function prepare(
    { report }: ParsedReport & { kind: 'report' },
    hash: string,
    cached: CachedAnalysis | undefined,
  ): Promise<PreparedReport> {
    const analysis =
      cached?.analysis ?? (await runCooperatively(analyseReport(report, languageOf(report.language))));
    if (cached === undefined) await cache?.keep(hash, { paragraphs: report.paragraphs, analysis });
    return prepareReport({ report, hash: contentHash(report), analysis });
  }
}
