import { parseArgs } from 'node:util';
import { findStatements } from '../answer/find-statements.ts';
import type { Fault } from '../corpus/fault.ts';
import { loadCorpus } from '../corpus/load-corpus.ts';
import type { Report } from '../corpus/report.ts';
import { slice } from '../corpus/span.ts';
import { createLibrary } from '../library/library.ts';
import { runTool } from './run-tool.ts';
import { unansweredQuestions } from './unanswered-questions.ts';

const HELP = `Validate the reports, and show what the bot understood of them.

  npm run --silent lint-data -- [--data DIR] [--json]

  --data DIR   folder of the reports (default: DATA_DIR, else data)
  --json       print one JSON object: reports with paragraphs and statements, and problems
  --help       print this

Ends with 0 when there is no problem, else with 1.
`;

await runTool(HELP, async () => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: process.env['DATA_DIR'] ?? 'data' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const { reports, faults } = await loadCorpus(values.data);
  const problems = [...faults, ...(await unansweredQuestions(await createLibrary(reports), values.data))];
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ reports: reports.map(reportRecord), problems: problems.map(problemRecord) }, undefined, 2)}\n`
      : reports.map(reportLine).join(''),
  );
  if (!values.json) process.stderr.write(problems.map(problemLine).join(''));
  if (problems.length > 0) process.exitCode = 1;
});

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

function problemLine({ file, line, message }: Fault): string {
  return `${file}${line === undefined ? '' : `:${line}`}: ${message}\n`;
}

function problemRecord({ file, line, message }: Fault) {
  return { file, line: line ?? 1, message };
}

function reportLine({ id, title, paragraphs, questions }: Report): string {
  const sentences = paragraphs.reduce((sum, paragraph) => sum + paragraph.sentences.length, 0);
  return `${id}: ${title}\n  ${paragraphs.length} paragraphs, ${sentences} sentences, ${questions.length} suggested questions\n`;
}
