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
