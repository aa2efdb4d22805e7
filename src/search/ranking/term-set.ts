import type { QuestionTerm } from '../query/question.ts';

/** The summed weight of the terms in a bit mask. */
export function weightOf(mask: number, terms: readonly QuestionTerm[]): number {
  let weight = 0;
  for (let at = 0, rest = mask; rest !== 0; at++, rest >>>= 1) if (rest & 1) weight += terms[at]?.weight ?? 0;
  return weight;
}

/** How many terms are in a bit mask. */
export function sizeOf(mask: number): number {
  let size = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) size++;
  return size;
}

/** The terms that `holds` is true of, as a bit mask. */
export function maskOf(terms: readonly QuestionTerm[], holds: (term: QuestionTerm) => boolean): number {
  return terms.reduce((mask, term, at) => (holds(term) ? mask | (1 << at) : mask), 0);
}
