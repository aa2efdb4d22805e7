import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs, styleText } from 'node:util';
import { readStatements } from '../attribution/find-statements.ts';
import { judge } from '../answer/judge.ts';
import { findOutlineAsked } from '../answer/outline-question.ts';
import { matchReports } from '../corpus/match-reports.ts';
import type { Report } from '../corpus/report.ts';
import { createFixedLibrary, type Library } from '../library/library.ts';
import { loadReports } from '../library/load-reports.ts';
import { rankerOver } from '../search/ranking/lexical-ranker.ts';
import { answerRecord, parseBatchLine, requireShort } from './ask-json.ts';
import { loadReader } from '../reader/open-reader.ts';
import type { Reader } from '../reader/reader.ts';
import { renderAnswerText, renderOutlineText } from './render-answer-text.ts';
import { renderExplanation } from './render-explanation.ts';
import { argsOf, isProgram, runTool, type Terminal, toolLog, UsageError } from './run-tool.ts';

const HELP = `Answer a question from the reports, in the terminal.

  npm run --silent ask -- [--data DIR] [--report ID] [--json | --explain] QUESTION
  npm run --silent ask -- [--data DIR] --batch <questions.jsonl >answers.jsonl

  --data DIR    folder of the reports (default: DATA_DIR, else data)
  --report ID   answer from this report only: its id, its title, or a part of them
  --json        print the answer as one JSON object
  --explain     print instead how the first three paragraphs got their scores, and how sure the answer is: the features
                of the words and of the reader, their weights and sums
  --batch       answer every line {"id","question","report"?} of standard input with a line of JSON
  --help        print this

"What is the report about?" prints the report's sections with their first sentences; --json and --batch, whose
form is fixed, give passages alone. In a batch "report" is an id.
`;

/** Paragraphs explained: the answer, and what came nearest to it. */
const EXPLAINED = 3;

/** `load`: the reader, once it is known that there is something to read. */
export const ask = async (terminal?: Terminal, load = () => loadReader(toolLog)): Promise<void> =>
  runTool(HELP, (given) => answerOne(given, load), terminal);

async function answerOne(terminal: Terminal, load: () => Promise<Reader>): Promise<void> {
  const { env, stdout } = terminal;
  // A file or a pipe has none.
  const columns = stdout.columns || 80;
  const { values, positionals } = parseArgs({
    ...argsOf(terminal),
    allowPositionals: true,
    options: {
      data: { type: 'string', default: env['DATA_DIR'] ?? 'data' },
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
  const report = values.report === undefined ? undefined : namedReport(reports, values.report).id;
  const scope = report === undefined ? {} : { report };
  if (values.explain) {
    const ranker = await rankerOver(reports);
    const explained = await ranker.explain(question, { limit: EXPLAINED, ...scope });
    const judged = await judge(question, scope, {
      ranker,
      reader: await load(),
      statementsOf: readStatements,
    });
    return void stdout.write(renderExplanation(explained, judged));
  }
  const asked = reports.filter(({ id }) => report === undefined || id === report);
  const outlined = values.json || values.batch ? undefined : findOutlineAsked(question, asked, asked);
  if (outlined) return void stdout.write(renderOutlineText(outlined, columns));
  const library = await createFixedLibrary(reports, await load());
  if (values.batch) return answerBatch(library, terminal);
  const answer = await library.answer(question, { ...scope, attributesAll: values.json });
  const underline = (text: string) => styleText('underline', text);
  stdout.write(
    values.json
      ? `${JSON.stringify(answerRecord(answer), undefined, 2)}\n`
      : renderAnswerText(
          answer,
          library.version,
          columns,
          stdout.isTTY && stdout.hasColors?.() ? underline : undefined,
        ),
  );
}

/** Writes an answer as soon as it is known, so that all before a malformed line are out when that line ends the run. */
async function answerBatch(library: Library, { stdin, stdout }: Terminal): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, question, report } = parseBatchLine(line, number);
    if (report !== undefined) requireReport(library.reports, report, `line ${number}: `);
    const answer = await library.answer(question, {
      ...(report !== undefined && { report }),
      attributesAll: true,
    });
    const written = stdout.write(`${JSON.stringify({ id, ...answerRecord(answer) })}\n`);
    if (!written) await once(stdout, 'drain');
  }
}

/** The one report that a person means by `given`. @throws {UsageError} when none fits, or several do */
function namedReport(reports: readonly Report[], given: string): Report {
  const [first, ...others] = matchReports(reports, given);
  if (first && others.length === 0) return first;
  const all = (first ? [first, ...others] : reports).map(({ id }) => id).join(', ');
  const what = first
    ? `several reports fit ${JSON.stringify(given)}`
    : `there is no report ${JSON.stringify(given)}`;
  throw new UsageError(`${what}, wanted one of: ${all}`);
}

function requireReport(reports: readonly Report[], id: string, place = ''): void {
  if (reports.some((report) => report.id === id)) return;
  const known = reports.map((report) => report.id).join(', ');
  throw new UsageError(`${place}there is no report ${JSON.stringify(id)}, wanted one of: ${known}`);
}

if (isProgram(import.meta.url)) await ask();
