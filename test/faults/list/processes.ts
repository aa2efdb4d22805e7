import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedRequest } from 'local-discord';
import { loadSqlite } from '../../../src/store/sqlite/sqlite.ts';
import { buttonId, labelsOf } from '../../support/find-control.ts';
import { cutOff, type Fault, notBegun } from '../fault.ts';
import { insist, type World } from '../world.ts';

const CALLBACK = { method: 'POST', path: /\/callback$/ } as const;
/** Answers in flight at the signal. */
const HELD = 10;
/** Reports that are put in before a process is killed: what is found in each goes into the cache. */
const PUT_IN = 30;
/** An entry of the cache that was being written. */
const DRAFT = /\.analysis\.\d+$/u;
/** Milliseconds from the order to reload until the kill: in the middle of it. */
const INTO_RELOAD = 30;

async function vote({ member }: World): Promise<void> {
  const answer = await insist(() => member.command('ask', { question: 'Who is Yahya Rasool?' }));
  const voted = labelsOf(await insist(() => member.click(answer, buttonId(answer, 'Wrong passage'))));
  if (!voted.some((label) => label.includes('Wrong passage · 1')))
    throw new Error(`the buttons after a vote: ${voted.join(', ')}`);
}

/** Throws when the store is damaged, or has no vote that was given since then, in milliseconds since 1970. */
function checkStore(file: string, since: number): void {
  const database = new (loadSqlite())(file);
  try {
    const check = database.prepare<{ integrity_check: string }>('PRAGMA integrity_check').get();
    if (check?.integrity_check !== 'ok') throw new Error(`the store is damaged: ${check?.integrity_check}`);
    if (database.prepare('SELECT 1 FROM vote WHERE voted >= ?').get(since) === undefined)
      throw new Error('a vote that was confirmed is not in the store');
  } finally {
    database.close();
  }
}

async function killWhileWriting(world: World): Promise<{ readonly cutAt: number }> {
  const { bot, files, owner } = world;
  const since = Date.now();
  await vote(world);
  const names = Array.from({ length: PUT_IN }, (_, at) => join(files.data, `put-in-${at}.md`));
  for (const name of names) await writeFile(name, `---\ntitle: Mill\n---\n\nThe mill ${name} closed.\n`);
  let cutAt: number;
  try {
    bot.kill('SIGHUP');
    await sleep(INTO_RELOAD);
    cutAt = performance.now();
    bot.kill('SIGKILL');
    await bot.exited;
    checkStore(files.store, since);
    const next = await world.startBot();
    if (/set aside|damaged/.test(next.output())) throw new Error(`after the kill: ${next.output()}`);
  } finally {
    for (const name of names) await rm(name);
  }
  await insist(() => owner.command('reload'));
  const drafts = (await readdir(files.cache, { recursive: true })).filter((name) => DRAFT.test(name));
  if (drafts.length > 0) throw new Error(`left in the cache: ${drafts.join(', ')}`);
  return { cutAt };
}

async function stopInFlight({ discord, bot, startBot }: World): Promise<{ readonly cutAt: number }> {
  let release = () => {};
  const until = new Promise<void>((resolve) => (release = resolve));
  discord.faults.rest.plan(CALLBACK, { kind: 'delay', until }, Infinity);
  const since = Date.now();
  const isHeld = ({ path, at }: RecordedRequest) => at >= since && CALLBACK.path.test(path);
  while (discord.requests.filter(isHeld).length < HELD) await sleep(10);
  const from = bot.output().length;
  const cutAt = performance.now();
  bot.kill('SIGTERM');
  await bot.printed(/"event":"stopping"/, from);
  release();
  const exitCode = await bot.exited;
  if (exitCode !== 0) throw new Error(`the bot ended with ${exitCode}, wanted 0`);
  await startBot();
  return { cutAt };
}

export const processFaults: readonly Fault[] = [
  {
    name: 'processes: kill -9 while the store and the cache are written; it is started again',
    short: true,
    log: /"event":"connected"/,
    mayLose: cutOff,
    play: killWhileWriting,
  },
  {
    name: 'processes: two on one shard',
    log: /"event":"answered already"/,
    async play({ startAnother, seconds }) {
      const second = await startAnother();
      await sleep(1000 * seconds);
      await second.stop();
    },
  },
  {
    name: 'processes: SIGTERM with answers in flight; it is started again',
    short: true,
    log: /"event":"stopped"/,
    mayLose: notBegun,
    play: stopInFlight,
  },
];
