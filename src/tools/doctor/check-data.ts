import { renderFault } from '../../corpus/fault.ts';
import { loadCorpus } from '../../corpus/load-corpus.ts';
import { type Finding, fail, ok } from './finding.ts';

/** Whether the reports load: one finding a fault. */
export async function checkData(dir: string): Promise<readonly Finding[]> {
  const { reports, faults } = await loadCorpus(dir);
  if (faults.length > 0) return faults.map((fault) => fail(renderFault(fault)));
  const paragraphs = reports.reduce((sum, report) => sum + report.paragraphs.length, 0);
  return [ok(`${reports.length} reports with ${paragraphs} paragraphs in ${JSON.stringify(dir)}`)];
}
