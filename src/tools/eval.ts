import { parseArgs } from 'node:util';
import { QUOTE_FROM } from '../answer/answer.ts';
import { loadReports } from '../library/load-reports.ts';
import { rankerOver } from '../search/ranking/lexical-ranker.ts';
import { loadLabelledQuestions } from './labelled-questions.ts';
import { findOutcome, measure, type Measures, type Outcome } from './measure.ts';
import { renderMisses } from './render-misses.ts';
import { runTool } from './run-tool.ts';
import { UsageError } from './usage-error.ts';

const HELP = `Measure how well questions are answered whose answers are known.

  npm run --silent eval -- --data DIR --questions FILE [--json] [--misses]

  --data DIR        folder of the reports
  --questions FILE  one JSON object a line: id, question, report?, kind (answerable, near-miss or off-topic),
                    paragraph (from 1, or null), answers (verbatim)
  --json            print one JSON object
  --misses          print the questions that went wrong, too
  --help            print this
`;

await runTool(HELP, async () => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      questions: { type: 'string' },
      json: { type: 'boolean', default: false },
      misses: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(HELP);
  if (values.data === undefined || values.questions === undefined) {
    throw new UsageError('wanted both --data DIR and --questions FILE; see --help');
  }
  const ranker = await rankerOver(await loadReports(values.data));
  const outcomes: Outcome[] = [];
  for (const question of await loadLabelledQuestions(values.questions)) {
    outcomes.push(await findOutcome(ranker, question));
  }
  const places = [...new Set(outcomes.map(placeOf))];
  const measures = {
    all: measure(outcomes, QUOTE_FROM),
    reports: Object.fromEntries(
      places.map((place) => {
        const own = outcomes.filter((outcome) => placeOf(outcome) === place);
        return [place, measure(own, QUOTE_FROM)];
      }),
    ),
  };
  process.stdout.write(values.json ? `${JSON.stringify(measures, undefined, 2)}\n` : renderTable(measures));
  if (values.misses) process.stdout.write(renderMisses(outcomes, QUOTE_FROM));
});

function placeOf({ question }: Outcome): string {
  return question.report ?? '(all reports)';
}

interface Groups {
  readonly all: Measures;
  readonly reports: Readonly<Record<string, Measures>>;
}

/** Shares in per cent, a line for each report. */
function renderTable({ all, reports }: Groups): string {
  const head = [
    'report',
    'asked',
    'hit1',
    'hit3',
    'mrr',
    'refused',
    'wrong',
    'off-topic',
    'near-miss',
    'marked',
    'holds',
    'ece',
  ];
  const rows = [...Object.entries(reports), ['all', all] as const].map(([name, of]) => [
    name,
    String(of.answerable),
    ...[
      of.hit1,
      of.hit3,
      of.mrr,
      of.wronglyRefused,
      of.quotedWrong,
      of.refused['off-topic'],
      of.refused['near-miss'],
    ].map(percent),
    ...[of.marked, of.markedHolds, of.calibrationError].map(percent),
  ]);
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  return `${[head, ...rows].map(line).join('\n')}\n`;
}

function percent(share: number | undefined): string {
  return share === undefined ? '-' : (100 * share).toFixed(1);
}
