import { type Fault, renderFault } from '../corpus/fault.ts';
import { loadCorpus } from '../corpus/load-corpus.ts';
import type { Report } from '../corpus/report.ts';

/** The reports cannot be served. The message lists every fault, one a line. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';

  constructor(faults: readonly Fault[]) {
    super(faults.map(renderFault).join('\n'));
  }
}

/**
 * All reports of the folder, for whoever cannot go on without them.
 * @throws {CorpusError} listing every fault of every file.
 */
export async function loadReports(dir: string): Promise<readonly Report[]> {
  const { reports, faults } = await loadCorpus(dir);
  if (faults.length > 0) throw new CorpusError(faults);
  return reports;
}
