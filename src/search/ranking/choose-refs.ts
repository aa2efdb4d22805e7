import { runCooperatively, type Task } from '../../text/cooperative-task.ts';
import { slice } from '../../text/span.ts';
import type { CandidateSource, ParagraphRef, Scope, ScopeStatistics } from '../candidate-source.ts';
import type { IndexedReport } from '../index/report-analysis.ts';
import { chooseTerms } from '../query/choose-terms.ts';
import type { Question } from '../query/question.ts';
import type { WordFilter } from '../query/search-words.ts';

/** No more paragraphs than these are looked at closely; and, where a filter leaves some of them out, at all. */
const MOST_CANDIDATES = 50;
const MOST_FILTERED = 500;

/** What a search asks of paragraphs beside its words. */
export interface Narrowing {
  /** By the paragraph's language (BCP 47). */
  readonly filterOf: (tag: string) => WordFilter;
  /** Whether there is a phrase, which no variant of its words stands for. */
  readonly hasPhrases: boolean;
}

export interface ChosenRefs {
  readonly refs: readonly ParagraphRef[];
  /** Whether more paragraphs share words with the question than these. */
  readonly isCut: boolean;
  /** Whether the filter left paragraphs out. */
  readonly isNarrowed: boolean;
}

export interface RefChoice {
  readonly source: CandidateSource;
  readonly scope: Scope;
  readonly statistics: ScopeStatistics;
  /** The reports of the scope. */
  readonly reports: readonly IndexedReport[];
}

/** The paragraphs that a question is held against: all of a small scope, else the likeliest; those that the filter allows. */
export async function chooseRefs(
  readings: readonly Question[],
  { source, scope, statistics, reports }: RefChoice,
  narrowing: Narrowing | undefined,
): Promise<ChosenRefs> {
  const isSmall = statistics.paragraphCount <= MOST_CANDIDATES;
  const limit = narrowing ? MOST_FILTERED : MOST_CANDIDATES;
  const wanted = narrowing?.hasPhrases ? readings.map(withoutVariants) : readings;
  const found = isSmall
    ? reports.flatMap(({ report }) => report.paragraphs.map((_, at) => ({ report: report.id, at })))
    : await source.candidates(chooseTerms(wanted, statistics, limit), scope, limit);
  const allowed = narrowing ? await runCooperatively(filterRefs(found, reports, narrowing)) : found;
  const refs = allowed.slice(0, MOST_CANDIDATES);
  const isCut = !isSmall && (found.length >= limit || allowed.length > refs.length);
  return { refs, isCut, isNarrowed: allowed.length < found.length };
}

const withoutVariants = ({ matches, ...question }: Question): Question => ({
  ...question,
  matches: new Map([...matches].filter(([, kinds]) => kinds.some(({ kind }) => kind === 'exact'))),
});

function* filterRefs(
  refs: readonly ParagraphRef[],
  reports: readonly IndexedReport[],
  { filterOf }: Narrowing,
): Task<readonly ParagraphRef[]> {
  const byId = new Map(reports.map(({ report }) => [report.id, report]));
  const allowed: ParagraphRef[] = [];
  for (const ref of refs) {
    const report = byId.get(ref.report);
    const span = report?.paragraphs[ref.at]?.span;
    if (report && span && filterOf(report.language).allows(slice(report.body, span))) allowed.push(ref);
    yield;
  }
  return allowed;
}
