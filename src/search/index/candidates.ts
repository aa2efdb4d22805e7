import { createBestParagraphs, type SoughtTerm } from './best-paragraphs.ts';
import type { ParagraphIndex } from './paragraph-index.ts';
import type { Question } from '../query/question.ts';
import type { Scope } from './scope.ts';

/** No more paragraphs than these are looked at closely. */
export const MOST_CANDIDATES = 50;

/** Finds paragraphs that share words with the questions (one question, as each language reads it); most likely first. */
export type FindCandidates = (questions: readonly Question[], scope: Scope) => readonly number[];

/** A variant is weaker evidence than the word itself. */
const VARIANT_BOOST = 0.5;

/** A term that more than this share of all paragraphs holds is left out while rarer ones are there. */
const COMMON_SHARE = 0.2;

/** Rarest terms first, until so many entries of the index are to be read: what bounds the time in a large library. */
const MOST_POSTINGS = 12_000;

export function createCandidates(index: ParagraphIndex): FindCandidates {
  const findBest = createBestParagraphs(index);
  return (questions, scope) =>
    scope.paragraphCount <= MOST_CANDIDATES
      ? keysOf(scope)
      : findBest(chooseTerms(questions, scope), scope, MOST_CANDIDATES);
}

const keysOf = ({ from, to }: Scope): readonly number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);

function chooseTerms(questions: readonly Question[], scope: Scope): readonly SoughtTerm[] {
  const boosts = new Map<number, number>();
  for (const { matches } of questions) {
    for (const [term, kinds] of matches) {
      const isExact = kinds.some(({ kind }) => kind === 'exact');
      boosts.set(term, Math.max(boosts.get(term) ?? 0, isExact ? 1 : VARIANT_BOOST));
    }
  }
  const rarestFirst = [...boosts]
    .map(([term, boost]) => ({ term, boost, holders: scope.paragraphsWith(term) }))
    .sort((a, b) => a.holders - b.holders || a.term - b.term);
  const chosen: SoughtTerm[] = [];
  let postings = 0;
  for (const { term, boost, holders } of rarestFirst) {
    const suffices = postings >= MOST_CANDIDATES;
    if (suffices && (holders > COMMON_SHARE * scope.paragraphCount || postings + holders > MOST_POSTINGS))
      break;
    chosen.push({ term, boost });
    postings += holders;
  }
  return chosen;
}
