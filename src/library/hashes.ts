import { createHash, type Hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../corpus/report.ts';
import type { Task } from '../text/cooperative-task.ts';

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** Code units between two chances for the event loop: a millisecond at most. */
const CHUNK = 65_536;

/**
 * A hash of all that a report says, whatever bytes it was read from: that of its fields as JSON, in order of name.
 * Paragraphs follow from the body: they need no place.
 */
export function* contentHash({ paragraphs: _, ...content }: Report): Task<string> {
  const hash = createHash('sha256');
  const fields = Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [at, [name, value]] of fields.entries()) {
    hash.update(`${at === 0 ? '[' : ','}[${JSON.stringify(name)},`);
    if (typeof value === 'string') yield* hashString(value, hash);
    else hash.update(JSON.stringify(value));
    hash.update(']');
  }
  return hash.update(']').digest('hex');
}

/** A string as JSON, piece by piece. No piece ends inside a surrogate pair. */
function* hashString(text: string, hash: Hash): Task<void> {
  hash.update('"');
  for (let from = 0; from < text.length;) {
    const isInPair = /[\uDC00-\uDFFF]/.test(text.charAt(from + CHUNK));
    const to = from + CHUNK + (isInPair ? 1 : 0);
    hash.update(JSON.stringify(text.slice(from, to)).slice(1, -1));
    from = to;
    yield;
  }
  hash.update('"');
}

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
