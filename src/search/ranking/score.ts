import { PARAGRAPH_FEATURES, SENTENCE_FEATURES, type Observation } from './observation.ts';
import type { RankingWeights } from './weights.ts';

/** One line of an explanation: `value * weight` is `product`. */
export interface Part {
  readonly feature: string;
  readonly value: number;
  readonly weight: number;
  readonly product: number;
}

export interface Scored {
  readonly observation: Observation;
  readonly score: number;
  /** Index of the best sentence. */
  readonly sentence: number;
  /** The best sentence's share in the sum of `e^(its score)`: the odds, within the paragraph, that it answers. 0 to 1. */
  readonly sentenceShare: number;
}

/** Weights in the order of the observation's values. */
export interface WeightVectors {
  readonly paragraph: Float64Array;
  readonly sentence: Float64Array;
}

export const toVectors = ({ paragraph, sentence }: RankingWeights): WeightVectors => ({
  paragraph: Float64Array.from(PARAGRAPH_FEATURES, (name) => paragraph[name]),
  sentence: Float64Array.from(SENTENCE_FEATURES, (name) => sentence[name]),
});

/**
 * `paragraph features * weights + ln(sum over sentences of e^(sentence features * weights))`: the likeliest sentence
 * of the likeliest paragraph, every sentence being one chance to be right.
 */
export function scoreObservation(observation: Observation, weights: WeightVectors): Scored {
  const sentences = observation.sentenceValues.map((values) => dot(values, weights.sentence));
  const best = Math.max(...sentences);
  const sum = sentences.reduce((total, score) => total + Math.exp(score - best), 0);
  return {
    observation,
    score: dot(observation.paragraphValues, weights.paragraph) + best + Math.log(sum),
    sentence: sentences.indexOf(best),
    sentenceShare: 1 / sum,
  };
}

/** The score's parts; their products sum to it. */
export function explainScore(
  { observation, sentence, sentenceShare }: Scored,
  weights: WeightVectors,
): readonly Part[] {
  const parts = (
    prefix: string,
    names: readonly string[],
    values: Float64Array | undefined,
    by: Float64Array,
  ): Part[] =>
    names.map((name, at) => {
      const value = values?.[at] ?? 0;
      const weight = by[at] ?? 0;
      return { feature: `${prefix}.${name}`, value, weight, product: value * weight };
    });
  const others = -Math.log(sentenceShare);
  return [
    ...parts('paragraph', PARAGRAPH_FEATURES, observation.paragraphValues, weights.paragraph),
    ...parts('sentence', SENTENCE_FEATURES, observation.sentenceValues[sentence], weights.sentence),
    { feature: 'otherSentences', value: others, weight: 1, product: others },
  ];
}

export function dot(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += (values[at] ?? 0) * (weights[at] ?? 0);
  return sum;
}
