import { chmod, readdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadSqlite } from '../../src/store/sqlite/sqlite.ts';
import { StoreError } from '../../src/store-error.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { openStoreIn } from './support/store-in.ts';

const PERSON = '323456789012345678';
const settings = { publicChannels: 'all', mentions: true, reports: 'both' } as const;
const voteOn = (question: string) =>
  ({
    personId: PERSON,
    answer: 'a',
    question,
    report: 'ferry',
    paragraph: 1,
    kind: 'wrong',
    owner: undefined,
  }) as const;

const connect = (file: string) => {
  const database = new (loadSqlite())(file);
  onTestFinished(() => void database.close());
  return database;
};

/** Everything in the folder, as one string of bytes. */
async function bytesIn(folder: string): Promise<string> {
  const names = await readdir(folder);
  const files = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')));
  return files.join('');
}

async function openHere(file: string, options: Parameters<typeof openStoreIn>[1] = {}) {
  const opened = await openStoreIn(file, options);
  onTestFinished(() => opened.store.close());
  return opened;
}

describe('the file of a store', () => {
  it('brings everything back after a restart', async () => {
    const file = join(await createTempFolder({}), 'store.db');
    const { store: before } = await openHere(file);
    await before.saveSettings('1', settings);
    await before.vote(voteOn('Wrong?'));
    await before.keepUnanswered('Who?', undefined);
    await before.close();
    const { store } = await openHere(file);
    expect(await store.settings('1')).toEqual(settings);
    expect(await store.voteOf(PERSON, 'a')).toBe('wrong');
    expect(await store.gaps(undefined)).toHaveLength(2);
  });

  it('knows nobody any more under another key, but still counts', async () => {
    const file = join(await createTempFolder({}), 'store.db');
    const { store: before } = await openHere(file);
    await before.vote(voteOn('Wrong?'));
    await before.close();
    const { store } = await openHere(file, { key: 'another key for tests' });
    expect(await store.voteOf(PERSON, 'a')).toBeUndefined();
    expect(await store.votesOn('a')).toEqual({ helped: 0, wrong: 1 });
  });

  it('never holds who voted, or was mentioned', async () => {
    const folder = await createTempFolder({});
    const { store } = await openHere(join(folder, 'store.db'));
    await store.vote(voteOn(`Is <@${PERSON}> Planted?`));
    await store.keepUnanswered(`Who is ${PERSON}, Planted?`, undefined);
    const bytes = await bytesIn(folder);
    expect(bytes).toContain('Planted');
    expect(bytes).not.toContain(PERSON);
  });

  it.each([
    [
      'dismissed',
      async ({ store }: Awaited<ReturnType<typeof openHere>>) =>
        store.dismiss(await store.gaps(undefined), undefined),
    ],
    [
      'too old',
      async ({ store, clock }: Awaited<ReturnType<typeof openHere>>) => {
        clock.advance(31 * 86_400_000);
        // Writes are done in order: what was asked last shows that the purge is over.
        await store.saveSettings('1', settings);
        await new Promise(setImmediate);
      },
    ],
  ])('holds no byte of questions that are %s', async (_, forget) => {
    const folder = await createTempFolder({});
    const opened = await openHere(join(folder, 'store.db'));
    const questions = Array.from({ length: 500 }, (_, n) => `Planted ${'x'.repeat(n % 250)} ${n}?`);
    await Promise.all(questions.map((question) => opened.store.keepUnanswered(question, undefined)));
    await Promise.all(
      questions.map((question, n) => opened.store.vote({ ...voteOn(question), answer: `${n}` })),
    );
    expect(await bytesIn(folder)).toContain('Planted');
    await forget(opened);
    expect(await bytesIn(folder)).not.toContain('Planted');
  });

  it.each([
    ['a few bytes', async (file: string) => writeFile(file, 'SQLite format 3\0 and so on')],
    ['cut off', async (file: string) => truncate(file, Math.floor((await stat(file)).size / 2))],
    [
      'overwritten in the middle',
      async (file: string) => {
        const bytes = await readFile(file);
        await writeFile(file, bytes.fill('?', 4096, bytes.length));
      },
    ],
  ])('is set aside when it is damaged: %s', async (_, damage) => {
    const folder = await createTempFolder({});
    const file = join(folder, 'store.db');
    const { store: before } = await openHere(file);
    await before.saveSettings('1', settings);
    await before.close();
    await damage(file);
    const damaged = await readFile(file);
    const { store, logged } = await openHere(file);
    const aside = (await readdir(folder)).find((name) => /^store\.db\.damaged-[\dTZ.-]+$/.test(name));
    expect(await readFile(join(folder, aside ?? 'none'))).toEqual(damaged);
    expect(logged.map((line): unknown => JSON.parse(line))).toMatchObject([
      { level: 'error', file, setAside: join(folder, aside ?? 'none') },
    ]);
    expect(await store.settings('1')).toBeUndefined();
    await store.saveSettings('1', settings);
    expect(await store.settings('1')).toEqual(settings);
  });

  it('may be empty', async () => {
    const folder = await createTempFolder({ 'store.db': '' });
    const { store, logged } = await openHere(join(folder, 'store.db'));
    await store.saveSettings('1', settings);
    expect(logged).toEqual([]);
  });

  it('is left as it is when it belongs to another program', async () => {
    const folder = await createTempFolder({});
    const file = join(folder, 'theirs.db');
    const theirs = new (loadSqlite())(file);
    theirs.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (a)');
    theirs.close();
    const names = await readdir(folder);
    const bytes = await readFile(file);
    await expect(openStoreIn(file)).rejects.toThrow(`"${file}": it is a database of another program`);
    expect(await readFile(file)).toEqual(bytes);
    expect(await readdir(folder)).toEqual(names);
  });

  it('is left as it is when a newer Pilcrow wrote it', async () => {
    const file = join(await createTempFolder({}), 'store.db');
    const { store } = await openHere(file);
    await store.saveSettings('1', settings);
    await store.close();
    const newer = connect(file);
    newer.exec('PRAGMA user_version = 99');
    const error = await openStoreIn(file).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toHaveProperty('message', expect.stringContaining('its version is 99, wanted at most 3'));
    expect(newer.prepare('SELECT * FROM settings').all()).toHaveLength(1);
  });

  it.each([
    ['a text', 'Dear diary, '.repeat(1000)],
    ['a few bytes', 'SQLite'],
    ['a database of an older SQLite', '** This file contains an SQLite 2.1 database **'.padEnd(4096)],
    ['zeros', '\0'.repeat(4096)],
    ['a newline', '\n'],
  ])('is left as it is when it is no database: %s', async (_, content) => {
    const folder = await createTempFolder({ 'notes.txt': content });
    const file = join(folder, 'notes.txt');
    await expect(openStoreIn(file)).rejects.toThrow(
      `Cannot open the store "${file}": it is no SQLite database, wanted a new file or one of Pilcrow's`,
    );
    expect(await readdir(folder)).toEqual(['notes.txt']);
    expect(await readFile(file, 'utf8')).toBe(content);
  });

  it('is refused in a sentence where it cannot be a file', async () => {
    const folder = await createTempFolder({ file: 'x' });
    const circle = join(folder, 'circle');
    await symlink(circle, circle);
    for (const [path, why] of [
      [folder, "it is a folder, wanted a new file or one of Pilcrow's"],
      [
        join(folder, 'file', 'store.db'),
        'a file is where a folder was wanted, wanted a file and folder that',
      ],
      [join(folder, 'file', 'deeper', 'store.db'), 'a part of that path is a file, wanted a file and folder'],
      [circle, 'its symbolic links lead in a circle, wanted a file and folder that the bot may write to'],
    ] as const)
      await expect(openStoreIn(path)).rejects.toThrow(`Cannot open the store "${path}": ${why}`);
  });

  it.skipIf(process.platform === 'win32')('may not be a device', async () => {
    for (const device of ['/dev/null', '/dev/zero'])
      await expect(openStoreIn(device)).rejects.toThrow(`"${device}": it is a device, wanted a new file`);
  });

  // Nothing is read-only for root.
  it.skipIf(process.getuid?.() === 0)('may not be read-only', async () => {
    const file = join(await createTempFolder({}), 'store.db');
    const { store } = await openHere(file);
    await store.close();
    await chmod(file, 0o444);
    await expect(openStoreIn(file)).rejects.toThrow(`Cannot open the store "${file}": it is read-only`);
  });

  it('waits for the write of another program, and lets everything else go on meanwhile', async () => {
    const file = join(await createTempFolder({}), 'store.db');
    const { store } = await openHere(file);
    const other = connect(file);
    other.exec('BEGIN IMMEDIATE');
    const written = store.keepUnanswered('Waited?', undefined);
    for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
    expect(await store.gaps(undefined)).toEqual([]);
    other.exec('ROLLBACK');
    await written;
    expect(await store.gaps(undefined)).toMatchObject([{ question: 'Waited?' }]);
  });

  it('takes writes again after one that failed, of which nothing is kept', async () => {
    const file = join(await createTempFolder({}), 'store.db');
    const { store } = await openHere(file, { patience: 100 });
    const other = connect(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.keepUnanswered('Lost?', undefined)).rejects.toThrow(
      `Cannot write to the store "${file}": another program keeps it locked`,
    );
    other.exec('ROLLBACK');
    await store.keepUnanswered('Kept?', undefined);
    expect(await store.gaps(undefined)).toMatchObject([{ question: 'Kept?' }]);
  });
});
