import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../corpus/report.ts';

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** A hash of all that a report says, whatever bytes it was read from. Paragraphs follow from the body: they need no place. */
export const contentHash = ({ paragraphs: _, ...content }: Report): string =>
  sha256(JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1))));

const PROJECT = join(import.meta.dirname, '..', '..');

/** The folders that decide what a report looks like to the index, and the file that pins the packages they use. */
const FOLDERS = ['src/text', 'src/corpus', 'src/search', 'src/library'];
const PINS = 'package.json';

/**
 * A hash of the program that reads reports: its sources, its packages' versions, and those of Node and of the Unicode
 * data in it. Two programs with one version find the same in a report. Weights are not part of it: they come later.
 *
 * @throws the disk's error when the sources cannot be read
 */
export async function readProgramVersion(project: string = PROJECT): Promise<string> {
  const files = [PINS];
  for (const folder of FOLDERS) {
    const names = (await readdir(join(project, folder), { recursive: true })).filter((name) =>
      name.endsWith('.ts'),
    );
    files.push(...names.map((name) => `${folder}/${name}`));
  }
  const sources = await Promise.all(
    files.sort().map(async (file) => `${file} ${sha256(await readFile(join(project, file)))}`),
  );
  const { node, v8, icu = '', unicode = '' } = process.versions;
  return sha256([...sources, node, v8, icu, unicode].join('\n'));
}
