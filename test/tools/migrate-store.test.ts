import { copyFile, readdir, readFile, truncate } from 'node:fs/promises';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { createFolderContent } from '../../src/library/folder/folder-content.ts';
import { copyStore, type Table, TABLES } from '../../src/store/copy-store.ts';
import { createDatabase, type Database, type Engine, step } from '../../src/store/database.ts';
import { openPostgres } from '../../src/postgres/postgres.ts';
import { createPostgresEngine } from '../../src/store/postgres-engine.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite-engine.ts';
import { migrateStore } from '../../src/tools/migrate-store.ts';
import { createLog } from '../../src/log.ts';
import { systemClock } from '../../src/text/clock.ts';
import { runs } from '../property-runs.ts';
import { emptied, openStoreIn } from '../store/support/store-in.ts';
import { usePostgres } from '../support/postgres-server.ts';
import { noPostgres, PASSWORD } from '../support/start-postgres.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { createTempFolder } from '../support/temp-folder.ts';

type Row = Record<string, string | number>;
const world = { clock: systemClock, log: createLog('silent') };
/** An engine that closes its connections too. */
async function openEngine(url: string): Promise<Engine> {
  const postgres = await openPostgres(url, world);
  return { ...createPostgresEngine(postgres), close: postgres.close };
}
const settings = { publicChannels: 'all', mentions: true, reports: 'own' } as const;

/** Whatever a table could hold: any text without NUL, whole numbers as large as JavaScript has them. */
const text = fc.string({ unit: 'binary', maxLength: 30 }).map((any) => any.replaceAll('\0', ''));
const number = fc.maxSafeNat();
const flag = fc.nat(1);
const rows = (columns: Record<string, fc.Arbitrary<string | number>>, key: readonly string[]) =>
  fc.uniqueArray(fc.record(columns), {
    maxLength: 8,
    selector: (row) => JSON.stringify(key.map((column) => row[column])),
  });
const kept = fc
  .record({
    settings: rows({ server: text, chosen: text }, ['server']),
    vote: rows(
      {
        voter: text,
        answer: text,
        question: text,
        report: text,
        paragraph: number,
        kind: fc.constantFrom('helped', 'wrong'),
        voted: number,
        owner: text,
        seen: flag,
      },
      ['voter'],
    ),
    unanswered: rows(
      { owner: text, question: text, day: number, count: number, last: number, first: number, seen: flag },
      ['owner', 'question', 'day'],
    ),
    alert: rows({ server: text, checked: number, told: number }, ['server']),
  })
  .filter((tables) => Object.values(tables).some((table) => table.length > 0));

const names = ['settings', 'vote', 'unanswered', 'alert'] as const satisfies readonly Table[];
/** All rows, in an order that does not depend on the database. */
async function contents(database: Database): Promise<Record<string, readonly string[]>> {
  const tables = names.map(async (table) => {
    const found = await database.read<Row>({ text: `SELECT * FROM ${table}` });
    const shown = found.map((row) =>
      JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))),
    );
    return [table, shown.toSorted()] as const;
  });
  return Object.fromEntries(await Promise.all(tables));
}
async function fill(database: Database, tables: Record<Table, readonly Row[]>): Promise<void> {
  await database.write(
    names.flatMap((table) =>
      tables[table].map((row) => {
        const columns = Object.keys(row);
        const places = columns.map((_, at) => `?${at + 1}`);
        const sql = `INSERT INTO ${table} (${columns.join()}) VALUES (${places.join()})`;
        return step({ text: sql }, ...Object.values(row));
      }),
    ),
  );
}

/** By path: what each file holds; entries of the history in an order of their own. */
async function filesIn(folder: string): Promise<Record<string, unknown>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.map(async (file) => {
    const text = await readFile(file, 'utf8');
    const { changes, ...entry } = file.endsWith('.json')
      ? changeFile.parse(JSON.parse(text))
      : { changes: [] };
    const byId = changes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    return [relative(folder, file), file.endsWith('.json') ? { ...entry, changes: byId } : text] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
const changeFile = z.looseObject({ changes: z.array(z.looseObject({ id: z.string() })) });

describe.skipIf(noPostgres)('migrate-store', () => {
  const server = usePostgres();
  const emptyDatabase = emptied(server);
  const run = (args: readonly string[], DATABASE_URL: string) =>
    runInProcess(migrateStore, args, '', { DATABASE_URL });

  async function storeFile(): Promise<string> {
    const file = join(await createTempFolder({}), 'store.db');
    const { store } = await openStoreIn(file);
    await store.saveSettings('1', settings);
    await store.keepUnanswered('Who sank?', undefined);
    await store.close();
    return file;
  }

  it('brings everything there and back without loss', async () => {
    await fc.assert(
      fc.asyncProperty(kept, async (tables) => {
        const open = [
          createDatabase(await openSqlite(':memory:', world)),
          createDatabase(await openEngine(await emptyDatabase())),
          createDatabase(await openSqlite(':memory:', world)),
        ] as const;
        const [before, between, after] = open;
        try {
          await fill(before, tables);
          await copyStore(before, between);
          await copyStore(between, after);
          expect(await contents(between)).toEqual(await contents(before));
          expect(await contents(after)).toEqual(await contents(before));
        } finally {
          for (const database of open) await database.close();
        }
      }),
      { numRuns: runs(8) },
    );
  });

  it('knows every column of every table, in both databases', async () => {
    const url = await emptyDatabase();
    for (const engine of [await openSqlite(':memory:', world), await openEngine(url)]) {
      const database = createDatabase(engine);
      onTestFinished(() => database.close());
      // A table without rows would show none.
      const full = kept.filter((tables) => names.every((name) => tables[name].length > 0));
      for (const tables of fc.sample(full, 1)) await fill(database, tables);
      for (const name of names) {
        const [row = {}] = await database.read<Row>({ text: `SELECT * FROM ${name}` });
        expect(Object.keys(row).toSorted()).toEqual(TABLES[name].toSorted());
      }
    }
  });

  it('copies a file into the database and back, says how much, and leaves the source as it is', async () => {
    const [file, url] = [await storeFile(), await emptyDatabase()];
    const { stdout, code } = await run(['to-database', file], url);
    expect(stdout).toMatch(
      /^Copied from ".*store\.db" to "127\.0\.0\.1:\d+\/test_\d+": 1 servers with settings, 0 votes, 1 unanswered/u,
    );
    expect(code).toBe(0);
    const back = join(await createTempFolder({}), 'back.db');
    expect(await run(['to-file', back], url)).toMatchObject({ code: 0, stderr: '' });
    for (const place of [file, url, back]) {
      const { store } = await openStoreIn(place, { clock: systemClock });
      expect(await store.settings('1')).toEqual(settings);
      await store.close();
    }
  });

  it('refuses, in a sentence and without a secret, to copy to where something is kept', async () => {
    const [file, url] = [await storeFile(), await emptyDatabase()];
    await run(['to-database', file], url);
    const again = await run(['to-database', file], url);
    expect(again.stderr).toMatch(
      /^Cannot copy ".*" to ".*": there is something in "127.*" already, wanted a place/u,
    );
    const back = await run(['to-file', file], url);
    expect(back.stderr).toMatch(/: there is something in ".*store\.db" already/u);
    expect([again.code, back.code]).toEqual([1, 1]);
    expect(again.stderr + back.stderr).not.toContain(encodeURIComponent(PASSWORD));
  });

  // A copy, because libsql may write to a file that it has closed, until its statements are collected.
  const damaged = async () => {
    const file = join(await createTempFolder({}), 'damaged.db');
    await copyFile(await storeFile(), file);
    await truncate(file, 6000);
    return file;
  };
  const empty = async () => join(await createTempFolder({ 'empty.db': '' }), 'empty.db');
  it.each([
    ['a file that is missing', async () => '/nowhere.db', 'there is no such file'],
    ['a file that is damaged', damaged, 'it is damaged'],
    ['a file in which nothing is kept', empty, 'nothing is kept in'],
  ])('refuses %s, and leaves it there', async (_, create, why) => {
    const [file, url] = [await create(), await emptyDatabase()];
    const before = await readFile(file).catch(() => undefined);
    const { stderr, code } = await run(['to-database', file], url);
    expect(stderr).toContain(why);
    expect(code).toBe(1);
    // SQLite fills an empty file as it opens it.
    const after = await readFile(file).catch(() => undefined);
    expect(after?.subarray(0, before?.length)).toEqual(before);
  });

  it('brings the reports of all servers there and back, with every byte and what was there before', async () => {
    const report = (text: string) => `---\ntitle: A report\n---\n\n${text}\n`;
    const mine = '100000000000000001';
    const folder = await createTempFolder({
      'data/ferry.md': `\uFEFF${report('The ferry sank.').replaceAll('\n', '\r\n')}`,
      [`data/servers/${mine}/mill.md`]: report('The mill burnt down.'),
    });
    const dir = join(folder, 'data');
    const changed = createFolderContent(dir);
    await changed
      .contentOf(undefined)
      .change([{ id: 'bridge', text: report('Closed.') }, { id: 'ferry' }], '11');
    await changed.contentOf(undefined).change([{ id: 'ferry', text: report('Raised.') }], '12');
    await changed.contentOf(mine).change([{ id: 'mill' }], '13');
    const url = await server.createDatabase();
    const there = await run(['reports-to-database', dir], url);
    expect(there).toMatchObject({ code: 0, stderr: '' });
    expect(there.stdout).toMatch(
      /^Copied from ".*data" to "127.*": 2 reports and 3 changes in 2 collections/u,
    );
    const back = join(folder, 'back');
    expect(await run(['reports-to-folder', back], url)).toMatchObject({ code: 0, stderr: '' });
    expect(await filesIn(back)).toEqual(await filesIn(dir));
    for (const [args, why] of [
      [['reports-to-database', dir], 'there is something in "127'],
      [['reports-to-folder', dir], 'there is something in "/'],
    ] as const) {
      const { stderr, code } = await run(args, url);
      expect(stderr).toContain(why);
      expect(code).toBe(1);
    }
  });

  it.each([
    ['a folder without reports', {}, 'there are no reports in'],
    ['a report that does not load', { 'data/a.md': 'no front matter' }, 'a.md" (line 1)'],
  ])('copies nothing of %s', async (_, files, why) => {
    const [folder, url] = [await createTempFolder(files), await server.createDatabase()];
    const { stderr, code } = await run(['reports-to-database', join(folder, 'data')], url);
    expect(stderr).toContain(why);
    expect(code).toBe(1);
    expect(await server.query(url, 'SELECT FROM pilcrow.collection')).toEqual([]);
  });

  it.each([
    ['no direction', [], 'wanted one of to-database, to-file, reports-to-database'],
    ['another direction', ['sideways'], 'wanted one of to-database'],
    ['too much', ['to-file', 'a', 'b'], 'at most one file'],
    ['no database', ['to-file'], 'DATABASE_URL is empty'],
  ])('is told how it is called: %s', async (_, args, why) => {
    const { stderr, code } = await run(args, '');
    expect(stderr).toContain(why);
    expect(code).toBe(2);
  });
});
