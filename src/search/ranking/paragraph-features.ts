import { bm25 } from '../bm25.ts';
import type { ParagraphEvidence, SentenceEvidence } from './evidence.ts';
import type { Question } from '../query/question.ts';
import type { ScopeStatistics } from '../candidate-source.ts';
import { maskOf, sizeOf, weightOf } from './feature-tables.ts';
import { visitNearHits } from './near-hits.ts';

/** A paragraph with what stands around it, as one question sees it. */
export interface ParagraphView {
  readonly question: Question;
  readonly statistics: ScopeStatistics;
  readonly paragraph: ParagraphEvidence;
  /** Terms of the question held by the heading, by the report's title (unless only that report is searched), and by the paragraph before. */
  readonly above: number;
}

type Feature = (view: ParagraphView) => number;

const share = (mask: number, { terms, weight }: Question): number => weightOf(mask, terms) / weight;

/** BM25 with inverse frequency among paragraphs, over the sum of those weights. */
const paragraphBm25: Feature = ({ question, statistics, paragraph }) =>
  bm25({
    counts: paragraph.counts,
    weights: question.terms.map((term) => term.weight),
    relativeLength: paragraph.length / Math.max(1, statistics.paragraphLength),
  }) / question.weight;

/** Weight of the question's terms that the paragraph holds, over the weight of all. 0 to 1. */
const coverage: Feature = ({ question, paragraph }) => share(paragraph.held, question);

/** Held terms over all terms, each counting one. */
const termsHeld: Feature = ({ question, paragraph }) =>
  sizeOf(paragraph.held) / Math.max(1, question.terms.length);

/** The highest coverage of a sentence, and its square. */
const bestCoverage: Feature = ({ question, paragraph }) =>
  Math.max(0, ...paragraph.sentences.map((sentence) => share(sentence.held, question)));
const bestCoverageSquared: Feature = (view) => bestCoverage(view) ** 2;

/** As `coverage`, for words held only by a relative, and only by a misspelling. */
const family: Feature = ({ question, paragraph }) =>
  share(paragraph.family & ~(paragraph.held | paragraph.typos), question);
const typos: Feature = ({ question, paragraph }) => share(paragraph.typos & ~paragraph.held, question);

/** Over terms next to each other in the question, in the best sentence: the lighter one's weight times both strengths / distance, over the weight of all. */
const neighbours: Feature = ({ question, paragraph }) =>
  Math.max(0, ...paragraph.sentences.map((sentence) => nearness(question, sentence))) / question.weight;

/** Share of the weight held only above. */
const above: Feature = (view) => share(view.above & ~view.paragraph.held, view.question);

/** Weight of the names of the question that the paragraph holds, over the weight of all its terms. */
const names: Feature = ({ question, paragraph }) =>
  share(paragraph.held & maskOf(question.terms, (term) => term.isName), question);

/** ln(content words): a long paragraph holds more by chance, and sums over more sentences. */
const length: Feature = ({ paragraph }) => Math.log(Math.max(1, paragraph.length));

export const paragraphFeatures = {
  paragraphBm25,
  coverage,
  termsHeld,
  bestCoverage,
  bestCoverageSquared,
  family,
  typos,
  neighbours,
  above,
  names,
  length,
} satisfies Record<string, Feature>;

export type ParagraphFeature = keyof typeof paragraphFeatures;

/** The best of `strengths / distance` for each term and the one after it in the question. */
function nearness({ terms }: Question, { hits }: SentenceEvidence): number {
  const nearest = terms.map(() => 0);
  visitNearHits(hits, (one, other) => {
    if (Math.abs(one.at - other.at) !== 1) return;
    const at = Math.min(one.at, other.at);
    const near = (one.strength * other.strength) / (other.position - one.position);
    nearest[at] = Math.max(nearest[at] ?? 0, near);
  });
  return nearest.reduce(
    (sum, near, at) => sum + Math.min(terms[at]?.weight ?? 0, terms[at + 1]?.weight ?? 0) * near,
    0,
  );
}
