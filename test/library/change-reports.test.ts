import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ChangeError, type ReportEdit } from '../../src/library/change-reports.ts';
import { changeFiles } from '../../src/library/folder/change-files.ts';
import { HISTORY_FOLDER, openHistory } from '../../src/library/folder/report-history.ts';
import { systemClock } from '../../src/text/clock.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const run = promisify(execFile);
const report = (text: string) => `---\ntitle: A report\n---\n\n${text}\n`;
const change = (folder: string, ...edits: readonly ReportEdit[]) =>
  changeFiles(folder, edits, '1', openHistory(folder, systemClock));
const namesIn = async (folder: string) => (await readdir(folder)).filter((name) => name !== HISTORY_FOLDER);
const textOf = (folder: string, id: string) => readFile(join(folder, `${id}.md`), 'utf8');

describe('changeFiles()', () => {
  it('writes one file and leaves nothing beside it', async () => {
    const folder = await createTempFolder({});
    const { changes } = await change(folder, { id: 'ferry', text: report('New') });
    expect(changes).toMatchObject([{ id: 'ferry', title: 'A report', kind: 'added' }]);
    expect(await namesIn(folder)).toEqual(['ferry.md']);
    expect(await textOf(folder, 'ferry')).toBe(report('New'));
  });

  it('makes the folder, and those above it', async () => {
    const folder = join(await createTempFolder({}), 'servers', '7');
    await change(folder, { id: 'ferry', text: report('New') });
    expect(await textOf(folder, 'ferry')).toBe(report('New'));
  });

  it('replaces a report unless it is said to be new', async () => {
    const folder = await createTempFolder({ 'ferry.md': report('Old') });
    const text = report('New');
    await expect(change(folder, { id: 'ferry', text, isNew: true })).rejects.toMatchObject({
      name: 'ChangeError',
      message: 'there is a report "ferry" already',
      isExisting: true,
    });
    expect(await textOf(folder, 'ferry')).toBe(report('Old'));
    await change(folder, { id: 'ferry', text });
    expect(await textOf(folder, 'ferry')).toBe(text);
    expect(await namesIn(folder)).toEqual(['ferry.md']);
  });

  it('does nothing, and notes nothing, where nothing is to change', async () => {
    const folder = await createTempFolder({ 'ferry.md': report('Old') });
    expect((await change(folder, { id: 'ferry', text: report('Old') })).changes).toEqual([]);
    expect(await readdir(folder)).toEqual(['ferry.md']);
  });

  it('refuses a symbolic link, and leaves what it leads to', async () => {
    const outside = await createTempFolder({ 'secret.md': 'Secret' });
    const folder = await createTempFolder({});
    await symlink(join(outside, 'secret.md'), join(folder, 'ferry.md'));
    for (const edit of [{ id: 'ferry', text: report('New') }, { id: 'ferry' }])
      await expect(change(folder, edit)).rejects.toThrow('is a symbolic link');
    expect(await readFile(join(outside, 'secret.md'), 'utf8')).toBe('Secret');
  });

  it('does all edits or none', async () => {
    const folder = await createTempFolder({ 'ferry.md': report('Old') });
    await mkdir(join(folder, 'bridge.md'));
    const edits = [
      { id: 'ferry', text: report('New') },
      { id: 'bridge', text: report('New') },
    ];
    await expect(change(folder, ...edits)).rejects.toThrow(ChangeError);
    expect(await textOf(folder, 'ferry')).toBe(report('Old'));
    expect(await openHistory(folder, systemClock).list()).toEqual([]);
  });

  it('can be undone as if nothing had been done', async () => {
    const folder = await createTempFolder({ 'ferry.md': report('Old') });
    const { undo } = await change(
      folder,
      { id: 'ferry', text: report('New') },
      { id: 'bridge', text: report('A bridge') },
    );
    await undo();
    expect(await namesIn(folder)).toEqual(['ferry.md']);
    expect(await textOf(folder, 'ferry')).toBe(report('Old'));
    expect(await openHistory(folder, systemClock).list()).toEqual([]);
  });

  it.each([
    ['is a file', 'file', 'a part of that path is a file'],
    ['is below a file', 'file/below', 'a part of that path is a file'],
  ])('says that the folder %s', async (_, name, why) => {
    const folder = join(await createTempFolder({ file: '' }), name);
    await expect(change(folder, { id: 'a', text: report('New') })).rejects.toThrow(why);
  });
});

/** Files of 16 KiB and no larger, which is how a disk without room looks to who writes more than that. */
const LITTLE = 'ulimit -f 32; exec "$0" --import tsx test/support/change-with-little-disk.ts "$1"';

it('a change for which the disk has no room leaves the folder and what is served as they were', async () => {
  const [small, large] = [report('Small.'), report('Large. '.repeat(5000))];
  const rows: readonly (readonly [string, Record<string, string>, readonly ReportEdit[], string])[] = [
    ['a new report', {}, [{ id: 'bridge', text: large }], '"bridge.md" cannot be written'],
    ['one in place of another', {}, [{ id: 'ferry', text: large }], '"ferry.md" cannot be written'],
    [
      'the second of two',
      {},
      [
        { id: 'ferry', text: report('Changed.') },
        { id: 'bridge', text: large },
      ],
      '"bridge.md" cannot be written',
    ],
    [
      'a removal, and a large one',
      { 'mill.md': small },
      [{ id: 'mill' }, { id: 'bridge', text: large }],
      '"bridge.md" cannot be written',
    ],
    [
      'what it replaces',
      { 'mill.md': large },
      [{ id: 'mill', text: small }],
      'the history cannot be written',
    ],
    ['what it removes', { 'mill.md': large }, [{ id: 'mill' }], 'the history cannot be written'],
  ];
  const cases = await Promise.all(
    rows.map(async ([, files, edits]) => {
      const folder = await createTempFolder({ 'ferry.md': small, ...files });
      return { folder, edits };
    }),
  );
  const list = await createTempFolder({ 'cases.json': JSON.stringify(cases) });
  const { stdout } = await run('sh', ['-c', LITTLE, process.execPath, join(list, 'cases.json')]);
  const why = (what: string) => `ChangeError: ${what}: this account may write no file of that size`;
  expect(JSON.parse(stdout)).toEqual(rows.map(([, , , what]) => ({ why: why(what), isAsBefore: true })));
  for (const [at, [name, files]] of rows.entries()) {
    const { folder = '' } = cases[at] ?? {};
    const found = await readdir(folder, { recursive: true });
    expect([name, ...found.toSorted()]).toEqual([
      name,
      '.history',
      ...['ferry.md', ...Object.keys(files)].sort(),
    ]);
    expect(await textOf(folder, 'ferry')).toBe(small);
  }
});
