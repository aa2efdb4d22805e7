import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../../src/corpus/report.ts';

/** Writes generated reports as the files that the bot loads. */
export async function writeReports(folder: string, reports: readonly Report[]): Promise<void> {
  for (const { id, title, body } of reports)
    await writeFile(join(folder, `${id}.md`), `---\ntitle: ${title}\n---\n\n${body}\n`);
}
