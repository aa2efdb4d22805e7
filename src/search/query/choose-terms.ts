import type { ScopeStatistics, WeightedTerm } from '../candidate-source.ts';
import type { Question } from './question.ts';

/** A variant is weaker evidence than the word itself. */
const VARIANT_BOOST = 0.5;

/** A term that more than this share of all paragraphs contains is left out when rarer ones suffice. */
const COMMON_SHARE = 0.2;

/**
 * The terms by which to find `enough` paragraphs for a question, as each language reads it; rarest first, until they occur
 * in as many paragraphs as the source looks through: that bounds the time in a large library.
 */
export function chooseTerms(
  questions: readonly Question[],
  statistics: ScopeStatistics,
  enough: number,
): readonly WeightedTerm[] {
  const boosts = new Map<string, number>();
  for (const { matches } of questions) {
    for (const [stem, kinds] of matches) {
      const isExact = kinds.some(({ kind }) => kind === 'exact');
      boosts.set(stem, Math.max(boosts.get(stem) ?? 0, isExact ? 1 : VARIANT_BOOST));
    }
  }
  const rarestFirst = [...boosts]
    .map(([stem, boost]) => ({ stem, boost, holders: statistics.countsOf(stem).paragraphs }))
    .sort((a, b) => a.holders - b.holders || (a.stem < b.stem ? -1 : 1));
  const chosen: WeightedTerm[] = [];
  let occurrences = 0;
  for (const { stem, boost, holders } of rarestFirst) {
    const isCommon = holders > COMMON_SHARE * statistics.paragraphCount;
    if (occurrences >= enough && (isCommon || occurrences + holders > statistics.mostOccurrences)) break;
    chosen.push({ stem, boost });
    occurrences += holders;
  }
  return chosen;
}

/** Words that no language's reading finds, nor a variant of them; as written, each once. */
export function findMissing(questions: readonly Question[]): readonly string[] {
  const missing = questions.map(({ terms, matches }) => {
    const found = new Set([...matches.values()].flat().map(({ at }) => at));
    return terms.filter((_, at) => !found.has(at)).map(({ written }) => written);
  });
  const [first = [], ...others] = missing;
  return first.filter((word) => others.every((words) => words.includes(word)));
}
