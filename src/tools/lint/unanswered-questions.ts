import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../corpus/fault.ts';
import type { Report } from '../corpus/report.ts';
import type { Library } from '../library/library.ts';

/** Asks every suggested question of every report; a fault for each that its own report does not answer first. */
export async function unansweredQuestions(library: Library, dataDir: string): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const report of library.reports) {
    for (const question of report.questions) {
      const answer = await library.answer(question);
      if (answer.kind === 'quoted' && answer.passages[0].report.id === report.id) continue;
      const file = join(dataDir, `${report.id}.md`);
      const found =
        answer.kind === 'none'
          ? []
          : answer.passages.slice(0, 3).map(({ report: { id }, paragraph }) => `${id} ¶ ${paragraph.number}`);
      const nearest = found.length > 0 ? `the nearest are ${found.join(', ')}` : 'nothing comes near';
      faults.push({
        file,
        line: await lineOf(file, question),
        message: `the suggested question ${JSON.stringify(question)} is answered "${answer.kind}" (${nearest}), wanted a passage of this report`,
      });
    }
  }
  return faults;
}

/** The first line of the file that holds the question's first words; 1 when YAML wrote it in another form. */
async function lineOf(file: string, question: Report['questions'][number]): Promise<number> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const index = lines.findIndex((line) => line.includes(question));
  return Math.max(index, 0) + 1;
}
