import { readdir } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { createRest, publishCommands } from '../../../src/discord/publish-commands.ts';
import { startLocalDiscord } from 'local-discord';
import { checkVersions, checkWritable, renderFinding } from '../../../src/tools/doctor/checks.ts';
import { examine } from '../../../src/tools/doctor/examine.ts';
import { createTempFolder } from '../../support/temp-folder.ts';

const versions = { pilcrow: '0.1.0', wanted: '>=20.19', node: '20.19.0', discordJs: '14.28.1' };

/** A token by its shape, of no bot. */
const SHAPED = `${Buffer.from('123456789012345678').toString('base64url')}.GhIjKl.${'x'.repeat(38)}`;

async function startDiscord(shards = 1) {
  const discord = await startLocalDiscord({ shards });
  onTestFinished(() => discord.stop());
  const { token, apiUrl } = discord;
  const publish = (list = commands) =>
    publishCommands(
      createRest(token, apiUrl),
      list.map(({ data }) => data),
    );
  return { discord, publish, env: { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl } };
}

async function linesFor(env: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await examine(env, commands, versions)).map((finding) => renderFinding(finding).trimEnd());
}

describe('the doctor', () => {
  it('finds nothing wrong with a bot that can start', async () => {
    const { discord, env, publish } = await startDiscord();
    await publish();
    expect(await linesFor(env)).toEqual([
      'ok   Pilcrow 0.1.0, Node 20.19.0, discord.js 14.28.1',
      'ok   The environment is valid',
      expect.stringMatching(/^ok {3}\d+ reports with \d+ paragraphs in "data"$/),
      'ok   STORE "." can be written',
      expect.stringMatching(/^ok {3}CACHE_DIR ".*" can be written$/),
      `ok   Discord takes the token: this is ${discord.bot.user.username}, application ${discord.applicationId}`,
      'ok   No privileged intent is switched on, and none is needed',
      'ok   The commands in all servers are up to date',
    ]);
    expect(discord.requests.filter(({ method }) => method !== 'GET').map(({ method }) => method)).toEqual([
      'PUT',
    ]);
    expect(discord.violations).toEqual([]);
  });

  it.each([
    ['the only one', {}, 1],
    ['too few of them', { SHARDS: '0-1/2' }, 2],
    ['all', { SHARDS: 'auto' }, undefined],
    ['some of enough', { SHARDS: '2/3' }, undefined],
  ])(
    'of three shards that Discord recommends, says with %s whether they are too few',
    async (_, own, count) => {
      const { env } = await startDiscord(3);
      const said = (await linesFor({ ...env, ...own })).filter((line) => line.includes('shards'));
      const line = `warn Discord recommends 3 shards, and there are ${count}: set SHARDS, to auto where this process is alone`;
      expect(said).toEqual(count === undefined ? [] : [line]);
    },
  );

  it('says why the database and the search cannot be used, and repeats no secret', async () => {
    const env = {
      DATABASE_URL: 'postgres://me:planted-secret@127.0.0.1:1/kept',
      STORE_KEY: 'sixteen letters!',
      SEARCH_URL: 'http://me:planted-secret@127.0.0.1:1',
    };
    const lines = await linesFor(env);
    expect(lines).toContain(
      'fail Cannot open the store "127.0.0.1:1/kept": nothing listens there, wanted a PostgreSQL server that runs there',
    );
    expect(lines).toContain(
      'fail Cannot search at "127.0.0.1:1": nothing listens there, wanted an OpenSearch server that runs there',
    );
    expect(lines.join()).not.toContain('planted-secret');
  });

  it.each([
    ['were never published', 0, 'fail No command of the bot is published in all servers: npm run register'],
    [
      'are of another version',
      2,
      'fail The commands in all servers are not those of this version: npm run register',
    ],
  ])('says how to publish commands that %s', async (_, count, line) => {
    const { env, publish } = await startDiscord();
    await publish(commands.slice(0, count));
    expect((await linesFor(env)).at(-1)).toBe(line);
  });

  it('looks at the commands of the one server that is named', async () => {
    const { discord, env, publish } = await startDiscord();
    await publish();
    const { id } = discord.guild;
    expect((await linesFor({ ...env, DISCORD_GUILD_ID: id })).at(-1)).toBe(
      `fail No command of the bot is published in server ${id}: npm run register`,
    );
  });

  it('names privileged intents that the bot does not need', async () => {
    const { discord, env } = await startDiscord();
    const body = { id: discord.applicationId, flags: (1 << 19) | (1 << 15) | (1 << 23) };
    discord.faults.rest.plan({ path: /^\/applications\/@me$/ }, { kind: 'respond', status: 200, body });
    expect(await linesFor(env)).toContainEqual(
      expect.stringMatching(
        /^warn Server Members Intent, Message Content Intent: switched on and not needed/,
      ),
    );
  });

  it('says what to do about a token that Discord refuses, and does not repeat it', async () => {
    const { env } = await startDiscord();
    const refused = await linesFor({ ...env, DISCORD_TOKEN: SHAPED });
    expect(refused.slice(-2)).toEqual([
      'ok   DISCORD_TOKEN has the shape of a bot’s token',
      expect.stringMatching(/^fail Discord refuses the token\. Copy it again/),
    ]);
    const misshaped = await linesFor({ ...env, DISCORD_TOKEN: 'planted-secret' });
    expect(misshaped.at(-2)).toMatch(/^fail DISCORD_TOKEN does not have the shape/);
    expect([...refused, ...misshaped].join('\n')).not.toMatch(/planted-secret|GhIjKl/);
  });

  it('says that Discord cannot be reached', async () => {
    const lines = await linesFor({ DISCORD_TOKEN: SHAPED, DISCORD_API_URL: 'http://127.0.0.1:9/api' });
    expect(lines.at(-1)).toMatch(/^fail Cannot reach Discord: connect ECONNREFUSED/);
  });

  it('tells what runs without a token', async () => {
    expect((await linesFor({})).at(-1)).toMatch(
      /^warn DISCORD_TOKEN is empty: npm start runs the bot on a Discord/,
    );
  });

  it('lists every fault of the environment', async () => {
    const lines = await linesFor({ PORT: 'x', LOG_LEVEL: 'loud' });
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(/^fail PORT is "x", wanted a port/),
      expect.stringMatching(/^fail LOG_LEVEL is "loud", wanted one of/),
    ]);
  });

  it('lists every fault of the reports', async () => {
    const folder = await createTempFolder({ 'a.md': 'x', 'b.md': 'y' });
    const faults = (await linesFor({ DATA_DIR: folder })).filter((line) =>
      line.startsWith('fail Cannot load'),
    );
    expect(faults).toHaveLength(2);
  });
});

describe('checkVersions()', () => {
  it.each([
    ['20.19.0', 'ok'],
    ['24.0.0', 'ok'],
    ['20.18.9', 'fail'],
    ['18.99.0', 'fail'],
  ])('says of Node %s: %s', (node, level) => {
    expect(checkVersions({ ...versions, node }).level).toBe(level);
  });
});

describe('checkWritable()', () => {
  it('takes a folder that can be written, and leaves nothing there', async () => {
    const folder = await createTempFolder({});
    expect(await checkWritable('STORE', folder)).toMatchObject({ level: 'ok' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes a folder that the bot can make', async () => {
    const folder = await createTempFolder({});
    expect((await checkWritable('STORE', `${folder}/none/deep`)).text).toBe(
      `STORE ${JSON.stringify(folder)} can be written`,
    );
  });

  it('refuses a file', async () => {
    const folder = await createTempFolder({ file: '' });
    expect((await checkWritable('STORE', `${folder}/file`)).text).toContain('cannot be written (ENOTDIR)');
  });

  // A system of the kernel: not even root can write there.
  it.runIf(process.platform === 'linux')('refuses a folder where nobody can write', async () => {
    expect((await checkWritable('STORE', '/sys')).text).toMatch(/cannot be written/);
  });
});
