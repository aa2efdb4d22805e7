import { bm25 } from '../bm25.ts';
import type { Hit, SentenceEvidence } from './evidence.ts';
import type { Question } from '../query/question.ts';
import type { ScopeStatistics } from '../candidate-source.ts';
import { weightOf } from './feature-tables.ts';
import { visitNearHits } from './near-hits.ts';
import { TRAIT } from '../../text/word-traits.ts';

/** A sentence with its neighbours in the paragraph, as one question sees it. */
export interface SentenceView {
  readonly question: Question;
  readonly statistics: ScopeStatistics;
  readonly sentence: SentenceEvidence;
  readonly before: SentenceEvidence | undefined;
  readonly after: SentenceEvidence | undefined;
}

type Feature = (view: SentenceView) => number;

/** The "term" of words of the kind asked for. */
const ASKED = -1;

const share = (mask: number, { terms, weight }: Question): number => weightOf(mask, terms) / weight;

/** Weight of the question's terms that the sentence holds, over the weight of all. 0 to 1. */
const coverage: Feature = ({ question, sentence }) => share(sentence.held, question);

/** `coverage` squared: what the last missing words cost. */
const coverageSquared: Feature = (view) => coverage(view) ** 2;

/** BM25 with inverse frequency among sentences, over the sum of those weights. */
const sentenceBm25: Feature = ({ question, statistics, sentence }) =>
  bm25({
    counts: sentence.counts,
    weights: question.terms.map((term) => term.sentenceWeight),
    relativeLength: sentence.length / Math.max(1, statistics.sentenceLength),
  }) / question.sentenceWeight;

/** As `coverage`, for terms held in the question's own inflection. */
const sameForm: Feature = ({ question, sentence }) => share(sentence.sameForm, question);

/** As `coverage`, for words not held as such but one typing slip away. */
const typos: Feature = ({ question, sentence }) => share(sentence.typos & ~sentence.held, question);

/** As `coverage`, for words held only by a relative ("invasion" for "invade"). */
const family: Feature = ({ question, sentence }) =>
  share(sentence.family & ~(sentence.held | sentence.typos), question);

/** As `coverage`, for words held only by one of like meaning ("children" for "kids"). */
const synonym: Feature = ({ question, sentence }) =>
  share(sentence.synonym & ~(sentence.held | sentence.typos | sentence.family), question);

/** Weight of the longest run of words shared with the question, over the weight of all its terms. */
const phrase: Feature = ({ question, sentence }) => sentence.run / question.weight;

/** Over all pairs of terms: the lighter one's weight times both strengths / (1 + distance / 4 words), over weight and half the terms. */
const together: Feature = ({ question, sentence }) => {
  const { terms, weight } = question;
  let sum = 0;
  for (const { first, second, nearness } of closestPairs(sentence.hits)) {
    sum += Math.min(terms[first]?.weight ?? 0, terms[second]?.weight ?? 0) * nearness;
  }
  return (2 * sum) / weight / Math.max(1, terms.length - 1);
};

/** 1 when the sentence has a word of the kind asked for that is not the question's own. */
const askedKind: Feature = ({ question, sentence }) =>
  sentence.asked.length > 0 || (question.kind === 'reason' && (sentence.traits & TRAIT.cause) !== 0) ? 1 : 0;

/** The heaviest share of a term that stands near such a word: weight / (1 + distance / 3 words), over the weight of all. */
const askedKindNear: Feature = ({ question, sentence: { hits, asked } }) => {
  if (asked.length === 0 || hits.length === 0) return 0;
  const places = asked.map((position): Hit => ({ at: ASKED, position, strength: 1 }));
  let nearest = 0;
  visitNearHits(
    [...hits, ...places].sort((a, b) => a.position - b.position),
    (one, other) => {
      if (one.at !== ASKED && other.at !== ASKED) return;
      const hit = one.at === ASKED ? other : one;
      const weight = hit.strength * (question.terms[hit.at]?.weight ?? 0);
      nearest = Math.max(nearest, weight / (1 + (other.position - one.position) / 3));
    },
  );
  return nearest / question.weight;
};

/** ln(1 + content words). */
const length: Feature = ({ sentence }) => Math.log(1 + sentence.length);

/** Share of the weight that only the sentence before holds, and only the one after. */
const heldBefore: Feature = ({ question, sentence, before }) =>
  share((before?.held ?? 0) & ~sentence.held, question);
const heldAfter: Feature = ({ question, sentence, after }) =>
  share((after?.held ?? 0) & ~sentence.held, question);

/** `heldBefore` where the sentence opens with a word that points back, such as "he". */
const pointsBack: Feature = (view) => (view.sentence.pointsBack ? heldBefore(view) : 0);

export const sentenceFeatures = {
  coverage,
  coverageSquared,
  sentenceBm25,
  sameForm,
  typos,
  family,
  synonym,
  phrase,
  together,
  askedKind,
  askedKindNear,
  length,
  heldBefore,
  heldAfter,
  pointsBack,
} satisfies Record<string, Feature>;

export type SentenceFeature = keyof typeof sentenceFeatures;

/** For two terms, `strengths / (1 + distance / 4)` of their nearest places, in words. */
interface Pair {
  readonly first: number;
  readonly second: number;
  readonly nearness: number;
}

function closestPairs(hits: readonly Hit[]): readonly Pair[] {
  const pairs = new Map<number, Pair>();
  visitNearHits(hits, (one, other) => {
    const first = Math.min(one.at, other.at);
    const second = Math.max(one.at, other.at);
    const nearness = (one.strength * other.strength) / (1 + (other.position - one.position) / 4);
    const known = pairs.get(first * 32 + second);
    if (known === undefined || nearness > known.nearness)
      pairs.set(first * 32 + second, { first, second, nearness });
  });
  return [...pairs.values()];
}
