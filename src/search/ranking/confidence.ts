import { type ConfidenceFeature, confidenceFeatures, type Finding } from './confidence-features.ts';
import { namesOf, nameValues } from './feature-tables.ts';
import { PARAGRAPH_FEATURES, SENTENCE_FEATURES } from './observation.ts';
import type { Part, Scored } from './score.ts';
import type { ConfidenceWeights, LogisticWeights } from './weights.ts';

export const CONFIDENCE_FEATURES: readonly ConfidenceFeature[] = namesOf(confidenceFeatures);

/** What a ranking says of its first paragraph, in the order of `CONFIDENCE_FEATURES`. `ranked` is best first, not empty. */
export function observeConfidence(ranked: readonly Scored[]): Float64Array | undefined {
  const first = ranked[0];
  const sentence = first?.observation.evidence.sentences[first.sentence];
  if (first === undefined || sentence === undefined) return undefined;
  const { observation } = first;
  const finding: Finding = {
    question: observation.question,
    paragraph: observation.evidence,
    relativeLength: observation.evidence.length / Math.max(1, observation.statistics.paragraphLength),
    sentence,
    paragraphValues: nameValues(PARAGRAPH_FEATURES, observation.paragraphValues),
    sentenceValues: nameValues(SENTENCE_FEATURES, observation.sentenceValues[first.sentence]),
    scores: ranked.map(({ score }) => score),
  };
  return Float64Array.from(CONFIDENCE_FEATURES, (name) => confidenceFeatures[name](finding));
}

/**
 * How likely the first paragraph is to answer: that the scope speaks of the question's subject at all, times that the
 * paragraph answers if so, each a logistic model of the features; then set right, without a change of order, so that of
 * answers with confidence c a share of c is right. 0 to 1.
 */
export function confidenceOf(
  values: Float64Array,
  { topic, answer, calibration }: ConfidenceWeights,
): number {
  const product = logistic(evaluate(values, topic)) * logistic(evaluate(values, answer));
  return logistic(calibration.bias + calibration.slope * logOdds(product));
}

/** What `confidenceOf` is made of: the parts of each model sum to its log-odds. */
export interface ExplainedConfidence {
  readonly confidence: number;
  readonly topic: readonly Part[];
  readonly answer: readonly Part[];
}

export const explainConfidence = (values: Float64Array, weights: ConfidenceWeights): ExplainedConfidence => ({
  confidence: confidenceOf(values, weights),
  topic: partsOf(values, weights.topic),
  answer: partsOf(values, weights.answer),
});

export const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));

/** Kept from infinity at both ends. */
export function logOdds(share: number): number {
  const kept = Math.min(1 - 1e-9, Math.max(1e-9, share));
  return Math.log(kept / (1 - kept));
}

const evaluate = (values: Float64Array, weights: LogisticWeights): number =>
  partsOf(values, weights).reduce((sum, { product }) => sum + product, 0);

function partsOf(values: Float64Array, { bias, features }: LogisticWeights): readonly Part[] {
  const parts = CONFIDENCE_FEATURES.map((feature, at) => {
    const [value, weight] = [values[at] ?? 0, features[feature] ?? 0];
    return { feature, value, weight, product: value * weight };
  });
  return [{ feature: 'bias', value: 1, weight: bias, product: bias }, ...parts];
}
