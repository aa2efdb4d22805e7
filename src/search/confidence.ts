import { confidenceFeatures, type Finding } from './confidence-features.ts';
import { PARAGRAPH_FEATURES, SENTENCE_FEATURES } from './observation.ts';
import type { Scored } from './score.ts';
import type { ConfidenceWeights } from './weights.ts';

export type ConfidenceFeature = keyof typeof confidenceFeatures;

export const CONFIDENCE_FEATURES = Object.keys(confidenceFeatures) as readonly ConfidenceFeature[];

/** What a ranking says of its first paragraph, in the order of `CONFIDENCE_FEATURES`. `ranked` is best first, not empty. */
export function observeConfidence(ranked: readonly Scored[]): Float64Array | undefined {
  const first = ranked[0];
  const sentence = first?.observation.evidence.sentences[first.sentence];
  if (first === undefined || sentence === undefined) return undefined;
  const { observation } = first;
  const named = <Name extends string>(names: readonly Name[], values: Float64Array | undefined): Record<Name, number> =>
    Object.fromEntries(names.map((name, at) => [name, values?.[at] ?? 0])) as Record<Name, number>;
  const finding: Finding = {
    question: observation.question,
    paragraph: observation.evidence,
    sentence,
    paragraphValues: named(PARAGRAPH_FEATURES, observation.paragraph),
    sentenceValues: named(SENTENCE_FEATURES, observation.sentences[first.sentence]),
    scores: ranked.map(({ score }) => score),
  };
  return Float64Array.from(CONFIDENCE_FEATURES, (name) => confidenceFeatures[name](finding));
}

/** The logistic function of `features * weights + bias`: 0 to 1. */
export function confidenceOf(values: Float64Array, { bias, features }: ConfidenceWeights): number {
  let sum = bias;
  for (const [at, name] of CONFIDENCE_FEATURES.entries()) sum += (values[at] ?? 0) * features[name];
  return 1 / (1 + Math.exp(-sum));
}
