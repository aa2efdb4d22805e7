import { parseText } from '../corpus/parse-report.ts';
import type { Report } from '../corpus/report.ts';
import { analyseReport, type ReportAnalysis } from '../search/index/report-analysis.ts';
import { runCooperatively } from '../text/cooperative-task.ts';
import type { LanguageOf } from '../text/language.ts';
import { notLoading } from './change-reports.ts';
import { contentHash } from './hashes.ts';
import { type PreparedReport, prepareReport } from './prepared-report.ts';

/** Prepares a report in slices; `known` is its analysis, where that was made before. */
export async function analyseAndPrepare(
  report: Report,
  languageOf: LanguageOf,
  known?: ReportAnalysis,
): Promise<PreparedReport> {
  const analysis = known ?? (await runCooperatively(analyseReport(report, languageOf(report.language))));
  return prepareReport({ report, hash: await runCooperatively(contentHash(report)), analysis });
}

/**
 * Prepares a report of which there is no file yet.
 * @throws {ChangeError} listing every fault of the text
 */
export async function prepareText(
  { id, text }: { readonly id: string; readonly text: string },
  languageOf: LanguageOf,
): Promise<PreparedReport> {
  const parsed = await parseText({ id, file: `${id}.md` }, text);
  if (parsed.kind === 'report') return analyseAndPrepare(parsed.report, languageOf);
  throw notLoading(parsed.faults);
}
