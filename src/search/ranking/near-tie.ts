import type { RankedParagraph } from './ranker.ts';

/** Scores are natural logarithms of odds: within this of the first, a paragraph is up to 1.25 times less likely than it. */
const TIE = Math.log(1.25);

/** The leading paragraphs that the evidence does not tell apart, the first among them: more than one is a near tie. */
export function findNearTie(ranked: readonly RankedParagraph[]): readonly RankedParagraph[] {
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }) => best - score <= TIE);
}
