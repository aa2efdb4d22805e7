import groups from './synonyms.json' with { type: 'json' };

/**
 * English words that people use for one another, by general knowledge: folded words to the others of their groups. A
 * group is a line of the file, most usual word first.
 */
export const synonyms: ReadonlyMap<string, readonly string[]> = createTable();

function createTable(): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const group of groups) {
    for (const word of group) {
      table.set(word, [...(table.get(word) ?? []), ...group.filter((other) => other !== word)]);
    }
  }
  return table;
}
