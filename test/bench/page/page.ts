import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format } from 'prettier';
import { CHART_FOLDER, type Section } from './section.ts';

export interface PageFacts {
  readonly machine: string;
  /** ISO, such as 2026-11-23. */
  readonly date: string;
  readonly command: string;
}

/** The whole page as Markdown, in the project's format. */
export function renderPage(sections: readonly Section[], facts: PageFacts): Promise<string> {
  const head = `# Benchmarks

Measured on ${facts.date} by \`${facts.command}\` on ${facts.machine}. Run it yourself: the command writes this page. Compare
the figures of one run with each other; another machine has others.`;
  const parts = sections.map(({ title, text }) => `## ${title}\n\n${text}`);
  return format([head, ...parts].join('\n\n'), { parser: 'markdown', proseWrap: 'always', printWidth: 110 });
}

/** Writes the page, and its charts into a folder beside it. */
export async function writePage(file: string, page: string, sections: readonly Section[]): Promise<void> {
  const folder = join(dirname(file), CHART_FOLDER);
  await mkdir(folder, { recursive: true });
  for (const { file: name, svg } of sections.flatMap(({ charts }) => charts))
    await writeFile(join(folder, name), svg);
  await writeFile(file, page);
}
