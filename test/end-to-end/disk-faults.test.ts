import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startLocalDiscord } from 'local-discord';
import { createRest, publishCommands } from '../../src/discord/publish-commands.ts';
import { commands } from '../../commands/index.ts';
import { buttonId } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { startProcess } from '../support/process.ts';
import { createTempFolder } from '../support/temp-folder.ts';

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
  });
  await bot.printed(/"event":"connected"/);
  return { discord, folder, bot, mira: discord.as(discord.people.member) };
};

const QUESTION = { question: 'Why did the ferry Estrella sink?' };
const UNANSWERED = { question: 'Which zebra won?' };

// `prlimit` is a program of Linux.
describe.runIf(process.platform === 'linux')('a disk without room', () => {
  it('stops neither answers nor reloads, and what is not kept is said', { timeout: 40_000 }, async () => {
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
