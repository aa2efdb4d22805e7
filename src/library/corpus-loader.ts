import { type Corpus, loadCorpus, type ReadReport } from '../corpus/load-corpus.ts';
import { type ParsedReport, parseInSteps } from '../corpus/parse-report.ts';
import { reportDisk } from '../corpus/report-disk.ts';
import { inTurns } from '../text/steps.ts';
import { createLanguages, type LanguageOf } from '../text/languages.ts';
import { analysisOf, keepAnalysis } from '../search/index/report-analysis.ts';
import type { AnalysisCache } from './analysis-cache.ts';
import { sha256 } from './report-hash.ts';

interface Known {
  /** SHA-256 of the file's bytes. */
  readonly hash: string;
  readonly parsed: ParsedReport;
}

/**
 * Loads the folder again and again. A file with the bytes of the last time gives the very same `Report` value, and with
 * it all that is kept for that value: its statements, and what the index takes from it. Else the cache is asked.
 */
export function createCorpusLoader(dir: string, cache: AnalysisCache | undefined): () => Promise<Corpus> {
  let known: ReadonlyMap<string, Known> = new Map();

  return async () => {
    const languageOf = createLanguages();
    const read = new Map<string, Known>();
    const readReport: ReadReport = async (name, bytes) => {
      const hash = sha256(bytes);
      const before = known.get(name.id);
      const parsed = before?.hash === hash ? before.parsed : await readAnew(name, bytes, hash);
      if (parsed.kind === 'report') read.set(name.id, { hash, parsed });
      return parsed;
    };
    const readAnew = async (...[name, bytes, hash]: [...Parameters<ReadReport>, string]) =>
      cache === undefined
        ? inTurns(parseInSteps(name, bytes))
        : readWithCache(cache, hash, name, bytes, languageOf);
    const corpus = await loadCorpus(dir, reportDisk, readReport);
    if (corpus.faults.length > 0) {
      // The old version keeps answering: what is known of a file that is faulty now is still of use.
      known = new Map([...known, ...read]);
      return corpus;
    }
    known = read;
    await cache?.prune(Array.from(read.values(), ({ hash }) => hash));
    return corpus;
  };
}

async function readWithCache(
  cache: AnalysisCache,
  hash: string,
  name: Parameters<ReadReport>[0],
  bytes: Uint8Array,
  languageOf: LanguageOf,
): Promise<ParsedReport> {
  const cached = await cache.find(hash);
  if (cached === undefined) {
    const parsed = await inTurns(parseInSteps(name, bytes));
    if (parsed.kind === 'faulty') return parsed;
    const analysis = await inTurns(analysisOf(parsed.report, languageOf));
    await cache.keep(hash, { paragraphs: parsed.report.paragraphs, analysis });
    return parsed;
  }
  const parsed = await inTurns(parseInSteps(name, bytes, cached.paragraphs));
  if (parsed.kind === 'report') keepAnalysis(parsed.report, cached.analysis);
  return parsed;
}
