import { posix } from 'node:path';
import { parseArgs } from 'node:util';
import { findStatements } from '../attribution/find-statements.ts';
import type { Fault } from '../corpus/fault.ts';
import type { Report } from '../corpus/report.ts';
import { loadReader } from '../reader/open-reader.ts';
import type { Reader } from '../reader/reader.ts';
import { slice } from '../text/span.ts';
import { createProgress, findProblems } from './lint/find-problems.ts';
import { findWarnings } from './lint/find-warnings.ts';
import { renderReports } from './render-table.ts';
import { argsOf, isProgram, runTool, type Terminal, toolLog } from './run-tool.ts';

const HELP = `Validate the reports, and show what the bot understood of them.

  npm run --silent lint-data -- [--data DIR] [--json]

  --data DIR   folder of the reports (default: DATA_DIR, else data)
  --json       print one JSON object: reports with paragraphs and statements, and problems
  --help       print this

Prints a table: paragraphs, sentences, different speakers, suggested questions that the report answers. Problems come
after it with file and line, and warnings, which do not count as problems: no date or publisher, a paragraph that occurs
twice or is too long for one message, text that looks as if it came from a web page and not from the article, a suggested
question that another report answers when all are asked.

Ends with 0 when there is no problem, else with 1.
`;

/** `load`: the reader. */
export const lintData = async (terminal?: Terminal, load = () => loadReader(toolLog)): Promise<void> =>
  runTool(HELP, (given) => lint(given, load), terminal);

async function lint(terminal: Terminal, load: () => Promise<Reader>): Promise<void> {
  const { env, stdout, stderr } = terminal;
  const { values } = parseArgs({
    ...argsOf(terminal),
    options: {
      data: { type: 'string', default: env['DATA_DIR'] ?? 'data' },
      json: { type: 'boolean', default: false },
    },
  });
  const { reports, problems, clashes } = await findProblems(
    values.data,
    createProgress(stderr),
    await load(),
  );
  if (problems.length > 0) terminal.exitCode = 1;
  if (values.json) {
    const found = {
      reports: reports.map(reportRecord),
      problems: problems.map(({ file, line = 1, message }) => ({ file, line, message })),
    };
    return void stdout.write(`${JSON.stringify(found, undefined, 2)}\n`);
  }
  const warnings = [...(await findWarnings(reports, values.data)), ...clashes];
  stdout.write(
    renderReports(
      reports.map((report) => ({
        report,
        // Faults of the file itself leave no report.
        unanswered: problems.filter(({ file }) => file === posix.join(values.data, `${report.id}.md`)).length,
      })),
    ),
  );
  for (const warning of warnings) stderr.write(problemLine(warning, 'warning: '));
  for (const problem of problems) stderr.write(problemLine(problem));
}

function reportRecord(report: Report) {
  const { id, title, body, paragraphs } = report;
  const statements = findStatements(report);
  return {
    id,
    title,
    paragraphs: paragraphs.map(({ number, span }) => ({
      n: number,
      text: slice(body, span),
      statements: statements
        .filter(({ paragraph }) => paragraph === number)
        .map((statement) => ({
          text: slice(body, statement.span),
          speaker: statement.speaker ? slice(body, statement.speaker) : null,
        })),
    })),
  };
}

function problemLine({ file, line, message }: Fault, kind = ''): string {
  return `${file}${line === undefined ? '' : `:${line}`}: ${kind}${message}\n`;
}

if (isProgram(import.meta.url)) await lintData();
