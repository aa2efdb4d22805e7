import type { ConfidenceFeature } from './confidence-features.ts';
import type { ParagraphFeature } from './paragraph-features.ts';
import type { SentenceFeature } from './sentence-features.ts';
import fitted from './weights.json' with { type: 'json' };

export interface RankingWeights {
  readonly paragraph: Readonly<Record<ParagraphFeature, number>>;
  readonly sentence: Readonly<Record<SentenceFeature, number>>;
}

export interface LogisticWeights {
  readonly bias: number;
  readonly features: Readonly<Partial<Record<ConfidenceFeature, number>>>;
}

export interface ConfidenceWeights {
  readonly topic: LogisticWeights;
  readonly answer: LogisticWeights & { readonly features: Readonly<Record<ConfidenceFeature, number>> };
  readonly calibration: { readonly bias: number; readonly slope: number };
}

export interface Weights {
  readonly ranking: RankingWeights;
  readonly confidence: ConfidenceWeights;
}

/**
 * Fitted by `npm run fit` on 16 articles of the development set of SQuAD 2.0 (Rajpurkar et al., 2018; CC BY-SA 4.0),
 * and on 480 questions in the style of a chat about 12 news articles; no text of either is kept. A feature without a
 * weight, or a weight without a feature, fails the compiler.
 */
export const shippedWeights: Weights = fitted;
