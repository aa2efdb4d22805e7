import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CorpusError } from '../../src/library/load-reports.ts';
import { openLibrary } from '../../src/library/live-library.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const reportFile = (text: string) => `---\ntitle: A report\n---\n\n${text}\n`;
const FERRY = reportFile('The ferry sank off Corvo.');
const BRIDGE = reportFile('The bridge was closed on Monday.');

const open = async () => {
  const folder = await createTempFolder({ 'ferry.md': FERRY, 'bridge.md': BRIDGE });
  return { folder, library: await openLibrary(folder) };
};

describe('openLibrary()', () => {
  it('refuses to open with any fault, and lists them all', async () => {
    const folder = await createTempFolder({
      'a.md': 'no front matter',
      'b.md': '---\nname: x\n---\n\nText.\n',
    });
    const opening = openLibrary(folder);
    await expect(opening).rejects.toThrow(CorpusError);
    await expect(opening).rejects.toThrow(/a\.md[\s\S]*b\.md/);
  });

  it.each([
    ['a folder that is not there', 'no-such-folder', 'there is no such folder'],
    ['an empty folder', '', 'the folder holds no .md file'],
  ])('says what to do about %s', async (_, name, message) => {
    const folder = join(await createTempFolder({}), name);
    await expect(openLibrary(folder)).rejects.toThrow(message);
  });
});

describe('reload()', () => {
  it('names what was added, changed and removed, and swaps the version', async () => {
    const { folder, library } = await open();
    const before = library.current;
    await writeFile(join(folder, 'harbour.md'), reportFile('The harbour is deep.'));
    await writeFile(join(folder, 'ferry.md'), reportFile('The ferry was raised.'));
    await rm(join(folder, 'bridge.md'));
    const outcome = await library.reload();
    expect(outcome).toMatchObject({
      kind: 'reloaded',
      added: ['harbour'],
      changed: ['ferry'],
      removed: ['bridge'],
    });
    expect(library.current).not.toBe(before);
    expect(library.current.version).not.toBe(before.version);
  });

  it('keeps the version when the content is the same', async () => {
    const { library } = await open();
    const { version } = library.current;
    await library.reload();
    expect(library.current.version).toBe(version);
  });

  it.each([
    ['a bad file', (folder: string) => writeFile(join(folder, 'bad.md'), 'no front matter')],
    ['a folder that has gone', (folder: string) => rm(folder, { recursive: true })],
    [
      'a folder without reports',
      async (folder: string) => {
        await rm(join(folder, 'ferry.md'));
        await rm(join(folder, 'bridge.md'));
      },
    ],
  ])('changes nothing because of %s', async (_, spoil) => {
    const { folder, library } = await open();
    const before = library.current;
    await spoil(folder);
    const outcome = await library.reload();
    expect(outcome.kind).toBe('failed');
    expect(library.current).toBe(before);
    expect((await library.current.answer('Which ferry sank off Corvo?')).kind).toBe('quoted');
  });

  it('reads only what changed: all else is the very same value', async () => {
    const { folder, library } = await open();
    const [bridge, ferry] = library.current.reports;
    await writeFile(join(folder, 'ferry.md'), reportFile('The ferry was raised.'));
    await library.reload();
    expect(library.current.reports[0]).toBe(bridge);
    expect(library.current.reports[1]).not.toBe(ferry);
  });

  it.each([
    ['the same files', () => Promise.resolve()],
    [
      'the same text in other bytes',
      (folder: string) => writeFile(join(folder, 'ferry.md'), FERRY.replaceAll('\n', '\r\n')),
    ],
  ])('keeps the very same library for %s', async (_, change) => {
    const { folder, library } = await open();
    const before = library.current;
    await change(folder);
    expect(await library.reload()).toMatchObject({
      kind: 'reloaded',
      library: before,
      added: [],
      changed: [],
      removed: [],
    });
    expect(library.current).toBe(before);
  });

  it('finds a report again after its file was faulty for a while', async () => {
    const { folder, library } = await open();
    const before = library.current;
    await writeFile(join(folder, 'ferry.md'), FERRY.slice(0, 10));
    expect((await library.reload()).kind).toBe('failed');
    await writeFile(join(folder, 'ferry.md'), FERRY);
    await library.reload();
    expect(library.current).toBe(before);
  });

  it('runs once at a time, and again afterwards', async () => {
    const { library } = await open();
    const [first, second] = await Promise.all([library.reload(), library.reload()]);
    expect([first.kind, second.kind]).toEqual(['reloaded', 'busy']);
    expect((await library.reload()).kind).toBe('reloaded');
  });

  it('lets an answer finish on the version it began with', async () => {
    const { folder, library } = await open();
    const began = library.current;
    await writeFile(join(folder, 'ferry.md'), reportFile('The ferry was raised.'));
    await library.reload();
    const old = await began.answer('Which ferry sank off Corvo?', { report: 'ferry' });
    expect(old.kind === 'quoted' && old.passages[0].report.body).toContain('sank off Corvo');
  });
});

describe('answers while reloading', () => {
  it('are all given, each from the one version that it began with', async () => {
    const { folder, library } = await open();
    const versions = new Set<string>();
    for (const round of [1, 2, 3]) {
      await writeFile(join(folder, 'ferry.md'), reportFile(`The ferry sank off Corvo ${round} times.`));
      const done = new AbortController();
      const reloading = library.reload().finally(() => done.abort());
      const asked: Promise<void>[] = [];
      const ask = async () => {
        const { current } = library;
        const answer = await current.answer('Where did the ferry sink?');
        versions.add(current.version);
        const reports = answer.kind === 'quoted' ? answer.passages.map(({ report }) => report) : [];
        expect(reports).not.toEqual([]);
        expect(reports.filter((report) => !current.reports.includes(report))).toEqual([]);
      };
      while (!done.signal.aborted) {
        asked.push(ask());
        await new Promise(setImmediate);
      }
      expect(await reloading).toMatchObject({ kind: 'reloaded', changed: ['ferry'] });
      await Promise.all([...asked, ask()]);
    }
    expect(versions.size).toBe(4);
  });
});

describe('a library that is no longer served', () => {
  it('answers as before whoever kept it, however many reloads came after', async () => {
    const { folder, library } = await open();
    const { current } = library;
    const before = await current.answer('Where did the ferry sink?');
    expect(before.kind).toBe('quoted');
    for (const round of [1, 2, 3]) {
      await writeFile(join(folder, 'ferry.md'), reportFile(`The ferry was raised, round ${round}.`));
      expect(await library.reload()).toMatchObject({ kind: 'reloaded', changed: ['ferry'] });
    }
    expect(await current.answer('Where did the ferry sink?')).toEqual(before);
    expect(library.current).not.toBe(current);
  });
});

describe('rollBack()', () => {
  const changeFerry = (folder: string) =>
    writeFile(join(folder, 'ferry.md'), reportFile('The ferry was raised.'));

  it('has nowhere to go before a reload changed something', async () => {
    const { library } = await open();
    await library.reload();
    expect(library.rollBack()).toEqual({ kind: 'nothing' });
  });

  it('serves the version before, and when repeated the one after', async () => {
    const { folder, library } = await open();
    const before = library.current;
    await changeFerry(folder);
    await library.reload();
    const after = library.current;
    const change = { kind: 'rolled-back', added: [], changed: ['ferry'], removed: [] };
    expect(library.rollBack()).toEqual({ ...change, library: before });
    expect(library.current).toBe(before);
    expect(library.rollBack()).toEqual({ ...change, library: after });
    expect(library.current).toBe(after);
  });

  it('says what comes and goes by it', async () => {
    const { folder, library } = await open();
    await rm(join(folder, 'bridge.md'));
    await library.reload();
    expect(library.rollBack()).toMatchObject({ added: ['bridge'], changed: [], removed: [] });
  });

  it.each([
    ['a failed reload', (folder: string) => writeFile(join(folder, 'bad.md'), 'no front matter')],
    ['a reload that found nothing new', () => Promise.resolve()],
  ])('still leads to the last other version after %s', async (_, change) => {
    const { folder, library } = await open();
    const before = library.current;
    await changeFerry(folder);
    await library.reload();
    await change(folder);
    await library.reload();
    expect(library.rollBack()).toMatchObject({ kind: 'rolled-back', library: before });
  });

  it('holds until the next reload, which serves what the folder holds', async () => {
    const { folder, library } = await open();
    await changeFerry(folder);
    await library.reload();
    const { version } = library.current;
    library.rollBack();
    expect(await library.reload()).toMatchObject({ kind: 'reloaded', changed: ['ferry'] });
    expect(library.current.version).toBe(version);
  });

  it('waits for a reload that is running', async () => {
    const { library } = await open();
    const reloading = library.reload();
    expect(library.rollBack()).toEqual({ kind: 'busy' });
    await reloading;
  });
});

describe('the content version', () => {
  const versionOf = async (files: Readonly<Record<string, string>>) =>
    (await openLibrary(await createTempFolder(files))).current.version;

  it.each([
    ['a changed body', { 'ferry.md': BRIDGE }],
    ['a changed title', { 'ferry.md': FERRY.replace('A report', 'Another') }],
    ['another id', { 'boat.md': FERRY }],
    ['one more report', { 'ferry.md': FERRY, 'bridge.md': BRIDGE }],
  ])('differs for %s', async (_, files) => {
    expect(await versionOf(files)).not.toBe(await versionOf({ 'ferry.md': FERRY }));
  });

  it('is the same for the same content in other bytes', async () => {
    const windows = `\uFEFF${FERRY.replaceAll('\n', '\r\n')}`;
    expect(await versionOf({ 'ferry.md': windows })).toBe(await versionOf({ 'ferry.md': FERRY }));
  });
});
