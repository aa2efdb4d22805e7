import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CorpusError } from '../../src/library/load-reports.ts';
import { ChangeError } from '../../src/library/change-reports.ts';
import { type Collections, openCollections, type OpenOptions } from '../../src/library/collections.ts';
import { createFolderContent } from '../../src/library/folder/folder-content.ts';
import { MOST_ENTRIES } from '../../src/library/report-history.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const reportFile = (text: string) => `---\ntitle: A report\n---\n\n${text}\n`;
const FERRY = reportFile('The ferry sank off Corvo.');
const BRIDGE = reportFile('The bridge was closed on Monday.');

const open = async () => {
  const folder = await createTempFolder({ 'ferry.md': FERRY, 'bridge.md': BRIDGE });
  return { folder, collections: await openCollections(createFolderContent(folder)) };
};

describe('openCollections()', () => {
  it('refuses to open with any fault, and lists them all', async () => {
    const folder = await createTempFolder({
      'a.md': 'no front matter',
      'b.md': '---\nname: x\n---\n\nText.\n',
    });
    const opening = openCollections(createFolderContent(folder));
    await expect(opening).rejects.toThrow(CorpusError);
    await expect(opening).rejects.toThrow(/a\.md[\s\S]*b\.md/);
  });

  it.each([
    ['a folder that is not there', 'no-such-folder', 'there is no such folder'],
    ['an empty folder', '', 'the folder holds no .md file'],
  ])('says what to do about %s', async (_, name, message) => {
    const folder = join(await createTempFolder({}), name);
    await expect(openCollections(createFolderContent(folder))).rejects.toThrow(message);
  });
});

describe('reload()', () => {
  it('names what was added, changed and removed, and swaps the version', async () => {
    const { folder, collections } = await open();
    const before = collections.shared;
    await writeFile(join(folder, 'harbour.md'), reportFile('The harbour is deep.'));
    await writeFile(join(folder, 'ferry.md'), reportFile('The ferry was raised.'));
    await rm(join(folder, 'bridge.md'));
    const outcome = await collections.reload();
    expect(outcome).toMatchObject({
      kind: 'reloaded',
      added: ['harbour'],
      changed: ['ferry'],
      removed: ['bridge'],
    });
    expect(collections.shared).not.toBe(before);
    expect(collections.shared.version).not.toBe(before.version);
  });

  it('keeps the version when the content is the same', async () => {
    const { collections } = await open();
    const { version } = collections.shared;
    await collections.reload();
    expect(collections.shared.version).toBe(version);
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
    const { folder, collections } = await open();
    const before = collections.shared;
    await spoil(folder);
    const outcome = await collections.reload();
    expect(outcome.kind).toBe('failed');
    expect(collections.shared).toBe(before);
    expect((await collections.shared.answer('Which ferry sank off Corvo?')).kind).toBe('quoted');
  });

  it('reads only what changed: all else is the very same value', async () => {
    const { folder, collections } = await open();
    const [bridge, ferry] = collections.shared.reports;
    await writeFile(join(folder, 'ferry.md'), reportFile('The ferry was raised.'));
    await collections.reload();
    expect(collections.shared.reports[0]).toBe(bridge);
    expect(collections.shared.reports[1]).not.toBe(ferry);
  });

  it.each([
    ['the same files', () => Promise.resolve()],
    [
      'the same text in other bytes',
      (folder: string) => writeFile(join(folder, 'ferry.md'), FERRY.replaceAll('\n', '\r\n')),
    ],
  ])('keeps the very same library for %s', async (_, change) => {
    const { folder, collections } = await open();
    const before = collections.shared;
    await change(folder);
    expect(await collections.reload()).toMatchObject({
      kind: 'reloaded',
      added: [],
      changed: [],
      removed: [],
    });
    expect(collections.shared).toBe(before);
  });

  it('finds a report again after its file was faulty for a while', async () => {
    const { folder, collections } = await open();
    const before = collections.shared;
    await writeFile(join(folder, 'ferry.md'), FERRY.slice(0, 10));
    expect((await collections.reload()).kind).toBe('failed');
    await writeFile(join(folder, 'ferry.md'), FERRY);
    await collections.reload();
    expect(collections.shared).toBe(before);
  });

  it('runs once at a time, and again afterwards', async () => {
    const { collections } = await open();
    const [first, second] = await Promise.all([collections.reload(), collections.reload()]);
    expect([first.kind, second.kind]).toEqual(['reloaded', 'busy']);
    expect((await collections.reload()).kind).toBe('reloaded');
  });

  it('lets an answer finish on the version it began with', async () => {
    const { folder, collections } = await open();
    const began = collections.shared;
    await writeFile(join(folder, 'ferry.md'), reportFile('The ferry was raised.'));
    await collections.reload();
    const old = await began.answer('Which ferry sank off Corvo?', { report: 'ferry' });
    expect(old.kind === 'quoted' && old.passages[0].report.body).toContain('sank off Corvo');
  });
});

describe('answers while reloading', () => {
  it('are all given, each from the one version that it began with', async () => {
    const { folder, collections } = await open();
    const versions = new Set<string>();
    for (const round of [1, 2, 3]) {
      await writeFile(join(folder, 'ferry.md'), reportFile(`The ferry sank off Corvo ${round} times.`));
      const done = new AbortController();
      const reloading = collections.reload().finally(() => done.abort());
      const asked: Promise<void>[] = [];
      const ask = async () => {
        const { shared: current } = collections;
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
    const { folder, collections } = await open();
    const { shared: current } = collections;
    const before = await current.answer('Where did the ferry sink?');
    expect(before.kind).toBe('quoted');
    for (const round of [1, 2, 3]) {
      await writeFile(join(folder, 'ferry.md'), reportFile(`The ferry was raised, round ${round}.`));
      expect(await collections.reload()).toMatchObject({ kind: 'reloaded', changed: ['ferry'] });
    }
    expect(await current.answer('Where did the ferry sink?')).toEqual(before);
    expect(collections.shared).not.toBe(current);
  });
});

describe('rollBack()', () => {
  const RAISED = reportFile('The ferry was raised.');
  const change = (folder: string) => writeFile(join(folder, 'ferry.md'), RAISED);
  const rollBack = async ({ collectionOf }: Collections) => (await collectionOf(undefined)).rollBack('1');

  it('has nowhere to go before something changed', async () => {
    const { collections } = await open();
    await collections.reload();
    expect(await rollBack(collections)).toEqual({ kind: 'nothing' });
  });

  it('brings back what was served and what the folder held, and when repeated the other', async () => {
    const { folder, collections } = await open();
    const { version } = collections.shared;
    await change(folder);
    await collections.reload();
    const after = collections.shared.version;
    const changed = { kind: 'reloaded', added: [], changed: ['ferry'], removed: [] };
    expect(await rollBack(collections)).toMatchObject(changed);
    expect(collections.shared.version).toBe(version);
    expect(await readFile(join(folder, 'ferry.md'), 'utf8')).toBe(FERRY);
    expect(await rollBack(collections)).toMatchObject(changed);
    expect(collections.shared.version).toBe(after);
    expect(await readFile(join(folder, 'ferry.md'), 'utf8')).toBe(RAISED);
  });

  it('is not undone by the next reload', async () => {
    const { folder, collections } = await open();
    const { version } = collections.shared;
    await change(folder);
    await collections.reload();
    await rollBack(collections);
    expect(await collections.reload()).toMatchObject({ added: [], changed: [], removed: [] });
    expect(collections.shared.version).toBe(version);
  });

  it.each([
    ['a report that was removed', (folder: string) => rm(join(folder, 'bridge.md')), { added: ['bridge'] }],
    [
      'a report that was added',
      (folder: string) => writeFile(join(folder, 'harbour.md'), reportFile('It is deep.')),
      { removed: ['harbour'] },
    ],
  ])('takes back %s', async (_, spoil, outcome) => {
    const { folder, collections } = await open();
    const before = (await readdir(folder)).filter((name) => name.endsWith('.md'));
    await spoil(folder);
    await collections.reload();
    expect(await rollBack(collections)).toMatchObject(outcome);
    expect((await readdir(folder)).filter((name) => name.endsWith('.md'))).toEqual(before);
  });

  it('works after a restart', async () => {
    const { folder, collections } = await open();
    const { version } = collections.shared;
    await change(folder);
    await collections.reload();
    const restarted = await openCollections(createFolderContent(folder));
    expect(await rollBack(restarted)).toMatchObject({ changed: ['ferry'] });
    expect(restarted.shared.version).toBe(version);
  });

  it('says what is wrong with the folder, and leaves it alone', async () => {
    const { folder, collections } = await open();
    await change(folder);
    await collections.reload();
    await writeFile(join(folder, 'bad.md'), 'no front matter');
    expect((await rollBack(collections)).kind).toBe('failed');
    expect(await readFile(join(folder, 'ferry.md'), 'utf8')).toBe(RAISED);
  });

  it('waits for a reload that is running', async () => {
    const { collections } = await open();
    const collection = await collections.collectionOf(undefined);
    const reloading = collection.reload();
    expect(await collection.rollBack('1')).toEqual({ kind: 'busy' });
    await reloading;
  });
});

describe('a collection', () => {
  const shared = async () => {
    const { folder, collections } = await open();
    return { folder, collections, collection: await collections.collectionOf(undefined) };
  };

  it('keeps who changed what, latest first, and serves it at once', async () => {
    const { collections, collection } = await shared();
    await collection.change([{ id: 'harbour', text: reportFile('The harbour is deep.') }], '11');
    await collection.change([{ id: 'ferry' }], '12');
    expect(collections.shared.reports.map(({ id }) => id)).toEqual(['bridge', 'harbour']);
    expect(await collection.history.list()).toMatchObject([
      { by: '12', changes: [{ id: 'ferry', title: 'A report', kind: 'removed' }] },
      { by: '11', changes: [{ id: 'harbour', title: 'A report', kind: 'added' }] },
    ]);
  });

  it('goes back over several changes at once', async () => {
    const { folder, collection } = await shared();
    await collection.change([{ id: 'ferry', text: reportFile('The ferry was raised.') }], '11');
    await collection.change([{ id: 'ferry' }], '11');
    await collection.change([{ id: 'harbour', text: reportFile('The harbour is deep.') }], '11');
    const first = (await collection.history.list()).at(-1);
    expect(await collection.rollBack('12', first?.name)).toMatchObject({
      added: ['ferry'],
      removed: ['harbour'],
    });
    expect(await readFile(join(folder, 'ferry.md'), 'utf8')).toBe(FERRY);
  });

  it.each([
    ['a text that would not load', { id: 'harbour', text: 'no front matter' }, /would not load/],
    ['an id that leads out of the folder', { id: '../harbour', text: FERRY }, /the id is/],
    ['the removal of what is not there', { id: 'harbour' }, /there is no report "harbour"/],
  ])('refuses %s, and all that comes with it', async (_, edit, message) => {
    const { folder, collection } = await shared();
    const changing = collection.change([{ id: 'ferry' }, edit], '11');
    await expect(changing).rejects.toThrow(ChangeError);
    await expect(changing).rejects.toThrow(message);
    expect(await readFile(join(folder, 'ferry.md'), 'utf8')).toBe(FERRY);
    expect(await collection.history.list()).toEqual([]);
  });

  it('forgets the oldest of many changes', async () => {
    const { collection } = await shared();
    for (let round = 0; round < MOST_ENTRIES + 2; round++)
      await collection.change(
        [{ id: 'ferry', text: reportFile(`The ferry was raised ${round} times.`) }],
        '11',
      );
    expect(await collection.history.list()).toHaveLength(MOST_ENTRIES);
  });
});

describe('the reports of servers', () => {
  const [A, B, NONE] = ['100000000000000001', '100000000000000002', '100000000000000003'];
  const openServers = async (options?: OpenOptions) => {
    const folder = await createTempFolder({
      'ferry.md': FERRY,
      [`servers/${A}/mine.md`]: reportFile('The mine in Aljustrel flooded in April.'),
      [`servers/${A}/ferry.md`]: reportFile('The ferry was painted green.'),
      [`servers/${B}/mill.md`]: reportFile('The mill burnt down in May.'),
    });
    return { folder, collections: await openCollections(createFolderContent(folder), options) };
  };
  const idsIn = async ({ seenIn }: Collections, ...seen: Parameters<Collections['seenIn']>) =>
    (await seenIn(...seen)).library.reports.map(({ id }) => id);

  it.each([
    [A, 'both', ['ferry', 'mine']],
    [A, 'own', ['ferry', 'mine']],
    [A, 'shared', ['ferry']],
    [B, 'both', ['ferry', 'mill']],
    [B, 'own', ['mill']],
    [NONE, 'both', ['ferry']],
    [NONE, 'own', []],
    [undefined, 'both', ['ferry']],
  ] as const)('are seen there alone: %s with %s', async (server, seen, ids) => {
    const { collections } = await openServers();
    expect(await idsIn(collections, server, seen)).toEqual(ids);
  });

  it('name whose they are, whatever is served by then', async () => {
    const { folder, collections } = await openServers();
    const ways = ['own', 'shared', 'both'] as const;
    const seen = await Promise.all(
      [A, NONE, undefined].flatMap((server) => ways.map((way) => collections.seenIn(server, way))),
    );
    await writeFile(join(folder, 'ferry.md'), reportFile('The ferry was raised.'));
    await collections.reload();
    expect(seen.map(({ library }) => library)).not.toContain(collections.shared);
    expect(seen.map(({ owner }) => owner)).toEqual(
      [
        [A, undefined, A],
        [NONE, undefined, undefined],
        [undefined, undefined, undefined],
      ].flat(),
    );
  });

  it('go before shared ones of the same id', async () => {
    const { collections } = await openServers();
    const [own] = (await collections.seenIn(A, 'both')).library.reports;
    expect(own?.body).toContain('painted green');
  });

  it('keep the very same library until something changes', async () => {
    const { folder, collections } = await openServers();
    const { library: first } = await collections.seenIn(A, 'both');
    expect((await collections.seenIn(A, 'both')).library).toBe(first);
    await collections.reload();
    expect((await collections.seenIn(A, 'both')).library).toBe(first);
    await writeFile(join(folder, 'ferry.md'), reportFile('The ferry was raised.'));
    await collections.reload();
    expect((await collections.seenIn(A, 'both')).library).not.toBe(first);
  });

  it('are read anew after a reload, a new server among them', async () => {
    const { folder, collections } = await openServers();
    await idsIn(collections, B, 'own');
    await rename(join(folder, 'servers', B), join(folder, 'servers', NONE));
    await collections.reload();
    expect(await idsIn(collections, NONE, 'own')).toEqual(['mill']);
    expect(await idsIn(collections, B, 'own')).toEqual([]);
  });

  it('with a fault leave those that are sound, and the log says nothing of what is in them', async () => {
    const lines: unknown[] = [];
    const log = {
      debug: () => undefined,
      warn: () => undefined,
      error: (...line: unknown[]) => void lines.push(line),
    };
    const { folder, collections } = await openServers({ log });
    await writeFile(join(folder, 'servers', A, 'secret.md'), 'no front matter');
    expect(await idsIn(collections, A, 'own')).toEqual(['ferry', 'mine']);
    expect(lines).toEqual([[{ server: A, faults: 1 }, 'reports of a server have faults']]);
  });

  it('answer as before when others have pushed them out of memory', async () => {
    const { collections } = await openServers({ serverMemory: 600_000 });
    const ask = async (server: string, question: string) =>
      (await (await collections.seenIn(server, 'both')).library.answer(question)).kind;
    for (let round = 0; round < 3; round++) {
      expect(await ask(A, 'When did the mine flood?')).toBe('quoted');
      expect(await ask(B, 'When did the mill burn down?')).toBe('quoted');
      expect(await ask(NONE, 'When did the mill burn down?')).toBe('none');
    }
  });

  it('are the shared ones again when the last of its own is gone', async () => {
    const { collections } = await openServers();
    const collection = await collections.collectionOf(B);
    await collection.change([{ id: 'mill' }], '11');
    expect((await collections.seenIn(B, 'both')).library).toBe(collections.shared);
    expect(await idsIn(collections, B, 'own')).toEqual([]);
  });

  it('come into being with the first change, and are served at once', async () => {
    const { collections } = await openServers();
    expect((await collections.seenIn(NONE, 'both')).library).toBe(collections.shared);
    const collection = await collections.collectionOf(NONE);
    await collection.change([{ id: 'dam', text: reportFile('The dam broke in June.') }], '11');
    expect((await collections.seenIn(NONE, 'both')).library).not.toBe(collections.shared);
    expect(await idsIn(collections, NONE, 'both')).toEqual(['dam', 'ferry']);
    expect(await idsIn(collections, A, 'both')).toEqual(['ferry', 'mine']);
  });
});

describe('the content version', () => {
  const versionOf = async (files: Readonly<Record<string, string>>) =>
    (await openCollections(createFolderContent(await createTempFolder(files)))).shared.version;

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
