const ID = /^[a-z0-9][a-z0-9-]*$/u;
const EXTENSION = /\.md$/iu;

/** The files of a folder that are meant as reports, sorted by id. */
export const selectReportFiles = (names: readonly string[]): readonly string[] =>
  names.filter((name) => EXTENSION.test(name) && !name.startsWith('.')).sort(byId);

export const isReportId = (id: string): boolean => ID.test(id);

export const idOf = (name: string): string => name.replace(EXTENSION, '');

/** Why a file of that name cannot be a report beside its `neighbours`, or undefined when it can. */
export function findNameProblem(name: string, neighbours: readonly string[]): string | undefined {
  if (isReportId(idOf(name)) && name.endsWith('.md')) return undefined;
  const folded = name.toLowerCase();
  const twin = neighbours.find((other) => other !== name && other.toLowerCase() === folded);
  if (twin !== undefined) {
    return `the name differs from ${JSON.stringify(twin)} in capital letters only, wanted names that differ in more; rename one`;
  }
  return `the name is not a report's name, wanted small letters a-z, digits and hyphens, then .md, such as ${suggest(name)}`;
}

/** By code units, so that the order is the same on every machine. */
function byId(a: string, b: string): number {
  if (idOf(a) === idOf(b)) return a < b ? -1 : 1;
  return idOf(a) < idOf(b) ? -1 : 1;
}

function suggest(name: string): string {
  const id = slugOf(idOf(name));
  return `${id === '' ? 'ferry-report' : id}.md`;
}

/** `text` in the letters that an id may have; empty when it has none. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
