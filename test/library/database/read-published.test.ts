import { describe, expect, it } from 'vitest';
import { type PublishedSearch, readPublished } from '../../../src/library/database/read-published.ts';
import { sha256 } from '../../../src/library/hashes.ts';
import { CorpusError } from '../../../src/library/load-reports.ts';
import { createLanguages } from '../../../src/text/language.ts';

const languageOf = createLanguages();
const textOf = (id: string, paragraphs: number): string => {
  const body = Array.from({ length: paragraphs }, (_, at) => `The ${id} has a line ${at}.`);
  return `---\ntitle: ${id}\n---\n\n${body.join('\n\n')}\n`;
};
const fileOf = (id: string, text: string) => {
  const bytes = Buffer.from(text);
  return { id, file: `${id}.md`, hash: sha256(bytes), bytes };
};

describe('readPublished()', () => {
  it.each([
    ['brings in nothing of a small collection', { from: 20, others: 0 }, []],
    ['brings in all of a large one', { from: 12, others: 0 }, ['r0', 'r1', 'r2', 'r3']],
    ['counts what is there already', { from: 20, others: 8 }, ['r0', 'r1', 'r2', 'r3']],
  ])('%s', async (_, { from, others }, wanted) => {
    const brought: string[] = [];
    const search: PublishedSearch = {
      from,
      ahead: async (reports) => void brought.push(...reports.map(({ report }) => report.id)),
      forget: () => Promise.resolve(0),
    };
    const files = Array.from({ length: 4 }, (_, at) => fileOf(`r${at}`, textOf(`r${at}`, 3)));
    const published = await readPublished(files, { languageOf, search, others });
    expect(published.map(({ id, hash }) => [id, hash])).toEqual(files.map(({ id, hash }) => [id, hash]));
    expect(brought).toEqual(wanted);
  });

  it('brings in what is read while it goes on reading, each report once and in order', async () => {
    const steps: string[] = [];
    const search: PublishedSearch = {
      from: 100,
      ahead: async (reports) => void steps.push(...reports.map(({ report }) => report.id)),
      forget: () => Promise.resolve(0),
    };
    const ids = Array.from({ length: 8 }, (_, at) => `r${at}`);
    const cache = {
      find: async () => undefined,
      keep: async (hash: string) => void steps.push(`read ${idOf.get(hash)}`),
      prune: async () => undefined,
    };
    const files = ids.map((id) => fileOf(id, textOf(id, 400)));
    const idOf = new Map(files.map(({ id, hash }) => [hash, id]));
    await readPublished(files, { languageOf, cache, search });
    expect(steps.filter((step) => !step.startsWith('read'))).toEqual(ids);
    expect(steps.indexOf('r0')).toBeLessThan(steps.indexOf('read r7'));
  });

  it('refuses what does not load, by file and line', async () => {
    const files = [fileOf('ferry', textOf('ferry', 1)), fileOf('mill', 'The mill.')];
    const reading = readPublished(files, { languageOf });
    await expect(reading).rejects.toThrow(CorpusError);
    await expect(reading).rejects.toThrow(/^Cannot load "mill\.md" \(line 1\)/u);
  });
});
