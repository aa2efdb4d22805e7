import { AsyncLocalStorage } from 'node:async_hooks';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commands } from '../../commands/index.ts';
import { ConfigError, parseConfig } from '../../src/config.ts';
import { createRest, publishCommands } from '../../src/discord/publish-commands.ts';
import { type LocalDiscord, type LocalDiscordOptions, startLocalDiscord } from 'local-discord';
import { createLog } from '../../src/log.ts';
import { run } from '../../src/main.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { register } from '../../src/register.ts';
import { explain } from '../../src/run-program.ts';
import { messageText } from '../support/message-text.ts';
import { startProcess } from '../support/process.ts';
import { createTempFolder } from '../support/temp-folder.ts';

async function startDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const discord = await startLocalDiscord(options);
  onTestFinished(() => discord.stop());
  return discord;
}

const botEnv = ({ token, apiUrl }: LocalDiscord) => ({ DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl });

/** What a bot with this environment says that cannot start. */
async function failureOf(env: Readonly<Record<string, string>>): Promise<string> {
  const config = parseConfig({ STORE: 'off', CACHE_DIR: 'off', ...env });
  const requestIds = new AsyncLocalStorage<string>();
  const log = createLog('silent', undefined, { secrets: [], requestIds });
  const started = run(config, { log, metrics: createMetrics(), requestIds }, new AbortController().signal);
  return started.then(() => 'it started', explain);
}

/** A bot whose first responses wait at Discord until they are released. */
async function startHeld(count: number) {
  const discord = await startDiscord();
  const definitions = commands.map(({ data }) => data);
  await publishCommands(createRest(discord.token, discord.apiUrl), definitions);
  const folder = await createTempFolder({ 'a.md': '---\ntitle: A\n---\n\nThe ferry Estrella sank.\n' });
  const bot = startProcess('src/main.ts', { ...botEnv(discord), DATA_DIR: folder, READER: 'off' });
  await bot.printed(/"event":"connected"/);
  const callback = { path: /\/callback$/ };
  let release = () => {};
  const until = new Promise<void>((resolve) => (release = resolve));
  discord.faults.rest.plan(callback, { kind: 'delay', until }, Infinity);
  const mira = discord.as(discord.people.member);
  const question = { question: 'What sank?' };
  return {
    discord,
    bot,
    release,
    ask: () => Array.from({ length: count }, () => mira.command('ask', question)),
    /** How many responses wait. */
    held: () => discord.requests.filter(({ path }) => callback.path.test(path)).length,
  };
}

describe('npm start', () => {
  it('ends with 1 and one clear sentence when Discord refuses the token, and never prints it', async () => {
    const discord = await startDiscord();
    const env = { ...botEnv(discord), DISCORD_TOKEN: 'planted-secret' };
    const { exited, output } = startProcess('src/main.ts', env);
    expect(await exited).toBe(1);
    expect(output()).toContain('Discord refuses the token.');
    expect(output()).not.toMatch(/planted-secret| {4}at /);
  });

  it('names all that is wrong with the environment', () => {
    const parse = () => parseConfig({ DISCORD_TOKEN: 'a.b.c', LOG_LEVEL: 'loud', PORT: 'x' });
    expect(parse).toThrow(
      expect.toSatisfy((why) => /PORT is "x".*\n.*LOG_LEVEL is "loud"/.test(explain(why))),
    );
  });

  it('names PORT when another program uses it', async () => {
    const { port } = await startDiscord();
    expect(await failureOf({ PORT: String(port) })).toBe(
      `Cannot read the environment: PORT is ${port}, which is in use, wanted a free port`,
    );
  });

  it('lists the faults of all reports', async () => {
    const folder = await createTempFolder({ 'a.md': 'x', 'b.md': '---\ntitle: 1\npublished: June\n---\n' });
    const failure = await failureOf({ DISCORD_TOKEN: 'a.b.c', DATA_DIR: folder });
    expect(failure.match(/^Cannot load /gm)?.length).toBeGreaterThanOrEqual(3);
    expect(failure).not.toContain('    at ');
  });

  it('runs on a Discord of its own without a token, prints its address, and stops on SIGINT', async () => {
    // It is alone there, and would not get a thousand connections done in time.
    const bot = startProcess('src/main.ts', { DISCORD_TOKEN: '', SHARDS: '40000-40999/99999' });
    await bot.printed(/^Open http:\/\/127\.0\.0\.1:\d+$/m);
    const [, url = ''] = /^Open (\S+)$/m.exec(bot.output()) ?? [];
    expect(await (await fetch(url)).text()).toContain('<!doctype html>');
    bot.child.kill('SIGINT');
    expect(await bot.exited).toBe(0);
    expect(bot.output()).toBe(`Open ${url}\n`);
  });

  it('stops at once on a signal while it is still trying', async () => {
    const discord = await startDiscord();
    await discord.faults.outage();
    const bot = startProcess('src/main.ts', { ...botEnv(discord), READER: 'off' });
    await bot.printed(/cannot reach Discord/);
    bot.child.kill('SIGTERM');
    expect(await bot.exited).toBe(0);
  });

  it('answers the questions in flight before it stops on SIGTERM', async () => {
    const { discord, bot, ask, held, release } = await startHeld(20);
    const asked = ask();
    await expect.poll(held, { timeout: 15_000 }).toBe(20);
    bot.child.kill('SIGTERM');
    await bot.printed(/"event":"stopping"/);
    release();
    for (const question of asked) expect(messageText(await question.response())).toContain('Estrella');
    expect(await bot.exited).toBe(0);
    expect(bot.output()).toContain('"event":"stopped"');
    expect(bot.output()).not.toMatch(/"level":"(warn|error)"/);
    expect(discord.violations).toEqual([]);
  });

  it('stops within 5 seconds on SIGTERM though Discord answers nothing any more', async () => {
    const { bot, ask, held } = await startHeld(3);
    ask();
    await expect.poll(held, { timeout: 15_000 }).toBe(3);
    bot.child.kill('SIGTERM');
    expect(await bot.exited).toBe(0);
    // By its own clock: on a busy computer a process takes seconds to end.
    const [stopping = NaN, stopped = NaN] = ['stopping', 'stopped'].map((event) =>
      Date.parse(new RegExp(`"time":"([^"]+)".*"event":"${event}"`).exec(bot.output())?.[1] ?? ''),
    );
    expect(stopped - stopping).toBeLessThan(5000);
  });

  it('connects once Discord can be reached, reloads on SIGHUP, and ends with 1 when Discord closes for good', async () => {
    const discord = await startDiscord();
    const outage = await discord.faults.outage();
    const folder = await createTempFolder({ 'a.md': '---\ntitle: A\n---\n\nText.\n' });
    const bot = startProcess('src/main.ts', { ...botEnv(discord), DATA_DIR: folder, READER: 'off' });
    await bot.printed(/cannot reach Discord/);
    await outage.end();
    await bot.printed(/"event":"connected"/);
    await writeFile(join(folder, 'b.md'), '---\ntitle: B\n---\n\nText.\n');
    bot.child.kill('SIGHUP');
    await bot.printed(/"added":\["b"\].*"event":"reloaded"/);
    await writeFile(join(folder, 'c.md'), 'no front matter');
    bot.child.kill('SIGHUP');
    await bot.printed(/"file":".*c\.md".*"event":"reload failed"/);
    discord.faults.gateway.disconnect(4014);
    expect(await bot.exited).toBe(1);
    expect(bot.output()).toContain('Discord refuses the intents of this bot (close code 4014).');
  });
});

describe('a fault of the program', () => {
  it.each(['thrown', 'rejected', 'thrown later'])(
    'that is %s ends it with its stack and without the token',
    async (fault) => {
      const env = { DISCORD_TOKEN: 'planted-secret', FAULT: fault };
      const { exited, output } = startProcess('test/support/broken-program.ts', env);
      expect(await exited).toBe(1);
      expect(output()).toContain('refused: Bot [secret]');
      expect(output()).toContain('broken-program.ts');
      expect(output()).not.toContain('planted-secret');
    },
  );
});

describe('npm run register', () => {
  it('publishes in one PUT, once, or for the server that is named', async () => {
    const discord = await startDiscord();
    const first = startProcess('src/register.ts', botEnv(discord));
    expect(await first.exited).toBe(0);
    expect(first.output()).toBe(`Published ${commands.length} commands in all servers.\n`);
    const second = await register(botEnv(discord));
    expect(second).toBe(`The ${commands.length} commands in all servers are up to date.`);
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    expect(discord.commands('global').map(({ name }) => name)).toEqual(commands.map(({ data }) => data.name));
    const third = await register({ ...botEnv(discord), DISCORD_GUILD_ID: discord.guild.id });
    expect(third).toContain(`in server ${discord.guild.id}`);
    expect(discord.commands('guild')).toHaveLength(commands.length);
    expect(discord.violations).toEqual([]);
  });

  it.each([
    ['no token', { DISCORD_TOKEN: '' }, 'DISCORD_TOKEN is empty'],
    ['a wrong token', { DISCORD_TOKEN: 'planted-secret' }, 'Discord refuses the token.'],
    [
      'an address where nobody listens',
      { DISCORD_API_URL: 'http://127.0.0.1:9/api' },
      'Cannot reach Discord',
    ],
  ])('says one clear sentence because of %s', async (_, env, message) => {
    const said = register({ ...botEnv(await startDiscord()), ...env }).catch(explain);
    expect(await said).toContain(message);
    expect(await said).not.toMatch(/planted-secret| {4}at /);
  });

  it('ends with 1 when it cannot publish', async () => {
    const { exited, output } = startProcess('src/register.ts', { DISCORD_TOKEN: '' });
    expect(await exited).toBe(1);
    expect(output()).toBe(
      `${explain(new ConfigError(['DISCORD_TOKEN is empty, wanted the bot’s token']))}\n`,
    );
  });
});

describe('WATCH=1', () => {
  it('serves a changed report without being told, and keeps serving while a file is faulty', async () => {
    const discord = await startDiscord();
    const folder = await createTempFolder({ 'ferry.md': '---\ntitle: Ferry\n---\n\nThe ferry sank.\n' });
    const bot = startProcess('src/main.ts', {
      ...botEnv(discord),
      DATA_DIR: folder,
      CACHE_DIR: join(folder, 'cache'),
      WATCH: '1',
      READER: 'off',
    });
    await bot.printed(/"event":"connected"/);
    await writeFile(join(folder, 'ferry.md'), '---\ntitle: Ferry\n');
    await bot.printed(/"event":"reload failed"/);
    await writeFile(join(folder, 'ferry.md'), '---\ntitle: Ferry\n---\n\nThe ferry was raised.\n');
    await bot.printed(/"changed":\["ferry"\].*"event":"reloaded"/);
    bot.child.kill('SIGTERM');
    expect(await bot.exited).toBe(0);
  });
});
