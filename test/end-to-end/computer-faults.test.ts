import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { startLocalDiscord } from 'local-discord';
import { createRest, publishCommands } from '../../src/discord/publish-commands.ts';
import { commands } from '../../commands/index.ts';
import { buttonId } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { startProcess } from '../support/process.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { useRunningBot } from '../support/use-running-bot.ts';

const UNANSWERED = { question: 'Which zebra won?' };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WHO = { question: 'Who is Yahya Rasool?' };

describe.each([
  ['forward by an hour', HOUR],
  ['back by an hour', -HOUR],
  ['forward by a day', DAY],
  ['back by a day', -DAY],
])('when the clock jumps %s', (_, jump) => {
  const running = useRunningBot('test', () => ({ questionLimits: { perPerson: 2, perServer: 0 } }));
  const { as } = running;
  // Timers keep their pace, as those of a computer do, and so does the clock between its jumps.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true }));
  afterEach(() => void vi.useRealTimers());

  it('the connection stays, and nothing is taken for too old to answer', async () => {
    const { bot } = running;
    const ask = async () => messageText(await as('member').command('sources').response());
    await ask();
    const known = bot.events.length;
    vi.setSystemTime(Date.now() + jump);
    // Longer than the longest age at which anything is answered.
    for (const end = performance.now() + 2700; performance.now() < end; await sleep(100))
      expect(await ask()).toContain('reports');
    expect(bot.events.slice(known)).toEqual([]);
  });

  it('questions are answered, votes and gaps are kept, and durations stay true', async () => {
    const { bot } = running;
    const [mira, adam] = [as('member'), as('admin')];
    await mira.command('ask', UNANSWERED).response();
    vi.setSystemTime(Date.now() + jump);
    const answer = await mira.command('ask', WHO).response();
    expect(messageText(answer)).toContain('Yahya Rasool');
    await adam.click(answer, buttonId(answer, 'Wrong passage')).response();
    await adam.command('ask', UNANSWERED).response();

    const counted = () => bot.lines.filter(({ event }) => event === 'question');
    // A question is counted, and kept, after its answer was sent.
    await expect.poll(counted).toHaveLength(3);
    const gaps = messageText(await as('owner').command('gaps').response());
    expect(gaps).toContain(`${UNANSWERED.question}\n-# not answered, 2 times`);
    expect(gaps).toContain('marked wrong by 1 person');
    for (const { milliseconds } of counted()) {
      expect(milliseconds).toBeGreaterThanOrEqual(0);
      expect(milliseconds).toBeLessThan(10_000);
    }
    expect(bot.lines.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
  });

  it('a question is still completed from the one before', async () => {
    const mira = as('member');
    await mira.command('ask', WHO).response();
    vi.setSystemTime(Date.now() + jump);
    const answer = await mira.command('ask', { question: 'And what did he say?' }).response();
    expect(messageText(answer)).toContain('What did Yahya Rasool say?');
  });

  it('nobody is told to wait longer than the minute that the limit is for', async () => {
    const mira = as('member');
    await mira.command('ask', WHO).response();
    vi.setSystemTime(Date.now() + jump);
    const texts: string[] = [];
    for (let n = 0; n < 3; n += 1) texts.push(messageText(await mira.command('ask', WHO).response()));
    const waits = texts.flatMap((text) => /ask again in (\d+) s/.exec(text)?.[1] ?? []).map(Number);
    expect(waits.length).toBeGreaterThan(0);
    for (const seconds of waits) expect(seconds).toBeLessThanOrEqual(60);
  });
});

const run = promisify(execFile);

const report = (cause: string) => `---\ntitle: Ferry\n---\n\nThe ferry Estrella sank after ${cause}.\n`;

/** From now on no file of this process may grow, as on a disk without room; or they may again. */
const limitFiles = (pid: number | undefined, most: '0' | 'unlimited') =>
  run('prlimit', ['--pid', String(pid), `--fsize=${most}:unlimited`]);

const start = async () => {
  const discord = await startLocalDiscord();
  onTestFinished(() => discord.stop());
  const definitions = commands.map(({ data }) => data);
  await publishCommands(createRest(discord.token, discord.apiUrl), definitions);
  const folder = await createTempFolder({ 'data/ferry.md': report('a fire') });
  const bot = startProcess('src/main.ts', {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DATA_DIR: join(folder, 'data'),
    STORE: join(folder, 'store.db'),
    CACHE_DIR: join(folder, 'cache'),
    READER: 'off',
  });
  await bot.printed(/"event":"connected"/);
  return { discord, folder, bot, mira: discord.as(discord.people.member) };
};

const QUESTION = { question: 'Why did the ferry Estrella sink?' };

// `prlimit` is a program of Linux.
describe.runIf(process.platform === 'linux')('a disk without room', () => {
  it('stops neither answers nor reloads, and what is not kept is said', async () => {
    const { discord, folder, bot, mira } = await start();
    await limitFiles(bot.child.pid, '0');

    const answer = await mira.command('ask', QUESTION).response();
    expect(messageText(answer)).toContain('sank after a fire');
    expect(messageText(await mira.command('ask', UNANSWERED).response())).toContain('do not answer');
    await bot.printed(/the disk reports an error.*"event":"question not kept"/);
    const vote = () => mira.click(answer, buttonId(answer, 'Wrong passage')).response();
    expect(messageText(await vote())).toContain('This could not be stored');

    await writeFile(join(folder, 'data/ferry.md'), report('a storm'));
    bot.child.kill('SIGHUP');
    await bot.printed(/"changed":\["ferry"\].*"event":"reloaded"/);
    await bot.printed(/"event":"cache: entries cannot be written/);
    expect(messageText(await mira.command('ask', QUESTION).response())).toContain('sank after a storm');

    await limitFiles(bot.child.pid, 'unlimited');
    await mira.command('ask', UNANSWERED).response();
    const gaps = () => discord.as(discord.people.owner).command('gaps').response();
    await expect.poll(async () => messageText(await gaps())).toContain('not answered, 1 time');
    bot.child.kill('SIGTERM');
    expect(await bot.exited).toBe(0);
  });
});
