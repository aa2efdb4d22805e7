import { bm25 } from '../bm25.ts';
import type { ParagraphEvidence, SentenceEvidence } from './evidence.ts';
import type { Question } from '../query/question.ts';
import { maskOf, sizeOf, weightOf } from './feature-tables.ts';
import { TRAIT } from '../../text/word-traits.ts';

/** What is known of the best paragraph once all are ranked. */
export interface Finding {
  readonly question: Question;
  readonly paragraph: ParagraphEvidence;
  /** Its length over the scope's average. */
  readonly relativeLength: number;
  /** The best sentence of it. */
  readonly sentence: SentenceEvidence;
  readonly paragraphValues: Readonly<
    Record<'paragraphBm25' | 'coverage' | 'bestCoverage' | 'neighbours', number>
  >;
  readonly sentenceValues: Readonly<
    Record<'sentenceBm25' | 'phrase' | 'together' | 'heldBefore' | 'heldAfter' | 'askedKindNear', number>
  >;
  /** Of all ranked paragraphs, best first; at least one. */
  readonly scores: readonly number[];
}

type Feature = (finding: Finding) => number;

function rarityShare(mask: number, { terms }: Question): number {
  let inside = 0;
  let all = 0;
  for (const [at, { rarity }] of terms.entries()) {
    all += rarity;
    if (mask & (1 << at)) inside += rarity;
  }
  return all === 0 ? 0 : inside / all;
}

const NUMBERS: ReadonlySet<Question['kind']> = new Set(['number', 'money', 'people']);

const isKindShown = ({ kind }: Question): boolean => NUMBERS.has(kind) || kind === 'date' || kind === 'name';

const lacking = (finding: Finding): number => {
  const { held, typos, family, synonym } = finding.paragraph;
  return maskOf(finding.question.terms, () => true) & ~(held | typos | family | synonym);
};
const lackingInSentence = (finding: Finding): number =>
  maskOf(finding.question.terms, () => true) & ~finding.sentence.held;

/** The best paragraph's score, no more than 30 either way. */
const score: Feature = ({ scores }) => Math.max(-30, Math.min(30, scores[0] ?? 0));

/** Its share in the sum of `e^score`: the ranking's own odds. 0 to 1. */
const odds: Feature = ({ scores }) =>
  1 / scores.reduce((sum, other) => sum + Math.exp(other - (scores[0] ?? 0)), 0);

/** The ranking's features of the best paragraph and its best sentence. */
const paragraphBm25: Feature = ({ paragraphValues }) => paragraphValues.paragraphBm25;
const coverage: Feature = ({ paragraphValues }) => paragraphValues.coverage;
const coverageSquared: Feature = ({ paragraphValues }) => paragraphValues.coverage ** 2;
const bestCoverage: Feature = ({ paragraphValues }) => paragraphValues.bestCoverage;
const neighbours: Feature = ({ paragraphValues }) => paragraphValues.neighbours;
const sentenceBm25: Feature = ({ sentenceValues }) => sentenceValues.sentenceBm25;
const phrase: Feature = ({ sentenceValues }) => sentenceValues.phrase;
const together: Feature = ({ sentenceValues }) => sentenceValues.together;
const heldAround: Feature = ({ sentenceValues }) => sentenceValues.heldBefore + sentenceValues.heldAfter;
const askedKindNear: Feature = ({ sentenceValues }) => sentenceValues.askedKindNear;

/** Share of the weight, and number (4 at most), of terms that the scope does not hold and the paragraph has no variant of. */
const unknown: Feature = (finding) => {
  const { terms, weight } = finding.question;
  return weightOf(lacking(finding) & maskOf(terms, (term) => !term.known), terms) / weight;
};
const unknownTerms: Feature = (finding) =>
  Math.min(4, sizeOf(lacking(finding) & maskOf(finding.question.terms, (term) => !term.known)));

/** As `coverage` and `unknown`, by rarity in the whole library: a missing common word says less than a missing rare one. */
const rareCoverage: Feature = ({ question, paragraph }) => rarityShare(paragraph.held, question);
const rareUnknown: Feature = (finding) =>
  rarityShare(lacking(finding) & maskOf(finding.question.terms, (term) => !term.known), finding.question);

/** Share, by rarity, of the lacking terms that only other reports hold: the question may be about one of those. */
const onlyInOthers: Feature = (finding) =>
  rarityShare(
    lacking(finding) & maskOf(finding.question.terms, (term) => !term.known && term.knownElsewhere),
    finding.question,
  );

/** The paragraph's BM25 by rarity in the whole library, over the sum of rarities. */
const rareBm25: Feature = ({ question, paragraph, relativeLength }) => {
  const weights = question.terms.map(({ rarity }) => rarity);
  const all = weights.reduce((sum, rarity) => sum + rarity, 0);
  return all === 0 ? 0 : bm25({ counts: paragraph.counts, weights, relativeLength }) / all;
};

/** Share of the weight that stands elsewhere in the scope, but not in this paragraph. */
const elsewhere: Feature = (finding) => {
  const { terms, weight } = finding.question;
  return weightOf(lacking(finding) & maskOf(terms, (term) => term.known), terms) / weight;
};

/** How many of the question's names, and numbers, the paragraph and the sentence lack. 3 at most. */
const namesLacking: Feature = (finding) =>
  Math.min(3, sizeOf(lacking(finding) & maskOf(finding.question.terms, (term) => term.isName)));
const numbersLacking: Feature = (finding) =>
  Math.min(3, sizeOf(lacking(finding) & maskOf(finding.question.terms, (term) => term.isNumber)));
const sentenceNamesLacking: Feature = (finding) =>
  Math.min(3, sizeOf(lackingInSentence(finding) & maskOf(finding.question.terms, (term) => term.isName)));
const sentenceNumbersLacking: Feature = (finding) =>
  Math.min(3, sizeOf(lackingInSentence(finding) & maskOf(finding.question.terms, (term) => term.isNumber)));

/** 1 when exactly one term is lacking in the sentence: the mark of a swapped word. */
const oneLacking: Feature = (finding) => (sizeOf(lackingInSentence(finding)) === 1 ? 1 : 0);

/** Share of the weight that typing slips, relatives and words of like meaning make up for. */
const variants: Feature = ({ question, paragraph }) =>
  weightOf((paragraph.typos | paragraph.family | paragraph.synonym) & ~paragraph.held, question.terms) /
  question.weight;

/** 1 when a number, date or name is asked for and the sentence has none. */
const askedKindLacking: Feature = ({ question, sentence }) =>
  isKindShown(question) && sentence.asked.length === 0 ? 1 : 0;

/** Terms of the question, 12 at most. */
const terms: Feature = ({ question }) => Math.min(12, question.terms.length);

/** ln of the summed weight: a question of common words says little. */
const weight: Feature = ({ question }) => Math.log(question.weight);

/** 1 when the question denies something and the sentence does not, and when both do. */
const negationLacking: Feature = ({ question, sentence }) =>
  question.isNegated && (sentence.traits & TRAIT.negation) === 0 ? 1 : 0;
const negationShared: Feature = ({ question, sentence }) =>
  question.isNegated && (sentence.traits & TRAIT.negation) !== 0 ? 1 : 0;

/** 1 when the question asks for that kind of thing. */
const asksNumber: Feature = ({ question }) => (NUMBERS.has(question.kind) ? 1 : 0);
const asksDate: Feature = ({ question }) => (question.kind === 'date' ? 1 : 0);

export const confidenceFeatures = {
  score,
  odds,
  paragraphBm25,
  coverage,
  coverageSquared,
  bestCoverage,
  neighbours,
  sentenceBm25,
  phrase,
  together,
  heldAround,
  askedKindNear,
  unknown,
  unknownTerms,
  rareCoverage,
  rareUnknown,
  onlyInOthers,
  rareBm25,
  elsewhere,
  namesLacking,
  numbersLacking,
  sentenceNamesLacking,
  sentenceNumbersLacking,
  oneLacking,
  variants,
  askedKindLacking,
  terms,
  weight,
  negationLacking,
  negationShared,
  asksNumber,
  asksDate,
} satisfies Record<string, Feature>;

export type ConfidenceFeature = keyof typeof confidenceFeatures;
