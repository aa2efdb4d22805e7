import { ComponentType } from 'discord-api-types/v10';
import { wordingFor } from '../i18n/wording.ts';
import type { Gap } from '../store/store.ts';
import type { Task } from '../text/cooperative-task.ts';
import { type Reply, textDisplay } from './reply.ts';

const NAME = 'gaps.csv';
/** In bytes: Discord takes files of 10 MiB. */
const MOST_BYTES = 9 * 1024 * 1024;
/** Without it Excel takes UTF-8 for the old encoding of the computer's country. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The gaps as a table in a file, in the order given, a line each; those that do not fit are counted. */
export function* renderGapsFile(
  gaps: readonly Gap[],
  locale: string,
  mostBytes: number = MOST_BYTES,
): Task<Reply> {
  const { gaps: say } = wordingFor(locale);
  if (gaps.length === 0) return { components: [textDisplay(say.none)] };
  const { question, wrong, count, first, last, seen } = say.columns;
  const lines = [BYTE_ORDER_MARK + csvLine([question, wrong, count, first, last, seen])];
  let size = Buffer.byteLength(lines.join(''));
  for (const gap of gaps) {
    const line = lineOf(gap, say.seen);
    size += Buffer.byteLength(line);
    if (size > mostBytes) break;
    lines.push(line);
    yield;
  }
  const held = lines.length - 1;
  const omitted = gaps.length > held ? [say.omitted(gaps.length - held)] : [];
  return {
    components: [
      textDisplay([say.file(held), ...omitted].join(' ')),
      { type: ComponentType.File, file: { url: `attachment://${NAME}` } },
    ],
    files: [{ name: NAME, text: lines.join('') }],
  };
}

const lineOf = (gap: Gap, seen: string): string =>
  csvLine([
    gap.question,
    gap.kind === 'unanswered' ? '' : `${gap.passage.report} ¶ ${gap.passage.paragraph}`,
    gap.count,
    timeOf(gap.first),
    timeOf(gap.last),
    gap.seen ? seen : '',
  ]);

/** Such as `2026-08-01 14:05`, which spreadsheets know; in UTC. */
const timeOf = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

/** What a spreadsheet takes for a formula, its full-width forms too; also after quotation marks put there to prevent that. */
const FORMULA = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * One line of a table, as RFC 4180 has it. A text that a spreadsheet would take for a formula gets a "'" before it
 * (OWASP, "CSV Injection"): without the first "'" of those that look like this afterwards, every text is as it was.
 */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : quoted(guarded(cell)))).join(',')}\r\n`;

const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
