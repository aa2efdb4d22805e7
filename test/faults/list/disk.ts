import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { buttonId } from '../../support/find-control.ts';
import { messageText } from '../../support/message-text.ts';
import { type Fault, notBegun } from '../fault.ts';
import { insist, type World } from '../world.ts';

const run = promisify(execFile);

/** From now on no file of this process may grow, as on a disk without room; or they may again. */
const limitFiles = (pid: number, most: '0' | 'unlimited') =>
  run('prlimit', ['--pid', String(pid), `--fsize=${most}:unlimited`]);

async function whileFull(world: World, act: (world: World) => Promise<void>): Promise<void> {
  const { pid } = world.bot;
  await limitFiles(pid, '0');
  try {
    await act(world);
  } finally {
    await limitFiles(pid, 'unlimited');
  }
}

async function whileReadOnly(folder: string, act: () => Promise<void>): Promise<void> {
  await run('chmod', ['-R', 'a-w', folder]);
  try {
    await act();
  } finally {
    await run('chmod', ['-R', 'u+w', folder]);
  }
}

function want(text: string, wanted: string): void {
  if (!text.includes(wanted)) throw new Error(`the bot says: ${text}, wanted: ${wanted}`);
}

async function vote({ member }: World, wanted: string): Promise<void> {
  const answer = await insist(() => member.command('ask', { question: 'Who is Yahya Rasool?' }));
  want(messageText(await insist(() => member.click(answer, buttonId(answer, 'Wrong passage')))), wanted);
}

/** Serves one report more for a moment: what is found in it is to be kept in the cache. */
async function changeReports({ owner, files }: World): Promise<void> {
  const file = join(files.data, 'passing.md');
  const reload = async () => messageText(await insist(() => owner.command('reload')));
  await writeFile(file, `---\ntitle: Passing\n---\n\nThe mill closed at ${performance.now()}.\n`);
  try {
    want(await reload(), 'Reloaded');
  } finally {
    await rm(file);
  }
  want(await reload(), 'Reloaded');
}

/** Adds a report of the server's own, in Discord. */
async function addReport({ owner }: World, wanted: string): Promise<void> {
  const bytes = new TextEncoder().encode('---\ntitle: Mill burns down\n---\n\nThe mill burnt down.\n');
  const added = await insist(() => owner.command('reports add', { file: { name: 'mill.md', bytes } }));
  want(messageText(added), wanted);
}

const NOT_KEPT = /"event":"question not kept"/;
const CACHE = /"event":"cache: entries cannot be written/;
const NO_REPORT = /"event":"reports cannot be changed"/;

// `prlimit` is a program of Linux.
const fullDisk: readonly Fault[] =
  process.platform === 'linux'
    ? [
        {
          name: 'disk: full, for the store',
          short: true,
          log: NOT_KEPT,
          play: (world) =>
            whileFull(world, async (full) => {
              await insist(() => full.member.command('ask', { question: 'Which zebra sold llamas?' }));
              await vote(full, 'This could not be stored');
            }),
        },
        { name: 'disk: full, for the cache', log: CACHE, play: (world) => whileFull(world, changeReports) },
        {
          name: 'disk: full, for reports added in Discord',
          log: NO_REPORT,
          play: (world) => whileFull(world, (full) => addReport(full, 'cannot be kept')),
        },
      ]
    : [];

export const diskFaults: readonly Fault[] = [
  ...fullDisk,
  {
    name: 'disk: read-only, for the store, at a start; it is started again',
    log: /Cannot open the store .*/,
    mayLose: notBegun,
    async play({ bot, files, launch, startBot }) {
      const cutAt = performance.now();
      bot.kill('SIGTERM');
      await bot.exited;
      await whileReadOnly(dirname(files.store), async () => {
        const exitCode = await (await launch()).exited;
        if (exitCode !== 1) throw new Error(`the bot ended with ${exitCode}, wanted 1`);
      });
      await startBot();
      return { cutAt };
    },
  },
  {
    name: 'disk: read-only, for the cache',
    log: CACHE,
    play: (world) => whileReadOnly(world.files.cache, () => changeReports(world)),
  },
  {
    name: 'disk: read-only, for reports added in Discord',
    short: true,
    log: NO_REPORT,
    play: (world) => whileReadOnly(world.files.data, () => addReport(world, 'may not write there')),
  },
];
