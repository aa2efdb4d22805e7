import { readStatements, type Statement } from '../attribution/find-statements.ts';
import { type FoldedReport, foldReport } from '../corpus/folded-report.ts';
import { type ReportTokens, readReportTokens } from '../quotation/quotation-index.ts';
import type { Report } from '../corpus/report.ts';
import { analyseReport, type IndexedReport, type ReportAnalysis } from '../search/index/report-analysis.ts';
import { runCooperatively, type Task } from '../text/cooperative-task.ts';
import type { LanguageOf } from '../text/language.ts';
import { contentHash } from './hashes.ts';

/** A report with all that follows from it alone: made once when it is read, and kept as long as the report is. */
export interface PreparedReport extends IndexedReport {
  /** Who says what in it. Found when it is first asked for, since most reports are never quoted. */
  statements(): Task<readonly Statement[]>;
  /** For checking quotations. Found when it is first asked for. */
  quotationTokens(): Task<ReportTokens>;
  /** For links into its source. Folded when it is first asked for. */
  folded(): Task<FoldedReport>;
}

export function prepareReport(indexed: IndexedReport): PreparedReport {
  let statements: readonly Statement[] | undefined;
  let tokens: ReportTokens | undefined;
  let folded: FoldedReport | undefined;
  return {
    ...indexed,
    *statements() {
      statements ??= yield* readStatements(indexed.report);
      return statements;
    },
    *quotationTokens() {
      tokens ??= yield* readReportTokens(indexed.report);
      return tokens;
    },
    *folded() {
      folded ??= yield* foldReport(indexed.report);
      return folded;
    },
  };
}

/** Prepares a report in slices; `known` is its analysis, where that was made before. */
export async function analyseAndPrepare(
  report: Report,
  languageOf: LanguageOf,
  known?: ReportAnalysis,
): Promise<PreparedReport> {
  const analysis = known ?? (await runCooperatively(analyseReport(report, languageOf(report.language))));
  return prepareReport({ report, hash: await runCooperatively(contentHash(report)), analysis });
}
