import { mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageText } from '../../support/message-text.ts';
import type { Fault } from '../fault.ts';
import { insist, type World } from '../world.ts';

const FAILED = /"event":"reload failed"/;
const head = (more: string) => `---\ntitle: Ferry\n${more}---\n\nThe ferry sank.\n`;

/** Each kind of broken report: its name, its content, and what the bot says of it. */
const BROKEN: readonly (readonly [name: string, content: string | Uint8Array, says: string])[] = [
  ['empty.md', '', 'the first line is blank'],
  ['no-front-matter.md', 'The ferry sank.\n', 'the first line is not "---"'],
  ['open-front-matter.md', '---\ntitle: Ferry\n', 'is not closed'],
  ['no-title.md', '---\npublisher: Harbour News\n---\n\nThe ferry sank.\n', 'title is missing'],
  ['no-text.md', '---\ntitle: Ferry\n---\n', 'no text follows the front matter'],
  ['no-yaml.md', head('publisher: [a\n'), 'front matter'],
  ['twice.md', head('title: Ferry\n'), 'title'],
  ['unknown-key.md', head('titel: Ferry\n'), 'did you mean "title"'],
  ['bad-date.md', head('published: June\n'), 'wanted an ISO date'],
  ['bad-address.md', head('url: ftp://ferry\n'), 'url is'],
  ['bad-language.md', head('language: klingon-is-no-tag\n'), 'language is'],
  ['not-utf-8.md', Buffer.concat([Buffer.from(head('')), Buffer.from([0xff, 0xfe, 0x41])]), 'UTF-8'],
  ['null-bytes.md', head('').replace('sank', 's\0nk'), 'NUL character'],
  ['Capital Letters.md', head(''), 'the name is not a report'],
];

/** What `/reload` answers. */
async function reload({ owner }: World): Promise<string> {
  return messageText(await insist(() => owner.command('reload')));
}

/** Puts something into the folder, reloads, wants the bot to refuse it with this sentence, and takes it away. */
async function refuses(
  world: World,
  name: string,
  put: (path: string) => Promise<unknown>,
  says: string,
): Promise<void> {
  const path = join(world.files.data, name);
  await put(path);
  let answer: string;
  try {
    answer = await reload(world);
  } finally {
    await rm(path, { recursive: true });
  }
  if (!answer.replaceAll('\\', '').includes(says))
    throw new Error(`/reload says of ${name}: ${answer}, wanted: ${says}`);
}

/** As `refuses`, and then everything is well again. */
const fileFault = (
  what: string,
  name: string,
  put: (path: string, world: World) => Promise<unknown>,
  says: string,
): Fault => ({
  name: `files: ${what}`,
  log: FAILED,
  async play(world) {
    await refuses(world, name, (path) => put(path, world), says);
    await reloads(world);
  },
});

async function reloads(world: World): Promise<void> {
  const answer = await reload(world);
  if (!answer.includes('Nothing has changed')) throw new Error(`/reload says at the end: ${answer}`);
}

export const fileFaults: readonly Fault[] = [
  {
    name: `files: ${BROKEN.length} kinds of broken report, one after the other`,
    short: true,
    log: FAILED,
    async play(world) {
      for (const [name, content, says] of BROKEN)
        await refuses(world, name, (path) => writeFile(path, content), says);
      await reloads(world);
    },
  },
  fileFault(
    'a report of 3 MiB',
    'large.md',
    async (path) => {
      await writeFile(path, '');
      await truncate(path, 3 * 1024 * 1024);
    },
    'wanted at most 2 MiB',
  ),
  fileFault('a symbolic link to itself', 'loop.md', (path) => symlink(path, path), 'lead in a circle'),
  fileFault(
    'a link out of the folder',
    'out.md',
    async (path, { files }) => {
      await writeFile(files.outside, head(''));
      await symlink(files.outside, path);
    },
    'leads out of the folder',
  ),
  fileFault('a folder named like a report', 'folder.md', (path) => mkdir(path), 'this is not a file'),
];
