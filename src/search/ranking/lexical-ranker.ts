import type { Report } from '../../corpus/report.ts';
import { createLanguages, type LanguageOf } from '../../text/language.ts';
import { runCooperatively, type Task } from '../../text/cooperative-task.ts';
import { cacheByLanguage } from '../../text/language-tag.ts';
import type { CandidateSource, ParagraphRef, Scope } from '../candidate-source.ts';
import { createMemorySource } from '../index/memory-source.ts';
import { analyseReport, type IndexedReport } from '../index/report-analysis.ts';
import { findMissing } from '../query/choose-terms.ts';
import { type Question, readQuestion } from '../query/question.ts';
import { createWordFilter, readSearchWords } from '../query/search-words.ts';
import { type ChosenRefs, chooseRefs, type Narrowing } from './choose-refs.ts';
import { confidenceOf, explainConfidence, observeConfidence } from './confidence.ts';
import { numberQuestion, type NumberedQuestion } from './numbered-question.ts';
import { type Observation, observe, sharesTerms, type Surroundings } from './observation.ts';
import { present, presentHit } from './present-hit.ts';
import type { Explanation, Ranker, RankOptions, SearchHit, Searcher } from './ranker.ts';
import { explainScore, type Scored, scoreObservation, toVectors } from './score.ts';
import { shippedWeights, type Weights } from './weights.ts';

export interface LexicalRanker extends Ranker, Searcher {
  /** The paragraphs of `rank`, each with the features and weights of its score. */
  explain(question: string, options: RankOptions): Promise<Explanation>;
  /** What the ranking knows before any weight: the fit learns from it. Candidates that share a word, best first by BM25. */
  observe(question: string, options: Pick<RankOptions, 'report'>): Promise<readonly Observation[]>;
}

export interface RankerOptions {
  readonly source: CandidateSource;
  /** Of `source`; it contains these reports. */
  readonly generation: string;
  readonly reports: readonly IndexedReport[];
  readonly languageOf: LanguageOf;
  readonly weights?: Weights;
}

/** A ranker of `reports` alone, for programs that serve no others. The event loop gets its turn while it is made. */
export async function rankerOver(
  reports: readonly Report[],
  weights: Weights = shippedWeights,
): Promise<LexicalRanker> {
  const languageOf = createLanguages();
  const indexed: IndexedReport[] = [];
  for (const [at, report] of reports.entries()) {
    const analysis = await runCooperatively(analyseReport(report, languageOf(report.language)));
    indexed.push({ report, hash: String(at), analysis });
  }
  const source = createMemorySource();
  await source.hold('only', indexed);
  return createLexicalRanker({ source, generation: 'only', reports: indexed, languageOf, weights });
}

export function createLexicalRanker({
  source,
  generation,
  reports,
  languageOf,
  weights = shippedWeights,
}: RankerOptions): LexicalRanker {
  const vectors = toVectors(weights.ranking);
  const byId = new Map(reports.map((each, order) => [each.report.id, { ...each, order }]));
  const acronyms = reports.flatMap(({ analysis }) => analysis.acronyms);
  const codeOf = ({ language }: Report): string => languageOf(language).code;
  /** One tag for each language. */
  const tags = [
    ...new Map(reports.toReversed().map(({ report }) => [codeOf(report), report.language])).values(),
  ];

  async function ask(text: string, report?: string, narrowing?: Narrowing): Promise<Asked> {
    const only = report === undefined ? undefined : byId.get(report);
    if (reports.length === 0 || (report !== undefined && only === undefined)) return NOTHING;
    const scope: Scope = { generation, ...(report !== undefined && { report }) };
    const languages = (only ? [only.report.language] : tags).map(languageOf);
    const words = languages.flatMap((language) => language.read(text).map(({ folded }) => folded));
    const statistics = await source.lookup([...new Set(words)], scope);
    const questions = new Map<string, NumberedQuestion>();
    for (const language of languages) {
      const question = await runCooperatively(readQuestion(text, { language, statistics, acronyms }));
      questions.set(language.code, numberQuestion(question, statistics));
    }
    const readings = Array.from(questions.values(), ({ question }) => question);
    const choice = { source, scope, statistics, reports: only ? [only] : reports };
    const { refs, ...chosen } = await chooseRefs(readings, choice, narrowing);
    const surroundings = { statistics, isWholeLibrary: only === undefined };
    const observations = await runCooperatively(observeAll(refs, questions, surroundings));
    const [sharing, strange] = partition(observations, sharesTerms);
    return {
      questions: readings,
      observations: sharing,
      strange,
      ...chosen,
      scopeSize: statistics.paragraphCount,
    };
  }

  function* observeAll(
    refs: readonly ParagraphRef[],
    questions: ReadonlyMap<string, NumberedQuestion>,
    surroundings: Surroundings,
  ): Task<readonly Observation[]> {
    const observations: Observation[] = [];
    for (const { report: id, at } of refs) {
      const indexed = byId.get(id);
      const asked = indexed && questions.get(codeOf(indexed.report));
      if (indexed === undefined || asked === undefined || asked.question.terms.length === 0) continue;
      observations.push(observe(asked, indexed, at, surroundings));
      yield;
    }
    return observations;
  }

  const order = (observations: readonly Observation[]): readonly Scored[] =>
    observations
      .map((observation) => scoreObservation(observation, vectors))
      .sort((a, b) => b.score - a.score || inOrder(a.observation, b.observation));
  const inOrder = (a: Observation, b: Observation): number =>
    (byId.get(a.report.id)?.order ?? 0) - (byId.get(b.report.id)?.order ?? 0) ||
    a.paragraph.number - b.paragraph.number;

  return {
    async rank(question, { report, except = [], limit }) {
      const { questions, scopeSize, ...asked } = await ask(question, report);
      const isLeft = ({ report: { id }, paragraph: { number } }: Observation): boolean =>
        !except.some((shown) => shown.report === id && shown.paragraph === number);
      const [observations, strange] = [asked.observations.filter(isLeft), asked.strange.filter(isLeft)];
      const ranked = order(observations);
      const values = observeConfidence(ranked);
      return {
        paragraphs: [...ranked, ...order(strange)].slice(0, limit).map(present),
        confidence: values === undefined ? 0 : confidenceOf(values, weights.confidence),
        missing: findMissing(questions),
        scopeSize,
        spelled: questions.find(({ spelled }) => spelled !== question)?.spelled ?? question,
      };
    },
    async explain(question, { report, limit }) {
      const { observations } = await ask(question, report);
      const ranked = order(observations);
      const values = observeConfidence(ranked);
      const explain = (scored: Scored) => ({ ...present(scored), parts: explainScore(scored, vectors) });
      return {
        paragraphs: ranked.slice(0, limit).map(explain),
        ...(values && { confidence: explainConfidence(values, weights.confidence) }),
      };
    },
    async search(words, { report, from, limit }) {
      const asked = readSearchWords(words);
      const filterOf = cacheByLanguage((tag) => createWordFilter(asked, languageOf(tag)));
      const { questions, observations, isCut, isNarrowed } = await ask(
        asked.sought,
        report,
        asked.isPlain ? undefined : { filterOf, hasPhrases: asked.phrases.length > 0 },
      );
      const hits: SearchHit[] = [];
      const shown = order(observations).slice(from, from + limit);
      await runCooperatively(
        (function* () {
          for (const { observation } of shown) {
            const { language } = observation.report;
            hits.push(presentHit(observation, languageOf(language), vectors, filterOf(language)));
            yield;
          }
        })(),
      );
      return {
        total: observations.length,
        isCut,
        isNarrowed: isNarrowed && questions.some(({ terms }) => terms.length > 0),
        hits,
        missing: findMissing(questions),
      };
    },
    observe: async (question, { report }) => (await ask(question, report)).observations,
  };
}

interface Asked extends Omit<ChosenRefs, 'refs'> {
  /** A question's language is not known: it is read once for each language of the reports searched. */
  readonly questions: readonly Question[];
  /** Of paragraphs that share a word with the question. */
  readonly observations: readonly Observation[];
  /** Of paragraphs that share none: known only where all paragraphs of the scope were looked at. */
  readonly strange: readonly Observation[];
  /** Paragraphs in the scope. */
  readonly scopeSize: number;
}

const NOTHING: Asked = {
  questions: [],
  observations: [],
  strange: [],
  isCut: false,
  isNarrowed: false,
  scopeSize: 0,
};

function partition<Item>(items: readonly Item[], holds: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))];
}
