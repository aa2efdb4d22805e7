import type { Report } from '../../src/corpus/report.ts';
import { contentHash } from '../../src/library/hashes.ts';
import { createLibrary, type Library } from '../../src/library/library.ts';
import { type PreparedReport, prepareReport } from '../../src/library/prepared-report.ts';
import { noReader, type Reader } from '../../src/reader/reader.ts';
import { createMemorySource } from '../../src/search/index/memory-source.ts';
import { analyseReport } from '../../src/search/index/report-analysis.ts';
import { runSync } from '../../src/text/cooperative-task.ts';
import { createLanguages } from '../../src/text/language.ts';

/** A library of reports, with what it prepared of each. */
export interface Served {
  readonly prepared: readonly PreparedReport[];
  readonly library: Library;
}

export function serve(reports: readonly Report[], reader: Reader = noReader): Served {
  const languageOf = createLanguages();
  const prepared = reports.map((report) =>
    prepareReport({
      report,
      hash: runSync(contentHash(report)),
      analysis: runSync(analyseReport(report, languageOf(report.language))),
    }),
  );
  return { prepared, library: createLibrary(prepared, { source: createMemorySource(), languageOf, reader }) };
}
