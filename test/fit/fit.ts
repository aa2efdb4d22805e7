import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadReports } from '../../src/library/load-reports.ts';
import { QUOTE_FROM_BY_WORDS as QUOTE_FROM } from '../../src/answer/judge.ts';
import { rankerOver, type LexicalRanker } from '../../src/search/ranking/lexical-ranker.ts';
import { cutReports } from './cut-reports.ts';
import { fitWeights } from './fit-weights.ts';
import { type LabelledQuestion, loadLabelledQuestions } from '../eval/labelled-questions.ts';
import { findOutcome, measure, type Measures, type Outcome } from '../eval/measure.ts';
import { runTool, UsageError } from '../../src/tools/run-tool.ts';

const HELP = `Learn the ranking's weights from questions whose answers are known, and write src/search/ranking/weights.json.

  npm run fit -- --data DIR --questions FILE [--dry]

  --data DIR        folder of the reports
  --questions FILE  one JSON object a line: id, question, report, kind, paragraph, answers
  --dry             write nothing; only learn on every second report and measure on the others, both ways
`;

const WEIGHTS = new URL('../../src/search/ranking/weights.json', import.meta.url);

await runTool(HELP, async () => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      questions: { type: 'string' },
      dry: { type: 'boolean', default: false },
    },
  });
  if (values.data === undefined || values.questions === undefined) throw new UsageError(HELP);
  const reports = await loadReports(values.data);
  const questions = await loadLabelledQuestions(values.questions);
  const whole = await rankerOver(reports);
  const pieces = await cutReports(whole, reports, questions);
  const teaching = [...reports, ...pieces.reports];
  const rankerOf = (report: string | undefined): LexicalRanker => pieces.rankers.get(report ?? '') ?? whole;
  const isOdd = (id: string | undefined): boolean =>
    reports.findIndex((report) => report.id === id) % 2 === 1;
  const half = (odd: boolean): readonly LabelledQuestion[] =>
    questions.filter(({ report }) => isOdd(report) === odd);
  const lessons = (asked: readonly LabelledQuestion[]): readonly LabelledQuestion[] => {
    const ids = new Set(asked.map(({ id }) => id));
    return [...asked, ...pieces.questions.filter(({ id }) => ids.has(id))];
  };
  const held: Outcome[] = [];
  for (const odd of [false, true]) {
    const fitted = await rankerOver(reports, await fitWeights(rankerOf, teaching, lessons(half(odd))));
    const outcomes: Outcome[] = [];
    for (const question of half(!odd)) outcomes.push(await findOutcome(fitted, question));
    held.push(...outcomes);
    print(
      odd ? 'even reports, learnt from odd' : 'odd reports, learnt from even',
      measure(outcomes, QUOTE_FROM),
    );
  }
  print('both halves', measure(held, QUOTE_FROM));
  printOperatingPoint(held);
  if (values.dry) return;
  const weights = await fitWeights(rankerOf, teaching, lessons(questions));
  const rounded = JSON.stringify(
    weights,
    (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value),
    2,
  );
  await writeFile(WEIGHTS, `${rounded}\n`);
});

function print(name: string, measures: Measures): void {
  process.stdout.write(
    `${name}: ${JSON.stringify(measures, (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(4)) : value))}\n`,
  );
}

/** The confidence below which 5 % of the answerable questions stand, each judged by weights learnt without its report. */
function printOperatingPoint(outcomes: readonly Outcome[]): void {
  const confidences = outcomes
    .filter(({ question }) => question.kind === 'answerable')
    .map(({ confidence }) => confidence)
    .sort((a, b) => a - b);
  const point = confidences[Math.floor(0.05 * confidences.length)] ?? 0;
  print(`quoting from ${point.toFixed(4)} on`, measure(outcomes, point));
}
