import type { Fault } from '../../corpus/fault.ts';
import type { Library } from '../../library/library.ts';
import { loadReportLines } from './report-lines.ts';

/**
 * Asks every suggested question of every report; a fault for each that its own report does not answer first. `onAsked`
 * is told how many were asked.
 */
export async function unansweredQuestions(
  library: Library,
  dataDir: string,
  onAsked: (count: number) => void = () => undefined,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  let asked = 0;
  for (const report of library.reports) {
    for (const question of report.questions) {
      const answer = await library.answer(question);
      onAsked((asked += 1));
      if (answer.kind === 'quoted' && answer.passages[0].report.id === report.id) continue;
      const lines = await loadReportLines(dataDir, report);
      const found =
        answer.kind === 'none'
          ? []
          : answer.passages.slice(0, 3).map(({ report: { id }, paragraph }) => `${id} ¶ ${paragraph.number}`);
      const nearest = found.length > 0 ? `the nearest are ${found.join(', ')}` : 'nothing comes near';
      faults.push({
        file: lines.file,
        line: lines.ofQuestion(question),
        message: `the suggested question ${JSON.stringify(question)} is answered "${answer.kind}" (${nearest}), wanted a passage of this report`,
      });
    }
  }
  return faults;
}
