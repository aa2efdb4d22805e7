import { loadCorpus } from '../corpus/load-corpus.ts';
import type { Report } from '../corpus/report.ts';
import { CorpusError } from './corpus-error.ts';

/**
 * All reports of the folder, for whoever cannot go on without them.
 * @throws {CorpusError} listing every fault of every file.
 */
export async function loadReports(dir: string): Promise<readonly Report[]> {
  const { reports, faults } = await loadCorpus(dir);
  if (faults.length > 0) throw new CorpusError(faults);
  return reports;
}
