import type { Report } from '../../src/corpus/report.ts';
import { slice } from '../../src/text/span.ts';
import {
  CONFIDENCE_FEATURES,
  confidenceOf,
  logOdds,
  observeConfidence,
} from '../../src/search/ranking/confidence.ts';
import type { ConfidenceFeature } from '../../src/search/ranking/confidence-features.ts';
import { nameValues } from '../../src/search/ranking/feature-tables.ts';
import type { LexicalRanker } from '../../src/search/ranking/lexical-ranker.ts';
import {
  type Observation,
  PARAGRAPH_FEATURES,
  SENTENCE_FEATURES,
} from '../../src/search/ranking/observation.ts';
import { scoreObservation, toVectors } from '../../src/search/ranking/score.ts';
import type { ConfidenceWeights, Weights } from '../../src/search/ranking/weights.ts';
import type { LabelledQuestion } from '../eval/labelled-questions.ts';
import { fitChoices, fitLogistic, type Choice } from './regression.ts';

/** Against weights that fit only these questions; the halves agree best between 2 and 10. */
const PENALTY = 5;

/** Questions on a strange subject are the few in the data, and the worst to answer. */
const OFF_TOPIC_WEIGHT = 10;

/** Those that tell a strange subject from a known one. */
const TOPIC_FEATURES: readonly ConfidenceFeature[] = [
  'score',
  'odds',
  'paragraphBm25',
  'coverage',
  'coverageSquared',
  'bestCoverage',
  'neighbours',
  'sentenceBm25',
  'phrase',
  'together',
  'unknown',
  'unknownTerms',
  'rareCoverage',
  'rareUnknown',
  'onlyInOthers',
  'rareBm25',
  'namesLacking',
  'numbersLacking',
  'variants',
  'terms',
  'weight',
];

/** Paragraphs that compete with the right one: the nearest by BM25 and best sentence. More change nothing but the time. */
const RIVALS = 12;

const BM25 = PARAGRAPH_FEATURES.indexOf('paragraphBm25');
const BEST_COVERAGE = PARAGRAPH_FEATURES.indexOf('bestCoverage');

/** Learns the weights from questions about `reports`. The rankers' own weights play no part. Deterministic. */
export async function fitWeights(
  rankerOf: (report: string | undefined) => LexicalRanker,
  reports: readonly Report[],
  questions: readonly LabelledQuestion[],
): Promise<Weights> {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const observe = (question: LabelledQuestion): Promise<readonly Observation[]> =>
    rankerOf(question.report).observe(question.question, scopeOf(question));
  const choices: Choice[] = [];
  for (const question of questions) {
    const isRight = sentencesWithAnswer(question, byId.get(question.report ?? ''));
    if (isRight.size > 0) choices.push(...choiceOf(await observe(question), question, isRight));
  }
  const point = fitChoices(choices, PENALTY);
  const sentenceFrom = PARAGRAPH_FEATURES.length;
  const ranking = {
    paragraph: nameValues(PARAGRAPH_FEATURES, point.slice(0, sentenceFrom)),
    sentence: nameValues(SENTENCE_FEATURES, point.slice(sentenceFrom)),
  };
  const vectors = toVectors(ranking);
  const examples: Example[] = [];
  for (const question of questions) {
    const ranked = (await observe(question))
      .map((observation) => scoreObservation(observation, vectors))
      .sort((a, b) => b.score - a.score);
    const row = observeConfidence(ranked);
    const first = ranked[0]?.observation;
    const isRight = first !== undefined && isPlace(first, question);
    if (row !== undefined) examples.push({ row, isRight, isOnTopic: question.kind !== 'off-topic' });
  }
  return { ranking, confidence: fitConfidence(examples) };
}

interface Example {
  readonly row: Float64Array;
  readonly isRight: boolean;
  readonly isOnTopic: boolean;
}

function fitConfidence(examples: readonly Example[]): ConfidenceWeights {
  const topicColumns = TOPIC_FEATURES.map((feature) => CONFIDENCE_FEATURES.indexOf(feature));
  const pick = (row: Float64Array): Float64Array =>
    Float64Array.from(topicColumns, (column) => row[column] ?? 0);
  const topic = fitLogistic(
    examples.map(({ row, isOnTopic }) => ({
      row: pick(row),
      isTrue: isOnTopic,
      weight: isOnTopic ? 1 : OFF_TOPIC_WEIGHT,
    })),
    PENALTY,
  );
  const onTopic = examples.filter(({ isOnTopic }) => isOnTopic);
  const answer = fitLogistic(
    onTopic.map(({ row, isRight }) => ({ row, isTrue: isRight, weight: 1 })),
    PENALTY,
  );
  const weights = {
    topic: { bias: topic.bias, features: nameValues(TOPIC_FEATURES, topic.weights) },
    answer: { bias: answer.bias, features: nameValues(CONFIDENCE_FEATURES, answer.weights) },
  };
  const calibration = fitLogistic(
    examples.map(({ row, isRight }) => {
      const raw = confidenceOf(row, { ...weights, calibration: { bias: 0, slope: 1 } });
      return { row: Float64Array.of(logOdds(raw)), isTrue: isRight, weight: 1 };
    }),
    0,
  );
  return { ...weights, calibration: { bias: calibration.bias, slope: calibration.weights[0] ?? 1 } };
}

const scopeOf = ({ report }: LabelledQuestion): { report?: string } =>
  report === undefined ? {} : { report };

function sentencesWithAnswer(
  { paragraph, answers }: LabelledQuestion,
  report: Report | undefined,
): ReadonlySet<number> {
  const sentences = report?.paragraphs.find(({ number }) => number === paragraph)?.sentences ?? [];
  return new Set(
    sentences.flatMap((span, at) =>
      answers.some((answer) => slice(report?.body ?? '', span).includes(answer)) ? [at] : [],
    ),
  );
}

const isPlace = (found: Observation, { report, paragraph }: LabelledQuestion): boolean =>
  found.report.id === report && found.paragraph.number === paragraph;

/** Every sentence of the right paragraph and of its rivals is a row: the paragraph's values, then its own. */
function choiceOf(
  observations: readonly Observation[],
  question: LabelledQuestion,
  answering: ReadonlySet<number>,
): readonly Choice[] {
  const promise = ({ paragraphValues }: Observation): number =>
    (paragraphValues[BM25] ?? 0) + (paragraphValues[BEST_COVERAGE] ?? 0);
  const right = observations.find((observation) => isPlace(observation, question));
  if (right === undefined) return [];
  const rivals = observations
    .filter((observation) => observation !== right)
    .sort((a, b) => promise(b) - promise(a))
    .slice(0, RIVALS);
  const rows = [right, ...rivals].flatMap(({ paragraphValues, sentenceValues }) =>
    sentenceValues.map((values) => Float64Array.from([...paragraphValues, ...values])),
  );
  return [{ rows, right: answering }];
}
