import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runSync } from '../../src/text/cooperative-task.ts';
import { createAnalysisCache } from '../../src/library/folder/analysis-cache.ts';
import type { AnalysisCache } from '../../src/library/packed-analysis.ts';
import { openCollections } from '../../src/library/collections.ts';
import { createFolderContent } from '../../src/library/folder/folder-content.ts';
import { createLanguages } from '../../src/text/language.ts';
import { analyseReport } from '../../src/search/index/report-analysis.ts';
import { paragraph } from '../support/hostile-text.ts';
import { reportOf } from '../support/report.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const FILES = {
  'data/ferry.md':
    '---\ntitle: The ferry\n---\n\n## Findings\n\nThe ferry Estrella sank off Corvo. Nobody was hurt.\n\n“It was the storm,” said Ana Reis.\n',
  'data/bridge.md': '---\ntitle: Die Brücke\nlanguage: de\n---\n\nDie Brücke wurde am 3. Mai gesperrt.\n',
};
const QUESTION = 'Where did the ferry sink?';

/** A cache that counts, and what it warned of. */
function cacheIn(folder: string, programVersion = '1') {
  const warnings: unknown[] = [];
  const counts = { found: 0, kept: 0 };
  const cache = createAnalysisCache(folder, programVersion, {
    warn: (...about: unknown[]) => void warnings.push(about),
  });
  const counting: AnalysisCache = {
    ...cache,
    find: async (hash) => {
      const entry = await cache.find(hash);
      counts.found += entry === undefined ? 0 : 1;
      return entry;
    },
    keep: async (hash, entry) => {
      counts.kept += 1;
      await cache.keep(hash, entry);
    },
  };
  return { cache: counting, counts, warnings };
}

async function start(folder: string, programVersion?: string) {
  const { cache, counts, warnings } = cacheIn(join(folder, 'cache'), programVersion);
  const library = await openCollections(createFolderContent(join(folder, 'data'), { caches: () => cache }));
  return { library, counts, warnings };
}

const entriesIn = async (folder: string) => (await readdir(join(folder, 'cache'))).sort();

describe('the cache', () => {
  it('makes the second start read nothing anew, and gives the same reports and answers', async () => {
    const folder = await createTempFolder(FILES);
    const first = await start(folder);
    const second = await start(folder);
    expect(first.counts).toEqual({ found: 0, kept: 2 });
    expect(second.counts).toEqual({ found: 2, kept: 0 });
    expect(second.library.shared.reports).toEqual(first.library.shared.reports);
    expect(second.library.shared.version).toBe(first.library.shared.version);
    for (const report of ['ferry', 'bridge', undefined]) {
      const where = report === undefined ? {} : { report };
      expect(await second.library.shared.answer(QUESTION, where)).toEqual(
        await first.library.shared.answer(QUESTION, where),
      );
    }
  });

  it('gives back what it was given, whatever a report holds', async () => {
    const folder = await createTempFolder({});
    const { cache } = cacheIn(folder);
    await fc.assert(
      fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 4 }), async (texts) => {
        const report = reportOf(texts);
        const analysis = runSync(analyseReport(report, createLanguages()(report.language)));
        const entry = { paragraphs: report.paragraphs, analysis };
        await cache.keep('a', entry);
        expect(await cache.find('a')).toEqual(entry);
      }),
    );
  });

  it.each([
    ['cut short', (path: string) => truncate(path, 100)],
    ['empty', (path: string) => truncate(path)],
    ['another text', (path: string) => writeFile(path, 'The ferry sank.')],
    [
      'changed in its last byte',
      async (path: string) => {
        const bytes = await readFile(path);
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
        await writeFile(path, bytes);
      },
    ],
  ])('ignores an entry that is %s, says so, and makes it anew', async (_, damage) => {
    const folder = await createTempFolder(FILES);
    await start(folder);
    const [entry = ''] = await entriesIn(folder);
    await damage(join(folder, 'cache', entry));
    const { counts, warnings, library } = await start(folder);
    expect(counts).toEqual({ found: 1, kept: 1 });
    expect(warnings).toEqual([
      [{ folder: join(folder, 'cache'), file: entry }, expect.stringContaining('damaged')],
    ]);
    expect((await library.shared.answer(QUESTION)).kind).toBe('quoted');
    expect((await start(folder)).counts).toEqual({ found: 2, kept: 0 });
  });

  it('reads nothing that another version of the program found, and removes it', async () => {
    const folder = await createTempFolder(FILES);
    await start(folder, '1');
    const before = await entriesIn(folder);
    expect((await start(folder, '2')).counts).toEqual({ found: 0, kept: 2 });
    const after = await entriesIn(folder);
    expect(after).toHaveLength(2);
    expect(after.filter((name) => before.includes(name))).toEqual([]);
  });

  it('holds the reports now served, and leaves files alone that are not its own', async () => {
    const folder = await createTempFolder({ ...FILES, 'cache/notes.txt': 'Mine.' });
    const { library } = await start(folder);
    const before = await entriesIn(folder);
    await writeFile(join(folder, 'data', 'ferry.md'), FILES['data/bridge.md']);
    await library.reload();
    const after = await entriesIn(folder);
    // Both reports now have the same bytes, so one entry serves both.
    expect(after).toHaveLength(2);
    expect(after).toContain('notes.txt');
    expect(before).toEqual(expect.arrayContaining(after));
  });

  it('may be deleted while the bot runs', async () => {
    const folder = await createTempFolder(FILES);
    await start(folder);
    const { library, warnings } = await start(folder);
    await rm(join(folder, 'cache'), { recursive: true });
    await writeFile(join(folder, 'data', 'ferry.md'), FILES['data/ferry.md'].replace('sank', 'ran aground'));
    expect(await library.reload()).toMatchObject({ kind: 'reloaded', changed: ['ferry'] });
    expect(await entriesIn(folder)).toHaveLength(1);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['is a file', (folder: string) => writeFile(join(folder, 'cache'), '')],
    [
      'has an entry that is a folder',
      (folder: string) => mkdir(join(folder, 'cache', 'x'), { recursive: true }),
    ],
  ])('never keeps the bot from starting: a cache that %s', async (_, spoil) => {
    const folder = await createTempFolder(FILES);
    await spoil(folder);
    const { library } = await start(folder);
    expect((await library.shared.answer(QUESTION)).kind).toBe('quoted');
  });

  it('says once, not for each report, that it cannot be written', async () => {
    const folder = await createTempFolder({ ...FILES, cache: '' });
    const { warnings } = await start(folder);
    const events = warnings.map((about) => JSON.stringify(about));
    expect(new Set(events).size).toBe(events.length);
    expect(events.join('\n')).toContain('entries cannot be written, so each start reads all reports anew');
  });
});
