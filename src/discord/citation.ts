import type { Passage } from '../answer/answer.ts';
import { escapeMarkdown } from './escape.ts';

/** Where a passage stands, as one line of markdown: title, publisher, author, date, paragraph, content version. */
export function citationMarkdown({ report, paragraph }: Passage, version: string): string {
  const source = [report.publisher, report.author, report.published].filter((part) => part !== undefined);
  const place = `¶ ${paragraph.number} of ${report.paragraphs.length}`;
  return [
    `**${escapeMarkdown(report.title)}**`,
    ...source.map((part) => escapeMarkdown(part)),
    place,
    `content ${version}`,
  ].join(' · ');
}
