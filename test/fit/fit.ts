import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Report } from '../../src/corpus/report.ts';
import { loadReports } from '../../src/library/load-reports.ts';
import { QUOTE_FROM_BY_WORDS as QUOTE_FROM } from '../../src/answer/judge.ts';
import { rankerOver, type LexicalRanker } from '../../src/search/ranking/lexical-ranker.ts';
import type { Weights } from '../../src/search/ranking/weights.ts';
import { cutReports, type Pieces } from './cut-reports.ts';
import { fitWeights } from './fit-weights.ts';
import { type LabelledQuestion, loadLabelledQuestions } from '../eval/labelled-questions.ts';
import { findOutcome, measure, type Outcome } from '../eval/measure.ts';
import { printMeasures, printOperatingPoint } from './print-measures.ts';
import { runTool, UsageError } from '../../src/tools/run-tool.ts';

const HELP = `Learn the ranking's weights from questions whose answers are known, and write src/search/ranking/weights.json.

  npm run fit -- --data DIR --questions FILE [--data DIR --questions FILE]... [--dry]

  --data DIR        folder of the reports; may be given again, each with its questions, for another set to learn from.
                    Those of the first set teach a second time, cut into short ones
  --questions FILE  one JSON object a line: id, question, report, kind, paragraph, answers
  --dry             write nothing; only learn on every second report and measure on the others, both ways
`;

const WEIGHTS = new URL('../../src/search/ranking/weights.json', import.meta.url);

/** Reports and the questions asked of them; sets know nothing of each other's words. */
interface TeachingSet {
  readonly name: string;
  readonly reports: readonly Report[];
  readonly questions: readonly LabelledQuestion[];
  readonly whole: LexicalRanker;
  readonly pieces: Pieces;
}

await runTool(HELP, async () => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', multiple: true, default: [] },
      questions: { type: 'string', multiple: true, default: [] },
      dry: { type: 'boolean', default: false },
    },
  });
  if (values.data.length === 0 || values.data.length !== values.questions.length) throw new UsageError(HELP);
  const sets: TeachingSet[] = [];
  for (const [at, data] of values.data.entries())
    sets.push(await loadSet(data, values.questions[at] ?? '', at === 0));
  const fit = async (chosen: (set: TeachingSet) => readonly LabelledQuestion[]): Promise<Weights> =>
    fitWeights(
      (report = '') => {
        const pieces = sets.find(({ pieces: { rankers } }) => rankers.has(report))?.pieces;
        const whole = sets.find(({ reports }) => reports.some(({ id }) => id === report))?.whole;
        return pieces?.rankers.get(report) ?? whole ?? rankerOfNone(report);
      },
      sets.flatMap(({ reports, pieces }) => [...reports, ...pieces.reports]),
      sets.flatMap((set) => lessons(set, chosen(set))),
    );
  const held = new Map<TeachingSet, Outcome[]>(sets.map((set) => [set, []]));
  for (const odd of [false, true]) {
    const weights = await fit((set) => half(set, odd));
    for (const [set, all] of held) {
      const fitted = await rankerOver(set.reports, weights);
      const outcomes: Outcome[] = [];
      for (const question of half(set, !odd)) outcomes.push(await findOutcome(fitted, question));
      all.push(...outcomes);
      const halves = odd ? 'even reports, learnt from odd' : 'odd reports, learnt from even';
      printMeasures(`${set.name}: ${halves}`, measure(outcomes, QUOTE_FROM));
    }
  }
  for (const [{ name }, outcomes] of held) {
    printMeasures(`${name}: both halves`, measure(outcomes, QUOTE_FROM));
    printOperatingPoint(outcomes, 0.05);
  }
  if (values.dry) return;
  const weights = await fit(({ questions }) => questions);
  const rounded = JSON.stringify(
    weights,
    (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value),
    2,
  );
  await writeFile(WEIGHTS, `${rounded}\n`);
});

async function loadSet(data: string, file: string, isCut: boolean): Promise<TeachingSet> {
  const reports = await loadReports(data);
  const questions = await loadLabelledQuestions(file);
  const whole = await rankerOver(reports);
  return {
    name: file,
    reports,
    questions,
    whole,
    pieces: await cutReports(whole, isCut ? reports : [], isCut ? questions : []),
  };
}

/** The set's questions of every second report. */
function half({ reports, questions }: TeachingSet, odd: boolean): readonly LabelledQuestion[] {
  const asked = reports.filter(({ id }) => questions.some(({ report }) => report === id));
  return questions.filter(({ report }) => (asked.findIndex(({ id }) => id === report) % 2 === 1) === odd);
}

/** Each question as asked, and as asked of a piece of its report. */
function lessons({ pieces }: TeachingSet, asked: readonly LabelledQuestion[]): readonly LabelledQuestion[] {
  const ids = new Set(asked.map(({ id }) => id));
  return [...asked, ...pieces.questions.filter(({ id }) => ids.has(id))];
}

function rankerOfNone(report: string): never {
  throw new UsageError(`Cannot learn from a question about "${report}": no such report in its --data`);
}
