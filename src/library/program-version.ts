import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from './report-hash.ts';

const PROJECT = join(import.meta.dirname, '..', '..');

/** The rooms that decide what a report looks like to the index, and the file that pins the libraries they use. */
const ROOMS = ['src/text', 'src/corpus', 'src/search', 'src/library'];
const PINS = 'package.json';

/**
 * A hash of the program that reads reports: its sources, its libraries' versions, and those of Node and of the Unicode
 * data in it. Two programs with one version find the same in a report. Weights are not part of it: they come later.
 *
 * @throws the disk's error when the sources cannot be read
 */
export async function readProgramVersion(project: string = PROJECT): Promise<string> {
  const files = [PINS];
  for (const room of ROOMS) {
    const names = (await readdir(join(project, room), { recursive: true })).filter((name) =>
      name.endsWith('.ts'),
    );
    files.push(...names.map((name) => `${room}/${name}`));
  }
  const sources = await Promise.all(
    files.sort().map(async (file) => `${file} ${sha256(await readFile(join(project, file)))}`),
  );
  const { node, v8, icu = '', unicode = '' } = process.versions;
  return sha256([...sources, node, v8, icu, unicode].join('\n'));
}
