import { z } from 'zod';
import { renderTable } from '../../src/tools/render-table.ts';
import { faults } from './list/index.ts';
import type { Row } from './play-fault.ts';

const HEAD = ['fault', 'sent', 'answered', 'told why not', 'lost', 'doubled', 'longest hold', 'log'];

const logLine = z.object({ event: z.string(), why: z.string().optional() });

/** The event of a line of the log, and why it happened; what is no such line as it is. */
function nameOf(line: string): string {
  if (!line.startsWith('{')) return line.replace(/"\/\S*\/([^/]+)"/gu, '"$1"');
  const { event, why } = logLine.parse(JSON.parse(line));
  return why === undefined ? event : `${event}: ${why.replace(/, \w+ '.*'$/u, '')}`;
}

function cellsOf({ fault, line, isBusy, ...row }: Row): readonly string[] {
  if (isBusy) return [fault.name, ...HEAD.slice(2).map(() => '–'), 'not judged: the computer was too busy'];
  const counts = [row.sent, row.answered, row.told, row.lost, row.doubled].map(String);
  const hold = `${Math.round(row.longestHold)} ms`;
  return [fault.name, ...counts, hold, line === undefined ? '–' : nameOf(line)];
}

/** For the terminal: the table, then what is wrong. */
export function renderRows(rows: readonly Row[]): string {
  const table = renderTable(
    [HEAD, ...rows.map(cellsOf)],
    (column) => column === 0 || column === HEAD.length - 1,
  );
  const problems = rows.flatMap(({ fault, problems, isBusy }) =>
    problems.map((problem) => `${fault.name}${isBusy ? ' (this computer was too busy)' : ''}: ${problem}\n`),
  );
  return [table, ...problems].join('');
}

/**
 * As a table in Markdown, in the order of the list; why questions may be lost stands in the row. What was not played, or
 * could not be judged, is as `before` shows it.
 */
export function renderMarkdown(rows: readonly Row[], before = ''): string {
  const played = new Map(rows.map((row) => [row.fault.name, row]));
  const shown = new Map(before.split('\n').map((line) => [line.split('|')[1]?.trim(), line]));
  const lines = faults.flatMap(({ name }) => {
    const row = played.get(name);
    const old = shown.get(name);
    return row && !(row.isBusy && old !== undefined) ? [renderLine(row)] : (old ?? []);
  });
  const align = HEAD.map((_, column) => (column === 0 || column === HEAD.length - 1 ? '---' : '--:'));
  return [`| ${HEAD.join(' | ')} |`, `| ${align.join(' | ')} |`, ...lines].join('\n');
}

function renderLine(row: Row): string {
  const cells = cellsOf(row).map((cell) => cell.replaceAll('|', '\\|'));
  if (!row.isBusy && row.lost > 0 && row.fault.mayLose)
    cells[4] = `${row.lost}: ${row.fault.mayLose.because}`;
  return `| ${cells.join(' | ')} |`;
}
