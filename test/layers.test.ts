import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const project = resolve(import.meta.dirname, '..');

/** A file with an import from there. */
type Row = readonly [from: string, to: string, file: string, imported: string];

const REFUSED: readonly Row[] = [
  ['text', 'corpus', 'src/text/planted.ts', '../corpus/report.ts'],
  ['text', 'minisearch', 'src/text/planted.ts', 'minisearch'],
  ['corpus', 'search', 'src/corpus/planted.ts', '../search/ranking/ranker.ts'],
  ['corpus', 'import', 'src/corpus/planted.ts', '../import/convert.ts'],
  ['search', 'answer', 'src/search/ranking/planted.ts', '../../answer/answer.ts'],
  ['search', 'attribution', 'src/search/planted.ts', '../attribution/find-statements.ts'],
  ['search', 'stemmers', 'src/search/planted.ts', 'snowball-stemmers'],
  ['quotation', 'search', 'src/quotation/planted.ts', '../search/ranking/ranker.ts'],
  ['attribution', 'quotation', 'src/attribution/people/planted.ts', '../../quotation/check-quotation.ts'],
  ['answer', 'library', 'src/answer/planted.ts', '../library/library.ts'],
  ['answer', 'discord.js', 'src/answer/planted.ts', 'discord.js'],
  ['answer', 'minisearch', 'src/answer/planted.ts', 'minisearch'],
  ['library', 'OpenSearch', 'src/library/planted.ts', '@opensearch-project/opensearch'],
  ['library', 'render', 'src/library/planted.ts', '../render/reply.ts'],
  ['library', 'metrics', 'src/library/planted.ts', '../metrics/metrics.ts'],
  ['library', 'import', 'src/library/planted.ts', '../import/convert.ts'],
  ['library', 'store', 'src/library/planted.ts', '../store/store.ts'],
  ['i18n', 'library', 'src/i18n/planted.ts', '../library/library.ts'],
  ['metrics', 'discord', 'src/metrics/planted.ts', '../discord/respond.ts'],
  ['metrics', 'discord.js', 'src/metrics/planted.ts', 'discord.js'],
  ['postgres', 'store', 'src/postgres/planted.ts', '../store/store.ts'],
  ['store', 'library', 'src/store/planted.ts', '../library/library.ts'],
  ['store', 'discord', 'src/store/planted.ts', '../discord/respond.ts'],
  ['render', 'discord', 'src/render/planted.ts', '../discord/respond.ts'],
  ['render', 'discord.js', 'src/render/quote/planted.ts', 'discord.js'],
  ['render', 'commands', 'src/render/planted.ts', '../../commands/index.ts'],
  ['discord', 'commands', 'src/discord/planted.ts', '../../commands/index.ts'],
  ['commands', 'tools', 'commands/planted.ts', '../src/tools/ask.ts'],
  ['commands', 'import', 'commands/planted.ts', '../src/import/convert.ts'],
  ['import', 'search', 'src/import/planted.ts', '../search/ranking/ranker.ts'],
  ['import', 'tools', 'src/import/read/planted.ts', '../../tools/run-tool.ts'],
  ['tools', 'local-discord', 'src/tools/planted.ts', 'local-discord'],
  ['tools', 'a part of local-discord', 'src/tools/planted.ts', 'local-discord/page'],
  ['tools', 'a file of local-discord', 'src/tools/planted.ts', '../local-discord/src/local-discord.ts'],
  ['render', 'local-discord', 'src/render/planted.ts', 'local-discord'],
  ['bench', 'discord.js', 'test/bench/planted.ts', 'discord.js'],
  ['local-discord', 'store', 'src/local-discord/src/planted.ts', '../../store/store.ts'],
  ['local-discord', 'the bot', 'src/local-discord/src/planted.ts', '../../corpus/report.ts'],
  ['local-discord', 'discord.js', 'src/local-discord/src/planted.ts', 'discord.js'],
  ['local-discord’s tests', 'the bot', 'src/local-discord/test/planted.ts', '../../corpus/report.ts'],
  [
    'local-discord’s tests',
    'the bot’s test support',
    'src/local-discord/test/planted.ts',
    '../../../test/support/report.ts',
  ],
];

const ALLOWED: readonly Row[] = [
  ['corpus', 'text', 'src/corpus/planted.ts', '../text/span.ts'],
  ['search', 'corpus', 'src/search/index/planted.ts', '../../corpus/report.ts'],
  ['search', 'minisearch', 'src/search/index/planted.ts', 'minisearch'],
  ['search', 'OpenSearch', 'src/search/opensearch/planted.ts', '@opensearch-project/opensearch'],
  ['text', 'stemmers', 'src/text/planted.ts', 'snowball-stemmers'],
  ['answer', 'quotation', 'src/answer/planted.ts', '../quotation/check-quotation.ts'],
  ['render', 'library', 'src/render/planted.ts', '../library/library.ts'],
  ['render', 'i18n', 'src/render/planted.ts', '../i18n/wording.ts'],
  ['discord', 'render', 'src/discord/planted.ts', '../render/reply.ts'],
  ['discord', 'metrics', 'src/discord/planted.ts', '../metrics/metrics.ts'],
  ['discord', 'library', 'src/discord/planted.ts', '../library/library.ts'],
  ['discord', 'store', 'src/discord/planted.ts', '../store/store.ts'],
  ['commands', 'discord', 'commands/planted.ts', '../src/discord/command.ts'],
  ['commands', 'store', 'commands/planted.ts', '../src/store/store.ts'],
  ['import', 'corpus', 'src/import/read/planted.ts', '../../corpus/report.ts'],
  ['tools', 'import', 'src/tools/planted.ts', '../import/convert.ts'],
  ['tools', 'store', 'src/tools/planted.ts', '../store/store.ts'],
  ['store', 'postgres', 'src/store/planted.ts', '../postgres/postgres.ts'],
  ['library', 'postgres', 'src/library/planted.ts', '../postgres/postgres.ts'],
  ['bench', 'local-discord', 'test/bench/planted.ts', 'local-discord'],
  ['bench', 'minisearch', 'test/bench/planted.ts', 'minisearch'],
];

const printed = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) });

/**
 * Plants the files of all rows in a small copy of the project, each under a name of its own, and lints it once. Gives the
 * codes of what the linter says of a row's file.
 */
async function lintPlanted(rows: readonly Row[]): Promise<(row: Row) => readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pilcrow-layers-'));
  await copyFile(join(project, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
  const keys = rows.map(String);
  const nameOf = (row: Row): string => row[2].replace('planted', `planted-${keys.indexOf(String(row))}`);
  for (const row of rows) {
    const path = join(folder, nameOf(row));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `import { x } from '${row[3]}';\nexport const y = x;\n`);
  }
  const oxlint = join(project, 'node_modules/.bin/oxlint');
  const output = await new Promise<string>((resolve) => {
    // It ends with 1, as there are faults.
    execFile(oxlint, ['--format', 'json'], { cwd: folder }, (_error, stdout) => resolve(stdout));
  });
  await rm(folder, { recursive: true });
  const { diagnostics } = printed.parse(JSON.parse(output));
  return (row) => diagnostics.filter(({ filename }) => filename === nameOf(row)).map(({ code }) => code);
}

describe('the layer rule', () => {
  const RULE = 'eslint(no-restricted-imports)';
  let codesFor: Awaited<ReturnType<typeof lintPlanted>>;
  beforeAll(async () => {
    codesFor = await lintPlanted([...REFUSED, ...ALLOWED]);
  });

  it.each(REFUSED)('refuses that %s imports %s', (...row) => {
    expect(codesFor(row)).toContain(RULE);
  });

  it.each(ALLOWED)('allows that %s imports %s', (...row) => {
    expect(codesFor(row)).not.toContain(RULE);
  });
});
