import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  confidenceFeatures,
  fuse,
  type FusionWeights,
  joinReadings,
  placeFeatures,
  placeParagraphs,
  type ReadParagraph,
} from '../../src/answer/fusion.ts';
import { QUOTE_FROM } from '../../src/answer/judge.ts';
import { READ_WHOLE, readNearest, type Readings } from '../../src/answer/read-nearest.ts';
import { loadReports } from '../../src/library/load-reports.ts';
import { loadReader } from '../../src/reader/open-reader.ts';
import type { Reader } from '../../src/reader/reader.ts';
import { rankerOver } from '../../src/search/ranking/lexical-ranker.ts';
import type { Ranking } from '../../src/search/ranking/ranker.ts';
import { runTool, toolLog, UsageError } from '../../src/tools/run-tool.ts';
import { type LabelledQuestion, loadLabelledQuestions } from '../eval/labelled-questions.ts';
import { findOutcome, measure, type Outcome } from '../eval/measure.ts';
import { printMeasures, printOperatingPoint } from './print-measures.ts';
import { fitChoices, fitLogistic } from './regression.ts';

const HELP = `Learn how words and reader count together, and write src/answer/fusion.json.

  npm run fit-reader -- --set DIR=FILE [--set DIR=FILE ...] [--dry]

  --set DIR=FILE  a folder of reports, and questions about them: one JSON object a line, as for "npm run eval"
  --dry           write nothing; only learn on every second report and measure on the others, both ways

Use questions about reports that neither the network nor the ranking has learnt from.
`;

const WEIGHTS = new URL('../../src/answer/fusion.json', import.meta.url);
/** Against weights that fit only these questions. */
const PENALTY = 2;
/** Questions on a strange subject are the few in the data, and the worst to answer. */
const OFF_TOPIC_WEIGHT = 2;

/** A question with all that words and reader say about it. */
interface Lesson {
  /** As given by `--set`. */
  readonly set: string;
  readonly question: LabelledQuestion;
  readonly ranking: Ranking;
  readonly readings: Readings;
}

await runTool(HELP, async () => {
  const { values } = parseArgs({
    options: {
      set: { type: 'string', multiple: true, default: [] },
      dry: { type: 'boolean', default: false },
    },
  });
  if (values.set.length === 0) throw new UsageError(HELP);
  const reader = await loadReader(toolLog, 'on');
  if (reader.state !== 'ready') throw new UsageError('the reader cannot be loaded');
  const lessons: Lesson[] = [];
  for (const set of values.set) lessons.push(...(await readSet(set, reader)));
  const reports = [...new Set(lessons.map(({ question }) => question.report))];
  const isOdd = ({ question }: Lesson): boolean => reports.indexOf(question.report) % 2 === 1;
  const held = new Map<string, Outcome[]>(values.set.map((set) => [set, []]));
  for (const odd of [false, true]) {
    const weights = fit(lessons.filter((lesson) => isOdd(lesson) === odd));
    for (const lesson of lessons.filter((each) => isOdd(each) !== odd))
      held.get(lesson.set)?.push(await outcomeOf(lesson, weights));
  }
  for (const [set, outcomes] of held) printMeasures(set, measure(outcomes, QUOTE_FROM));
  for (const share of [0.05, 0.08, 0.1, 0.15]) printOperatingPoint([...held.values()].flat(), share);
  if (values.dry) return;
  const weights = fit(lessons);
  const rounded = JSON.stringify(
    weights,
    (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value),
    2,
  );
  await writeFile(WEIGHTS, `${rounded}\n`);
});

async function readSet(set: string, reader: Reader): Promise<readonly Lesson[]> {
  const [folder = '', file = ''] = set.split('=');
  const ranker = await rankerOver(await loadReports(folder));
  const lessons: Lesson[] = [];
  for (const question of await loadLabelledQuestions(file)) {
    const { report } = question;
    const ranking = await ranker.rank(question.question, {
      limit: READ_WHOLE,
      ...(report !== undefined && { report }),
    });
    const readings = (await readNearest(reader, question.question, ranking)) ?? new Map();
    lessons.push({ set, question, ranking, readings });
  }
  return lessons;
}

function isRight({ report, paragraph }: ReadParagraph, question: LabelledQuestion): boolean {
  return paragraph.number === question.paragraph && (question.report ?? report.id) === report.id;
}

function fit(lessons: readonly Lesson[]): FusionWeights {
  const joined = lessons.map((lesson) => ({
    ...lesson,
    paragraphs: joinReadings(lesson.ranking, lesson.readings),
  }));
  const places = Object.values(placeFeatures);
  const choices = joined.flatMap(({ question, paragraphs }) => {
    const right = paragraphs.findIndex((each) => isRight(each, question));
    const rows = paragraphs.map((each) => Float64Array.from(places, (feature) => feature(each)));
    return right < 0 || rows.length < 2 ? [] : [{ rows, right: new Set([right]) }];
  });
  const place = named(placeFeatures, fitChoices(choices, PENALTY));
  const examples = joined.flatMap(({ question, ranking, paragraphs }) => {
    const [first] = placeParagraphs(paragraphs, { place });
    if (first === undefined) return [];
    const row = Float64Array.from(Object.values(confidenceFeatures), (feature) => feature(first, ranking));
    const weight = question.kind === 'off-topic' ? OFF_TOPIC_WEIGHT : 1;
    return [{ row, isTrue: isRight(first, question), weight }];
  });
  const { bias, weights } = fitLogistic(examples, PENALTY);
  return { place, confidence: named(confidenceFeatures, weights), bias };
}

function named<Name extends string>(
  features: Readonly<Record<Name, unknown>>,
  values: Float64Array,
): Record<Name, number>;
function named(features: Readonly<Record<string, unknown>>, values: Float64Array) {
  return Object.fromEntries(Object.keys(features).map((name, at) => [name, values[at] ?? 0]));
}

function outcomeOf({ question, ranking, readings }: Lesson, weights: FusionWeights): Promise<Outcome> {
  return findOutcome({ rank: async () => fuse(ranking, readings, weights) }, question);
}
