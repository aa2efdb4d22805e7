import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile, copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '..');

/** Lints one planted file in a small copy of the project's folders, and gives what the linter prints. */
async function lintPlanted(folder: string, file: string, source: string): Promise<string> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, source);
  const oxlint = join(project, 'node_modules/.bin/oxlint');
  const output = await promisify(execFile)(oxlint, [file], { cwd: folder }).then(
    ({ stdout }) => stdout,
    (failure: { stdout: string }) => failure.stdout,
  );
  await rm(path);
  return output;
}

describe('the layer rule', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pilcrow-layers-'));
    await copyFile(join(project, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['corpus', 'search', 'src/corpus/planted.ts', '../search/ranker.ts'],
    ['search', 'answer', 'src/search/planted.ts', '../answer/answer.ts'],
    ['answer', 'library', 'src/answer/planted.ts', '../library/library.ts'],
    ['library', 'discord', 'src/library/planted.ts', '../discord/reply.ts'],
    ['library', 'metrics', 'src/library/planted.ts', '../metrics/metrics.ts'],
    ['metrics', 'discord', 'src/metrics/planted.ts', '../discord/reply.ts'],
    ['metrics', 'discord.js', 'src/metrics/planted.ts', 'discord.js'],
    ['discord', 'commands', 'src/discord/planted.ts', '../../commands/index.ts'],
    ['commands', 'tools', 'commands/planted.ts', '../src/tools/ask.ts'],
    ['import', 'search', 'src/import/planted.ts', '../search/ranker.ts'],
    ['import', 'tools', 'src/import/read/planted.ts', '../../tools/run-tool.ts'],
    ['corpus', 'import', 'src/corpus/planted.ts', '../import/convert.ts'],
    ['commands', 'import', 'commands/planted.ts', '../src/import/convert.ts'],
    ['discord', 'import', 'src/discord/planted.ts', '../import/convert.ts'],
    ['library', 'import', 'src/library/planted.ts', '../import/convert.ts'],
    ['answer', 'discord.js', 'src/answer/planted.ts', 'discord.js'],
    ['answer', 'minisearch', 'src/answer/planted.ts', 'minisearch'],
    ['library', 'store', 'src/library/planted.ts', '../store/store.ts'],
    ['store', 'library', 'src/store/planted.ts', '../library/library.ts'],
    ['store', 'discord', 'src/store/planted.ts', '../discord/reply.ts'],
    ['local-discord', 'store', 'src/local-discord/planted.ts', '../store/store.ts'],
    ['tools', 'local-discord', 'src/tools/planted.ts', '../local-discord/server.ts'],
    ['tools/bench', 'discord.js', 'src/tools/bench/planted.ts', 'discord.js'],
    ['local-discord', 'the bot', 'src/local-discord/planted.ts', '../corpus/report.ts'],
    ['local-discord', 'discord.js', 'src/local-discord/planted.ts', 'discord.js'],
  ])('refuses that %s imports %s', async (_, __, file, imported) => {
    const output = await lintPlanted(folder, file, `import { x } from '${imported}';\nexport const y = x;\n`);
    expect(output).toContain('no-restricted-imports');
  });

  it.each([
    ['search', 'corpus', 'src/search/planted.ts', '../corpus/report.ts'],
    ['commands', 'discord', 'commands/planted.ts', '../src/discord/reply.ts'],
    ['discord', 'metrics', 'src/discord/planted.ts', '../metrics/metrics.ts'],
    ['import', 'corpus', 'src/import/read/planted.ts', '../../corpus/report.ts'],
    ['tools', 'import', 'src/tools/planted.ts', '../import/convert.ts'],
    ['discord', 'library', 'src/discord/planted.ts', '../library/library.ts'],
    ['discord', 'store', 'src/discord/planted.ts', '../store/store.ts'],
    ['commands', 'store', 'commands/planted.ts', '../src/store/store.ts'],
    ['tools', 'store', 'src/tools/planted.ts', '../store/store.ts'],
    ['tools/bench', 'local-discord', 'src/tools/bench/planted.ts', '../../local-discord/local-discord.ts'],
    ['tools/bench', 'minisearch', 'src/tools/bench/planted.ts', 'minisearch'],
  ])('allows that %s imports %s', async (_, __, file, imported) => {
    const output = await lintPlanted(folder, file, `import { x } from '${imported}';\nexport const y = x;\n`);
    expect(output).not.toContain('no-restricted-imports');
  });
});
