import { findStatements } from '../attribution/find-statements.ts';
import type { Report } from '../corpus/report.ts';
import { slice } from '../text/span.ts';

/** A report, and how many of its suggested questions it does not answer. */
export interface LintedReport {
  readonly report: Report;
  readonly unanswered: number;
}

const HEAD = ['report', 'paragraphs', 'sentences', 'speakers', 'answered', 'title'];

/** One line for each report: what the bot found in it. */
export const renderReports = (reports: readonly LintedReport[]): string =>
  renderTable([HEAD, ...reports.map(cellsOf)], (column) => column === 0 || column === HEAD.length - 1);

/** One line for each row: columns of text to the left, the others, which are numbers, to the right. */
export function renderTable(
  rows: readonly (readonly string[])[],
  isText: (column: number) => boolean,
): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const renderCell = (cell: string, column: number): string =>
    isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => `${row.map(renderCell).join('  ').trimEnd()}\n`).join('');
}

function cellsOf({ report, unanswered }: LintedReport): readonly string[] {
  const { id, title, paragraphs, questions } = report;
  const sentences = paragraphs.reduce((sum, paragraph) => sum + paragraph.sentences.length, 0);
  const answered = questions.length === 0 ? '-' : `${questions.length - unanswered} of ${questions.length}`;
  return [id, String(paragraphs.length), String(sentences), String(countSpeakers(report)), answered, title];
}

/** Different people and bodies, by the words for them. */
const countSpeakers = (report: Report): number =>
  new Set(findStatements(report).flatMap(({ speaker }) => (speaker ? [slice(report.body, speaker)] : [])))
    .size;
