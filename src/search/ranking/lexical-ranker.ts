import type { Report } from '../../corpus/report.ts';
import { inTurns } from '../../text/steps.ts';
import { createCandidates, MOST_CANDIDATES } from '../index/candidates.ts';
import { confidenceOf, observeConfidence } from './confidence.ts';
import { createObserver, type Observation } from './observation.ts';
import { createParagraphIndex, type ParagraphIndex } from '../index/paragraph-index.ts';
import { type Question, readQuestion } from '../query/question.ts';
import { presentHit } from './present-hit.ts';
import type { RankedParagraph, Ranker, RankOptions } from './ranker.ts';
import type { Scope } from '../index/scope.ts';
import { explainScore, type Part, type Scored, scoreObservation, toVectors } from './score.ts';
import type { Searcher } from './searcher.ts';
import { shippedWeights, type Weights } from './weights.ts';

export interface ExplainedParagraph extends RankedParagraph {
  /** The products sum to the score. */
  readonly parts: readonly Part[];
}

export interface LexicalRanker extends Ranker, Searcher {
  /** The paragraphs of `rank`, each with the features and weights of its score. */
  explain(question: string, options: RankOptions): Promise<readonly ExplainedParagraph[]>;
  /** What the ranking knows before any weight: the fit learns from it. Candidates that share a word, in no order. */
  observe(question: string, options: Pick<RankOptions, 'report'>): readonly Observation[];
}

/**
 * A sentence is marked from this share of its paragraph's odds on; see `Scored`. At this point, on the evaluation
 * questions, some 92 % of marked sentences hold the answer, and 9 of 10 first paragraphs have one marked.
 */
const MARK_FROM = 0.6;

/** Indexes all paragraphs; reports that were indexed before are not read again. The event loop gets its turn meanwhile. */
export async function createLexicalRanker(
  reports: readonly Report[],
  weights: Weights = shippedWeights,
): Promise<LexicalRanker> {
  const index = await inTurns(createParagraphIndex(reports));
  const findCandidates = createCandidates(index);
  const vectors = toVectors(weights.ranking);

  const ask = (question: string, report: string | undefined): Asked => {
    const scope = report === undefined ? index.library : index.reports.get(report);
    if (scope === undefined) return { questions: new Map(), observations: [], isCut: false };
    const questions = readForLanguages(index, scope, question);
    const observe = createObserver(index, scope, (key) => questionAt(index, questions, key));
    const candidates = findCandidates([...questions.values()], scope);
    const observations = candidates
      .filter((key) => questionAt(index, questions, key).matches.size > 0)
      .map(observe)
      .filter(({ evidence }) => (evidence.held | evidence.typos | evidence.family | evidence.everyday) !== 0);
    const isCut = candidates.length >= MOST_CANDIDATES && scope.paragraphCount > MOST_CANDIDATES;
    return { questions, observations, isCut };
  };
  const order = (observations: readonly Observation[]): readonly Scored[] =>
    observations
      .map((observation) => scoreObservation(observation, vectors))
      .sort((a, b) => b.score - a.score || a.observation.key - b.observation.key);

  return {
    async rank(question, { report, limit }) {
      const { questions, observations } = ask(question, report);
      const ranked = order(observations);
      const values = observeConfidence(ranked);
      return {
        paragraphs: ranked.slice(0, limit).map(present),
        confidence: values === undefined ? 0 : confidenceOf(values, weights.confidence),
        missing: findMissing([...questions.values()]),
      };
    },
    async explain(question, { report, limit }) {
      return order(ask(question, report).observations)
        .slice(0, limit)
        .map((scored) => ({ ...present(scored), parts: explainScore(scored, vectors) }));
    },
    async search(words, { report, from, limit }) {
      const { questions, observations, isCut } = ask(words, report);
      return {
        total: observations.length,
        isCut,
        hits: order(observations)
          .slice(from, from + limit)
          .map(({ observation }) => presentHit(observation, index.lexicon, vectors)),
        missing: findMissing([...questions.values()]),
      };
    },
    observe: (question, { report }) => ask(question, report).observations,
  };
}

interface Asked {
  /** By language code. */
  readonly questions: ReadonlyMap<string, Question>;
  readonly observations: readonly Observation[];
  /** Whether more paragraphs share words with the question than were observed. */
  readonly isCut: boolean;
}

/** A question's language is not known: it is read once for each language of the paragraphs searched. */
function readForLanguages(index: ParagraphIndex, scope: Scope, text: string): ReadonlyMap<string, Question> {
  const tags =
    scope === index.library ? index.languages : [index.places[scope.from]?.report.language ?? 'en'];
  return new Map(
    tags.map((tag) => {
      const language = index.lexicon.languageOf(tag);
      return [language.code, readQuestion(text, language, index, scope)];
    }),
  );
}

function questionAt(index: ParagraphIndex, questions: ReadonlyMap<string, Question>, key: number): Question {
  const code = index.lexicon.languageOf(index.places[key]?.report.language ?? 'en').code;
  const question = questions.get(code);
  if (question === undefined)
    throw new Error(`Cannot read paragraph ${key}: no question in "${code}", wanted its report's language`);
  return question;
}

function present({ observation, score, sentence, sentenceShare }: Scored): RankedParagraph {
  const { place } = observation;
  const span = place.paragraph.sentences[sentence];
  return { ...place, score, ...(span !== undefined && sentenceShare >= MARK_FROM && { sentence: span }) };
}

/** Words that no language's reading finds, nor a variant of them; as written, each once. */
function findMissing(questions: readonly Question[]): readonly string[] {
  const missing = questions.map(({ terms, matches }) => {
    const found = new Set([...matches.values()].flat().map(({ at }) => at));
    return terms.filter((_, at) => !found.has(at)).map(({ written }) => written);
  });
  const [first = [], ...others] = missing;
  return first.filter((word) => others.every((words) => words.includes(word)));
}
