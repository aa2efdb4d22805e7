import { createManualClock, type LocalDiscord, startLocalDiscord } from 'local-discord';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ONE_SHARD, parseShards } from '../../src/discord/shards.ts';
import { openDatabaseContent } from '../../src/library/database/database-content.ts';
import { createLog } from '../../src/log.ts';
import { openPostgres, type Postgres } from '../../src/postgres/postgres.ts';
import { messageText } from '../support/message-text.ts';
import { noPostgres, usePostgres } from '../support/postgres-server.ts';
import { startBotOn } from '../support/running-bot.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { replyTo } from '../support/use-running-bot.ts';

const SINKING = '---\ntitle: The ferry\n---\n\nThe ferry Estrella sank off Corvo. Nobody was hurt.\n';
const QUESTION = 'Where did the ferry sink?';

interface World {
  /** How many Discord recommends. */
  readonly shards?: number;
  /** The database that all share and that holds the reports; a folder holds them unless given. */
  readonly url?: string;
}

const log = createLog('silent');
const clock = createManualClock();

async function openHere(url: string): Promise<Postgres> {
  const postgres = await openPostgres(url, { clock, log, patience: 20_000 });
  onTestFinished(() => postgres.close());
  return postgres;
}

/** Publishes a report for all servers. */
async function publish(postgres: Postgres, id: string, text: string): Promise<void> {
  const content = await openDatabaseContent(postgres, { clock, log });
  await content.contentOf(undefined).change([{ id, text }], '1');
}

/** A channel of a server on that shard. */
function channelOf({ guilds }: LocalDiscord, shard: number, count: number) {
  const guild = guilds.find(({ id }) => (BigInt(id) >> 22n) % BigInt(count) === BigInt(shard));
  if (guild === undefined) throw new Error(`there is a server on shard ${shard}`);
  return guild.channels[0];
}

/** Bots of one Discord, each with the shards that its text names. */
async function startBots(texts: readonly string[], { shards = 1, url }: World = {}) {
  const discord = await startLocalDiscord({ guilds: 6, shards });
  const folder = await createTempFolder({ 'ferry.md': SINKING });
  const bots = await Promise.all(
    texts.map(async (text) => {
      const postgres = url === undefined ? undefined : await openHere(url);
      return startBotOn(discord, folder, { shards: parseShards(text) ?? ONE_SHARD, postgres, clock });
    }),
  );
  onTestFinished(async () => {
    await Promise.all(bots.map((bot) => bot.stop()));
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });
  const answered = () => bots.map(({ events }) => events.filter((event) => event === 'question').length);
  return { discord, bots, answered };
}

it('three bots on a shard each answer every server and message once, and shard 0 what is direct', async () => {
  const { discord, bots, answered } = await startBots(['0/3', 'bot-1:1/3', '2/3']);
  const { member, owner } = discord.people;
  const places = discord.guilds.map(({ channels: [channel] }) => discord.as(member, { channel }));
  for (const there of places) {
    expect(messageText(await there.command('ask', { question: QUESTION }).response())).toContain('Corvo');
    await replyTo(there, there.mention(QUESTION));
  }
  // Two servers on each shard, and two questions in each of them.
  await expect.poll(answered).toEqual([4, 4, 4]);
  const direct = discord.as(member, { directMessage: true });
  await direct.command('ask', { question: QUESTION }).response();
  await replyTo(direct, direct.say(QUESTION));
  await expect.poll(answered).toEqual([6, 4, 4]);
  const repliesIn = (there: (typeof places)[number]) =>
    there.messages().filter(({ author }) => author.bot === true).length;
  expect([...places, direct].map(repliesIn)).toEqual([2, 2, 2, 2, 2, 2, 2]);
  expect(bots.flatMap(({ events }) => events.filter((event) => event === 'answered already'))).toEqual([]);
  const status = discord
    .as(owner, { channel: channelOf(discord, 2, 3) })
    .command('status')
    .response();
  expect(messageText(await status)).toMatch(/^Shards 2\/3, 2 servers$/m);
});

it.each([
  ['a bot on several shards', '0-2/3', 1],
  ['with auto, a bot on as many shards as Discord recommends', 'auto', 3],
])('%s answers in all servers', async (_, text, shards) => {
  const { discord, answered } = await startBots([text], { shards });
  const sessions = discord.sessions().map(({ shard }) => shard.join('/'));
  expect(sessions.toSorted()).toEqual(['0/3', '1/3', '2/3']);
  for (const { channels } of discord.guilds) {
    const there = discord.as(discord.people.member, { channel: channels[0] });
    expect(messageText(await there.command('ask', { question: QUESTION }).response())).toContain('Corvo');
  }
  await expect.poll(answered).toEqual([6]);
  const status = discord.as(discord.people.owner).command('status').response();
  expect(messageText(await status)).toMatch(/^Shards 0-2\/3, 6 servers$/m);
});

describe.skipIf(noPostgres)('bots that share a database', () => {
  const server = usePostgres();

  it('list each other in /status, say who serves what is new, and when nobody can be listed', async () => {
    const url = await server.createDatabase();
    const postgres = await openHere(url);
    await publish(postgres, 'ferry', SINKING);
    const { discord, bots } = await startBots(['0/3', '1/3'], { url });
    const owner = discord.as(discord.people.owner, { channel: channelOf(discord, 0, 3) });
    const run = async (name: string) => messageText(await owner.command(name).response());
    const status = await run('status');
    expect(status).toContain('**Processes**: 2 of 2 serve this content\nNo process answers on shards 2/3.\n');
    expect(status).toMatch(
      /^- shards 0\/3 · .+ \(this one\) · this content · started <t:\d+:R> · seen <t:\d+:R>$/m,
    );
    expect(status).toMatch(/^- shards 1\/3 · (?!.*this one).+ · this content · started .+ · seen .+$/m);

    await publish(postgres, 'new', '---\ntitle: New\n---\n\nText.\n');
    await expect.poll(() => run('status'), { timeout: 20_000 }).toMatch(/^2 reports, .*$[^]*: 2 of 2 serve/m);
    const SET = 'UPDATE pilcrow.process SET version =';
    await server.query(url, `${SET} 'older' WHERE first_shard = 1`);
    expect(await run('reload')).toMatch(/^-# \*\*Processes\*\*: 1 of 2 serve this content$/m);
    expect(await run('status')).toMatch(
      /: 1 of 2 serve this content\n.*\n- shards 1\/3 · .+ · content older · /,
    );

    await bots[1]?.stop();
    expect(await run('status')).toContain(': 1 of 1 serve this content\nNo process answers on shards 1-2/3.');
    await server.query(url, 'ALTER TABLE pilcrow.process RENAME TO hidden');
    expect(await run('status')).toContain('**Processes**: unknown, because the database does not answer');
  });
});
