import { startLocalDiscord } from 'local-discord';
import { expect, it, onTestFinished } from 'vitest';
import { ONE_SHARD, parseShards } from '../../src/discord/shards.ts';
import { messageText } from '../support/message-text.ts';
import { startBotOn } from '../support/running-bot.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { replyTo } from '../support/use-running-bot.ts';

const SINKING = '---\ntitle: The ferry\n---\n\nThe ferry Estrella sank off Corvo. Nobody was hurt.\n';
const QUESTION = 'Where did the ferry sink?';

/** Bots of one Discord, each with the shards that its text names. */
async function startBots(texts: readonly string[], { shards = 1 } = {}) {
  const discord = await startLocalDiscord({ guilds: 6, shards });
  const folder = await createTempFolder({ 'ferry.md': SINKING });
  const bots = await Promise.all(
    texts.map((text) => startBotOn(discord, folder, { shards: parseShards(text) ?? ONE_SHARD })),
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
  const [channel] = discord.guilds[1]?.channels ?? [];
  if (channel === undefined) throw new Error('there is a second server');
  const status = messageText(await discord.as(owner, { channel }).command('status').response());
  expect(status).toMatch(/^Shards [0-2]\/3, 2 servers$/m);
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
