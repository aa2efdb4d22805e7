import type { Paragraph } from '../corpus/report.ts';
import type { Reading } from '../reader/reader.ts';
import { logistic, logOdds } from '../search/ranking/confidence.ts';
import type { RankedParagraph, Ranking } from '../search/ranking/ranker.ts';
import { namesOf } from '../search/ranking/feature-tables.ts';
import type { Part } from '../search/ranking/score.ts';
import type { Heard } from './asked-speech.ts';
import type { Readings } from './read-nearest.ts';
import fitted from './fusion.json' with { type: 'json' };

/** A paragraph as the ranking and the reader see it together. */
export interface ReadParagraph extends RankedParagraph {
  /** Absent where the reader was not asked. */
  readonly reading?: Reading;
  /** Absent where nobody speaks whose words are asked for. */
  readonly heard?: Heard;
}

/** A ranking whose order and confidence take the reader's word into account. */
export interface FusedRanking extends Ranking {
  readonly paragraphs: readonly ReadParagraph[];
  /** What the confidence is made of, summing to its log-odds. */
  readonly parts: readonly Part[];
}

/** Far out, a larger log-odds says no more. */
const FURTHEST = 12;
const bounded = (value: number): number => Math.max(-FURTHEST, Math.min(FURTHEST, value));
/** Words that say nothing, as when none is shared, say no more against a paragraph than this confidence. */
const LEAST_WORDS = 0.01;
/** What an unread paragraph counts for, in log-odds. */
const UNREAD = -8;

/**
 * What it counts, in log-odds, that a paragraph has words of a speaker whom the question names: for its place, times the
 * share of the topic that they hold, and for the confidence when they hold all of it or nothing. Chosen on 188 questions
 * "What did X say (about Y)?" about 30 news articles, and 74 with a Y of which X says nothing: 167 of the first are
 * quoted rightly (131 without it), 16 of the others still (16). On 211 and 104 about 30 other articles: 194 (147) and 26 (27).
 */
const HEARD = { place: 7, whole: 2, none: -0.75 };

type PlaceFeature = (paragraph: ReadParagraph) => number;

/** What moves a paragraph up. The score is the sum of value times weight: log-odds within one ranking. */
export const placeFeatures = {
  words: ({ score }) => score,
  read: ({ reading }) => (reading === undefined ? 0 : 1),
  span: ({ reading }) => (reading === undefined ? 0 : bounded(reading.spanScore)),
  spanAboveNone: ({ reading }) => (reading === undefined ? 0 : Math.max(0, reading.spanScore)),
  relevance: ({ reading }) => reading?.relevance ?? 0,
} satisfies Record<string, PlaceFeature>;

type ConfidenceFeature = (first: ReadParagraph, ranking: Ranking) => number;

/** What tells whether the first paragraph answers, the ranking being that by words alone. */
export const confidenceFeatures = {
  words: (_, { confidence }) => logOdds(Math.max(LEAST_WORDS, confidence)),
  sharesWords: ({ sharesWords }) => (sharesWords ? 1 : 0),
  span: ({ reading }) => bounded(reading?.spanScore ?? UNREAD),
  weaker: ({ reading }) => bounded(reading ? Math.min(reading.spanScore, reading.relevance) : UNREAD),
} satisfies Record<string, ConfidenceFeature>;

export interface FusionWeights {
  readonly place: Readonly<Record<keyof typeof placeFeatures, number>>;
  readonly confidence: Readonly<Record<keyof typeof confidenceFeatures, number>>;
  readonly bias: number;
}

/** Fitted by `npm run fit-reader` on questions that neither the network nor the ranking has learnt from. */
export const shippedFusion: FusionWeights = fitted;

const partsOf = <Name extends string, Inputs extends readonly unknown[]>(
  features: Readonly<Record<Name, (...inputs: Inputs) => number>>,
  weights: Readonly<Record<Name, number>>,
  ...inputs: Inputs
): readonly Part[] =>
  namesOf(features).map((feature) => {
    const [value, weight] = [features[feature](...inputs), weights[feature]];
    return { feature, value, weight, product: value * weight };
  });

const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { product }) => sum + product, 0);

function partsOfHeard({ heard }: ReadParagraph): readonly Part[] {
  const weight = heard?.topicHeld === 1 ? HEARD.whole : heard?.topicHeld === 0 ? HEARD.none : 0;
  return weight === 0 ? [] : [{ feature: 'heard', value: 1, weight, product: weight }];
}

/** The paragraphs of `ranking`, in its order and with its scores. */
export const joinReadings = (
  { paragraphs }: Ranking,
  readings: Readings,
  heardIn: ReadonlyMap<Paragraph, Heard> = new Map(),
): readonly ReadParagraph[] =>
  paragraphs.map((found) => {
    const reading = readings.get(found.paragraph);
    const heard = heardIn.get(found.paragraph);
    return { ...found, ...(reading && { reading }), ...(heard && { heard }) };
  });

/** In the order of words and reader together, with their scores. */
export const placeParagraphs = (
  paragraphs: readonly ReadParagraph[],
  { place }: Pick<FusionWeights, 'place'>,
): readonly ReadParagraph[] =>
  paragraphs
    .map((found) => ({
      ...found,
      score: sumOf(partsOf(placeFeatures, place, found)) + HEARD.place * (found.heard?.topicHeld ?? 0),
    }))
    .sort((a, b) => b.score - a.score);

export function fuse(
  ranking: Ranking,
  readings: Readings,
  weights: FusionWeights = shippedFusion,
  heard?: ReadonlyMap<Paragraph, Heard>,
): FusedRanking {
  const paragraphs = placeParagraphs(joinReadings(ranking, readings, heard), weights);
  const [first] = paragraphs;
  if (first === undefined) return { ...ranking, paragraphs, parts: [] };
  const parts = [
    { feature: 'bias', value: 1, weight: weights.bias, product: weights.bias },
    ...partsOf(confidenceFeatures, weights.confidence, first, ranking),
    ...partsOfHeard(first),
  ];
  return { ...ranking, paragraphs, confidence: logistic(sumOf(parts)), parts };
}
