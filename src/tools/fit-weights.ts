import type { Report } from '../corpus/report.ts';
import { slice } from '../corpus/span.ts';
import { CONFIDENCE_FEATURES, observeConfidence } from '../search/confidence.ts';
import type { LexicalRanker } from '../search/lexical-ranker.ts';
import { type Observation, PARAGRAPH_FEATURES, SENTENCE_FEATURES } from '../search/observation.ts';
import { scoreObservation, toVectors } from '../search/score.ts';
import type { Weights } from '../search/weights.ts';
import type { LabelledQuestion } from './labelled-questions.ts';
import { fitChoices, fitLogistic, type Choice } from './regression.ts';

/** Against weights that fit only these questions; the halves agree best between 2 and 10. */
const PENALTY = 5;

/** Paragraphs that compete with the right one: the nearest by BM25 and best sentence. More change nothing but the time. */
const RIVALS = 12;

const BM25 = PARAGRAPH_FEATURES.indexOf('paragraphBm25');
const BEST_COVERAGE = PARAGRAPH_FEATURES.indexOf('bestCoverage');

/** Learns the weights from questions about `reports`. The ranker's own weights play no part. Deterministic. */
export function fitWeights(
  ranker: LexicalRanker,
  reports: readonly Report[],
  questions: readonly LabelledQuestion[],
): Weights {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const choices = questions.flatMap((question) => {
    const report = byId.get(question.report ?? '');
    const isRight = sentencesWithAnswer(question, report);
    return isRight.size === 0
      ? []
      : choiceOf(ranker.observe(question.question, scopeOf(question)), question, isRight);
  });
  const point = fitChoices(choices, PENALTY);
  const sentenceFrom = PARAGRAPH_FEATURES.length;
  const ranking = {
    paragraph: name(PARAGRAPH_FEATURES, point.slice(0, sentenceFrom)),
    sentence: name(SENTENCE_FEATURES, point.slice(sentenceFrom)),
  };
  const vectors = toVectors(ranking);
  const examples = questions.flatMap((question) => {
    const ranked = ranker
      .observe(question.question, scopeOf(question))
      .map((observation) => scoreObservation(observation, vectors))
      .sort((a, b) => b.score - a.score);
    const row = observeConfidence(ranked);
    const first = ranked[0]?.observation;
    const isTrue = first !== undefined && isPlace(first, question);
    return row === undefined ? [] : [{ row, isTrue }];
  });
  const { bias, weights } = fitLogistic(examples, PENALTY);
  return { ranking, confidence: { bias, features: name(CONFIDENCE_FEATURES, weights) } };
}

const scopeOf = ({ report }: LabelledQuestion): { report?: string } =>
  report === undefined ? {} : { report };

function sentencesWithAnswer(
  { paragraph, answers }: LabelledQuestion,
  report: Report | undefined,
): ReadonlySet<number> {
  const sentences = report?.paragraphs[(paragraph ?? 0) - 1]?.sentences ?? [];
  return new Set(
    sentences.flatMap((span, at) =>
      answers.some((answer) => slice(report?.body ?? '', span).includes(answer)) ? [at] : [],
    ),
  );
}

const isPlace = ({ place }: Observation, { report, paragraph }: LabelledQuestion): boolean =>
  place.report.id === report && place.paragraph.number === paragraph;

/** Every sentence of the right paragraph and of its rivals is a row: the paragraph's values, then its own. */
function choiceOf(
  observations: readonly Observation[],
  question: LabelledQuestion,
  answering: ReadonlySet<number>,
): readonly Choice[] {
  const promise = ({ paragraph }: Observation): number =>
    (paragraph[BM25] ?? 0) + (paragraph[BEST_COVERAGE] ?? 0);
  const right = observations.find((observation) => isPlace(observation, question));
  if (right === undefined) return [];
  const rivals = observations
    .filter((observation) => observation !== right)
    .sort((a, b) => promise(b) - promise(a))
    .slice(0, RIVALS);
  const rows = [right, ...rivals].flatMap(({ paragraph, sentences }) =>
    sentences.map((sentence) => Float64Array.from([...paragraph, ...sentence])),
  );
  return [{ rows, right: answering }];
}

function name<Name extends string>(names: readonly Name[], values: Float64Array): Record<Name, number> {
  return Object.fromEntries(names.map((feature, at) => [feature, values[at] ?? 0])) as Record<Name, number>;
}
