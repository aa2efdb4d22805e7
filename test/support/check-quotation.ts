import type { Report } from '../../src/corpus/report.ts';
import { checkQuotation, type QuotationCheck } from '../../src/quotation/check-quotation.ts';
import {
  createQuotationIndex,
  type QuotationIndex,
  readReportTokens,
} from '../../src/quotation/quotation-index.ts';
import { runSync } from '../../src/text/cooperative-task.ts';

const indexes = new WeakMap<readonly Report[], QuotationIndex>();

/** Checks a quotation against reports, which are indexed the first time. */
export function checkAgainst(quote: string, reports: readonly Report[]): QuotationCheck {
  const tokens = () => reports.map((report) => runSync(readReportTokens(report)));
  const index = indexes.get(reports) ?? runSync(createQuotationIndex(tokens()));
  indexes.set(reports, index);
  return runSync(checkQuotation(quote, index));
}
