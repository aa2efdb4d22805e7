import { findParagraphs } from '../../src/corpus/paragraphs.ts';
import { runSync } from '../../src/text/cooperative-task.ts';
import type { Report } from '../../src/corpus/report.ts';

/** A report of the given paragraphs, without a file. */
export function reportOf(paragraphs: readonly string[], fields: Partial<Report> = {}): Report {
  const body = `${paragraphs.join('\n\n')}\n`;
  const language = fields.language ?? 'en';
  return {
    id: 'sample',
    title: 'A sample',
    language,
    questions: [],
    body,
    paragraphs: runSync(findParagraphs(body, language)),
    ...fields,
  };
}
