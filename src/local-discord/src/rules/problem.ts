/** One thing that is wrong with a body, at `path` in it (`[]`: the body as a whole). */
export interface Problem {
  readonly path: readonly (string | number)[];
  /** Discord's name of the fault, such as `BASE_TYPE_BAD_LENGTH`. */
  readonly code: string;
  readonly message: string;
}

export const problem = (path: Problem['path'], code: string, message: string): Problem => ({
  path,
  code,
  message,
});

export const tooLong = (path: Problem['path'], max: number): Problem =>
  problem(path, 'BASE_TYPE_BAD_LENGTH', `Must be ${max} or fewer in length.`);

export const missing = (path: Problem['path']): Problem =>
  problem(path, 'BASE_TYPE_REQUIRED', 'This field is required');

/** The problem, where there is one. */
export const when = (isWrong: boolean, found: Problem): Problem[] => (isWrong ? [found] : []);

/** Discord has it; this server would show or fill it in wrongly. */
export const notEmulated = (path: Problem['path'], what: string): Problem =>
  problem(path, 'NOT_EMULATED', `local-discord does not emulate ${what}.`);

/** Problems of a part as problems of the whole: `path` is the path of the part. */
export const prefixPaths = (path: Problem['path'], problems: readonly Problem[]): Problem[] =>
  problems.map((found) => ({ ...found, path: [...path, ...found.path] }));

/** The indexes of items whose `key` an earlier item has. Items without a key are ignored. */
export const duplicates = <T>(items: readonly T[], key: (item: T) => unknown): number[] => {
  const seen = new Set<unknown>();
  return items.flatMap((item, index) => {
    const value = key(item);
    if (value === undefined || value === null) return [];
    if (seen.has(value)) return [index];
    seen.add(value);
    return [];
  });
};
