import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs, styleText } from 'node:util';
import type { Report } from '../corpus/report.ts';
import { createFixedLibrary, type Library } from '../library/library.ts';
import { loadReports } from '../library/load-reports.ts';
import { rankerOver } from '../search/ranking/lexical-ranker.ts';
import { answerRecord, parseBatchLine, requireShort } from './ask-json.ts';
import { loadReader } from '../reader/open-reader.ts';
import { renderAnswerText, renderExplanation } from './render-answer-text.ts';
import { runTool, toolLog, UsageError } from './run-tool.ts';

const HELP = `Answer a question from the reports, in the terminal.

  npm run --silent ask -- [--data DIR] [--report ID] [--json | --explain] QUESTION
  npm run --silent ask -- [--data DIR] --batch <questions.jsonl >answers.jsonl

  --data DIR    folder of the reports (default: DATA_DIR, else data)
  --report ID   answer from this report only
  --json        print the answer as one JSON object
  --explain     print instead how the first three paragraphs got their scores: features, weights and sum
  --batch       answer every line {"id","question","report"?} of standard input with a line of JSON
  --help        print this
`;

/** Paragraphs explained: the answer, and what came nearest to it. */
const EXPLAINED = 3;

await runTool(HELP, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string', default: process.env['DATA_DIR'] ?? 'data' },
      report: { type: 'string' },
      json: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
      batch: { type: 'boolean', default: false },
    },
  });
  const question = positionals.join(' ');
  if (values.batch ? question !== '' || values.report !== undefined : question.trim() === '') {
    throw new UsageError(
      values.batch ? '--batch reads its questions from standard input' : 'there is no question',
    );
  }
  requireShort(question);
  const reports = await loadReports(values.data);
  const { report } = values;
  if (report !== undefined) requireReport(reports, report);
  const scope = report === undefined ? {} : { report };
  if (values.explain) {
    const ranker = await rankerOver(reports);
    const explained = await ranker.explain(question, { limit: EXPLAINED, ...scope });
    return void process.stdout.write(renderExplanation(explained));
  }
  const library = await createFixedLibrary(reports, await loadReader(toolLog));
  if (values.batch) return answerBatch(library);
  const answer = await library.answer(question, scope);
  const { stdout } = process;
  const underline = (text: string) => styleText('underline', text);
  stdout.write(
    values.json
      ? `${JSON.stringify(answerRecord(answer), undefined, 2)}\n`
      : renderAnswerText(
          answer,
          library.version,
          stdout.columns || 80,
          stdout.isTTY && stdout.hasColors() ? underline : undefined,
        ),
  );
});

/** Writes an answer as soon as it is known, so that all before a malformed line are out when that line ends the run. */
async function answerBatch(library: Library): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, question, report } = parseBatchLine(line, number);
    if (report !== undefined) requireReport(library.reports, report, `line ${number}: `);
    const answer = await library.answer(question, { ...(report !== undefined && { report }) });
    const written = process.stdout.write(`${JSON.stringify({ id, ...answerRecord(answer) })}\n`);
    if (!written) await once(process.stdout, 'drain');
  }
}

function requireReport(reports: readonly Report[], id: string, place = ''): void {
  if (reports.some((report) => report.id === id)) return;
  const known = reports.map((report) => report.id).join(', ');
  throw new UsageError(`${place}there is no report ${JSON.stringify(id)}, wanted one of: ${known}`);
}
