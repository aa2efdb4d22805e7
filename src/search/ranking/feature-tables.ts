import type { QuestionTerm } from '../query/question.ts';

/** The names of a table, in the order written. */
export function namesOf<Name extends string>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(table).filter((name): name is Name => Object.hasOwn(table, name));
}

/** A table of the values by name; 0 where there is none. */
export function nameValues<Name extends string>(
  names: readonly Name[],
  values: Float64Array | undefined,
): Readonly<Record<Name, number>>;
export function nameValues(
  names: readonly string[],
  values: Float64Array | undefined,
): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name, at) => [name, values?.[at] ?? 0]));
}

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
