import { appendFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readProgramVersion } from '../../src/library/hashes.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const project = () =>
  createTempFolder({
    'package.json': '{"dependencies":{"stemmer":"1.0.0"}}',
    'src/corpus/paragraphs.ts': 'export const a = 1;\n',
    'src/text/language.ts': 'export const b = 1;\n',
    'src/search/ranking/weights.json': '{}',
    'src/library/cache.ts': 'export const c = 1;\n',
    'src/render/reply.ts': 'export const d = 1;\n',
  });

it.each([
  ['how texts are read', true, (root: string) => appendFile(join(root, 'src/text/language.ts'), '// new\n')],
  ['how reports are read', true, (root: string) => rm(join(root, 'src/corpus/paragraphs.ts'))],
  ['a library’s version', true, (root: string) => writeFile(join(root, 'package.json'), '{}')],
  ['a new file beside them', true, (root: string) => writeFile(join(root, 'src/search/new.ts'), '')],
  [
    'the weights',
    false,
    (root: string) => writeFile(join(root, 'src/search/ranking/weights.json'), '{"a":1}'),
  ],
  ['how answers look', false, (root: string) => appendFile(join(root, 'src/render/reply.ts'), '// new\n')],
])('a program that differs in %s has another version: %s', async (_, isOther, change) => {
  const root = await project();
  const before = await readProgramVersion(root);
  expect(await readProgramVersion(root)).toBe(before);
  await change(root);
  expect((await readProgramVersion(root)) !== before).toBe(isOther);
});

it('the version of this program can be read', async () => {
  expect(await readProgramVersion()).toMatch(/^[0-9a-f]{64}$/);
});
