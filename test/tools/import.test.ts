import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { readArticle } from '../../src/import/read-article.ts';
import { openHistory } from '../../src/library/folder/report-history.ts';
import { BY_FOLDER } from '../../src/library/report-history.ts';
import { systemClock } from '../../src/text/clock.ts';
import { importReports } from '../../src/tools/import.ts';
import { usePostgres } from '../support/postgres-server.ts';
import { noPostgres } from '../support/start-postgres.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const PROSE =
  'The ferry sank off Corvo on Monday, and nobody of the forty people on board was hurt when it went down.';

/** Paths are printed without `folder`. */
async function runImport(folder: string, args: readonly string[], input?: string) {
  const { stdout, stderr, code } = await runInProcess(
    (terminal) => importReports(terminal, readArticle),
    ['--out', folder, ...args],
    input,
  );
  return { stdout: stdout.replaceAll(folder, ''), stderr: stderr.replaceAll(folder, ''), code };
}

it('imports every source that can be, says what it left out, and ends with 1 when one cannot', async () => {
  const folder = await createTempFolder({
    'one.txt': `Share\n\nFerry sinks\n\n${PROSE}\n`,
    'two.pdf': 'Not a PDF',
    'three.md': `# Ferry found\n\n${PROSE}\n`,
  });
  const files = ['one.txt', 'two.pdf', 'three.md'].map((name) => join(folder, name));
  const { stdout, stderr, code } = await runImport(folder, [
    '--publisher',
    'Harbour News',
    '--published',
    '2016-07-01',
    ...files,
  ]);
  expect(stdout).toBe(
    '/ferry-sinks.md: Ferry sinks\n  Harbour News · 2016-07-01 · en · 1 paragraph\n' +
      '/ferry-found.md: Ferry found\n  Harbour News · 2016-07-01 · en · 1 paragraph\n',
  );
  expect(stderr).toBe(
    '[1 of 3] /one.txt\n/one.txt: left out of the text\n  line 1: "Share" (a share line)\n' +
      '  line 3: "Ferry sinks" (the title)\n/one.txt: note: url is not known; --url gives it\n' +
      '[2 of 3] /two.pdf\nCannot import "/two.pdf": the PDF is broken\n' +
      '[3 of 3] /three.md\n/three.md: left out of the text\n  line 1: "Ferry found" (the title)\n' +
      '/three.md: note: url is not known; --url gives it\n',
  );
  expect(code).toBe(1);
  expect((await loadCorpus(folder)).reports.map(({ id }) => id)).toEqual(['ferry-found', 'ferry-sinks']);
});

it('makes the folder, and says of an empty file that it is empty', async () => {
  const folder = await createTempFolder({ 'empty.txt': '', 'one.txt': `Ferry sinks\n\n${PROSE}\n` });
  const out = join(folder, 'new', 'reports');
  const { stderr, code } = await runImport(out, [join(folder, 'empty.txt'), join(folder, 'one.txt')]);
  expect(stderr).toContain(`Cannot import ${JSON.stringify(join(folder, 'empty.txt'))}: it is empty\n`);
  expect(code).toBe(1);
  expect((await loadCorpus(out)).reports).toMatchObject([{ title: 'Ferry sinks' }]);
});

it('names the flag that settles what an import asks for', async () => {
  const folder = await createTempFolder({ 'one.txt': `${PROSE}\n` });
  const file = join(folder, 'one.txt');
  // As people run it.
  const program = ['--import', 'tsx', 'src/tools/import.ts', '--out', folder, file];
  await expect(promisify(execFile)(process.execPath, program)).rejects.toMatchObject({
    code: 1,
    stderr: `Cannot import ${JSON.stringify(file)}: no title was found; --title gives one\n`,
  });
});

it('imports standard input, and replaces a report only with --force', async () => {
  const folder = await createTempFolder({ 'ferry-sinks.md': 'Old' });
  const html = `<!doctype html><title>Ferry sinks</title><p>${PROSE}</p>`;
  expect(await runImport(folder, ['-'], html)).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'Cannot import "-": there is a report "ferry-sinks" already; --force replaces it, --id gives the report another name\n',
  });
  expect(await runImport(folder, ['--force', '-'], html)).toMatchObject({ code: 0 });
  // No person of Discord did it, and what was there is kept.
  const [change] = await openHistory(folder, systemClock).list();
  expect(change).toMatchObject({ by: BY_FOLDER, changes: [{ id: 'ferry-sinks', kind: 'changed' }] });
  expect((await loadCorpus(folder)).reports).toMatchObject([{ title: 'Ferry sinks' }]);
});

it('fetches from the own network only when it is allowed to', async () => {
  const server = createServer((_, response) => {
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(`<title>Ferry sinks</title><p>${PROSE}</p>`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/ferry`;
  const folder = await createTempFolder({});
  expect(await runImport(folder, [url])).toEqual({
    stdout: '',
    stderr: `Cannot import "${url}": 127.0.0.1 is not on the public Internet; --allow-private allows it\n`,
    code: 1,
  });
  expect(await runImport(folder, ['--allow-private', url])).toMatchObject({ code: 0 });
  expect((await loadCorpus(folder)).reports).toMatchObject([{ title: 'Ferry sinks', url }]);
});

it.each([
  ['no source', [], 'there is nothing to import, wanted files, web addresses or -'],
  [
    'one title for two sources',
    ['--title', 'Ferry', 'a.txt', 'b.txt'],
    '--title is of one report, and there are 2 sources',
  ],
])('refuses %s', async (_, args, message) => {
  const { stderr, code } = await runImport('data', args);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('    at ');
  expect(code).toBe(2);
});

describe.skipIf(noPostgres)('with DATABASE_URL', () => {
  const server = usePostgres();

  it('an import goes to where all processes of the bot find it, unless a folder is named', async () => {
    const folder = await createTempFolder({ 'one.txt': `Ferry sinks\n\n${PROSE}\n` });
    const [url, file] = [await server.createDatabase(), join(folder, 'one.txt')];
    const run = (args: readonly string[]) =>
      runInProcess((terminal) => importReports(terminal, readArticle), args, '', { DATABASE_URL: url });
    const { stdout, code } = await run([file]);
    expect(stdout).toMatch(/^127\.0\.0\.1:\d+\/test_\d+\/ferry-sinks\.md: Ferry sinks\n/u);
    expect(code).toBe(0);
    expect(await server.query(url, 'SELECT report FROM pilcrow.listing')).toEqual([
      { report: 'ferry-sinks' },
    ]);
    expect((await run([file])).stderr).toContain('there is a report "ferry-sinks" already');
    expect(await run(['--out', folder, file])).toMatchObject({ code: 0 });
    expect((await loadCorpus(folder)).reports).toMatchObject([{ title: 'Ferry sinks' }]);
  });
});
