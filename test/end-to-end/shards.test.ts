import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import { createManualClock, type LocalDiscord, startLocalDiscord } from 'local-discord';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BETWEEN_LOG_INS } from '../../src/discord/identify-turns.ts';
import { ONE_SHARD, parseShards } from '../../src/discord/shards.ts';
import { openDatabaseContent } from '../../src/library/database/database-content.ts';
import { createLog } from '../../src/log.ts';
import { openPostgres, type Postgres } from '../../src/postgres/postgres.ts';
import { LOOK } from '../../src/store/processes.ts';
import { messageText } from '../support/message-text.ts';
import { usePostgres } from '../support/postgres-server.ts';
import { type BotOnDiscord, startBotOn } from '../support/running-bot.ts';
import { noPostgres } from '../support/start-postgres.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { replyTo } from '../support/use-running-bot.ts';

const SINKING = '---\ntitle: The ferry\n---\n\nThe ferry Estrella sank off Corvo. Nobody was hurt.\n';
const QUESTION = 'Where did the ferry sink?';

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

/** The buttons of a message that lead to something in the reports. */
const targetsIn = ({ components = [] }: APIMessage): readonly string[] =>
  components
    .flatMap((component) => (component.type === ComponentType.ActionRow ? component.components : []))
    .flatMap((each) =>
      'custom_id' in each && /^(?:passage|section|read|search|outline):/u.test(each.custom_id)
        ? [each.custom_id]
        : [],
    );

/** A channel of a server on that shard. */
function channelOf({ guilds }: LocalDiscord, shard: number, count: number) {
  const guild = guilds.find(({ id }) => (BigInt(id) >> 22n) % BigInt(count) === BigInt(shard));
  if (guild === undefined) throw new Error(`there is a server on shard ${shard}`);
  return guild.channels[0];
}

/** A Discord of six servers that recommends as many shards. */
async function startDiscord(shards = 1): Promise<LocalDiscord> {
  const discord = await startLocalDiscord({ guilds: 6, shards });
  onTestFinished(async () => {
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });
  return discord;
}

/** A bot with the shards of that text. Reports are in the database, where one is given, else in a folder. */
async function startBot(discord: LocalDiscord, text: string, url?: string): Promise<BotOnDiscord> {
  const folder = await createTempFolder({ 'ferry.md': SINKING });
  const postgres = url === undefined ? undefined : await openHere(url);
  const bot = await startBotOn(discord, folder, { shards: parseShards(text) ?? ONE_SHARD, postgres, clock });
  onTestFinished(() => bot.stop());
  return bot;
}

const answeredBy = ({ events }: BotOnDiscord): number =>
  events.filter((event) => event === 'question').length;

it('three bots on a shard each answer every server and message once, and shard 0 what is direct', async () => {
  const discord = await startDiscord();
  const bots = await Promise.all(['0/3', 'bot-1:1/3', '2/3'].map((text) => startBot(discord, text)));
  const answered = () => bots.map(answeredBy);
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
  const discord = await startDiscord(shards);
  const bot = await startBot(discord, text);
  const sessions = discord.sessions().map(({ shard }) => shard.join('/'));
  expect(sessions.toSorted()).toEqual(['0/3', '1/3', '2/3']);
  for (const { channels } of discord.guilds) {
    const there = discord.as(discord.people.member, { channel: channels[0] });
    expect(messageText(await there.command('ask', { question: QUESTION }).response())).toContain('Corvo');
  }
  await expect.poll(() => answeredBy(bot)).toBe(6);
  const status = discord.as(discord.people.owner).command('status').response();
  expect(messageText(await status)).toMatch(/^Shards 0-2\/3, 6 servers$/m);
});

/** A report that says in each of its paragraphs which version it is, and fills several pages. */
const lighthouse = (version: number): string =>
  `---\ntitle: The lighthouse\n---\n\n${Array.from(
    { length: 60 },
    (_, at) =>
      `In version ${version} the lighthouse keeper saw ship ${at + 1} pass the island, and wrote it down.`,
  ).join('\n\n')}\n`;
const versionsIn = (text: string) =>
  new Set(Array.from(text.matchAll(/version (\d+) the/gu), ([, digits]) => digits));

describe.skipIf(noPostgres)('bots that share a database', () => {
  const server = usePostgres();

  it('show by a button the version that the message shows, or say that the reports have changed', async () => {
    const url = await server.createDatabase();
    const postgres = await openHere(url);
    await publish(postgres, 'lighthouse', lighthouse(1));
    const discord = await startDiscord();
    const [bot] = await Promise.all(['0/3', '1/3'].map((text) => startBot(discord, text, url)));
    const mira = discord.as(discord.people.member, { channel: channelOf(discord, 0, 3) });
    const messages = [
      await mira.command('ask', { question: 'Who saw ship 30?' }).response(),
      await mira.command('search', { words: 'lighthouse keeper' }).response(),
      await mira.command('read', { report: 'lighthouse' }).response(),
    ];
    expect(messages.map((message) => targetsIn(message).length > 0)).toEqual([true, true, true]);
    /** What the buttons of each message give: the versions that they show, or "changed". */
    const pressAll = async () => {
      const given = new Set<string>();
      for (const [at, first] of messages.entries())
        for (const id of targetsIn(first)) {
          const shown = await mira.click(first, id).response();
          const text = messageText(shown);
          const isChanged = text.includes('The reports have changed since this answer');
          given.add([...(isChanged ? ['changed'] : []), ...versionsIn(text)].join(' and '));
          if (shown.id !== first.id) continue;
          // It has other buttons from now on.
          messages[at] = shown;
          break;
        }
      return [...given];
    };
    expect(await pressAll()).toEqual(['1']); // While another process publishes and this one follows, too.
    const change = (version: number) => publish(postgres, 'lighthouse', lighthouse(version));
    const [during] = await Promise.all([pressAll(), change(2)]);
    expect(new Set([...during, '1', 'changed'])).toEqual(new Set(['1', 'changed']));
    await expect.poll(pressAll, { timeout: 20_000 }).toEqual(['changed']);

    // Another process takes over that shard: it has never seen the messages.
    await bot?.stop();
    clock.advance(BETWEEN_LOG_INS);
    await startBot(discord, '0/3', url);
    expect(await pressAll()).toEqual(['changed']);
    await change(1);
    await expect.poll(pressAll, { timeout: 20_000 }).toEqual(['1']);
  });

  it('list each other in /status, say who serves what is new, and when nobody can be listed', async () => {
    const url = await server.createDatabase();
    const postgres = await openHere(url);
    await publish(postgres, 'ferry', SINKING);
    const discord = await startDiscord();
    const [, other] = await Promise.all(['0/3', '1/3'].map((text) => startBot(discord, text, url)));
    const owner = discord.as(discord.people.owner, { channel: channelOf(discord, 0, 3) });
    const run = async (name: string) => {
      let text: string | undefined;
      void owner
        .command(name)
        .response()
        .then((message) => (text = messageText(message)));
      const look = () => {
        // A change waits for the others to follow.
        clock.advance(LOOK);
        return text;
      };
      await expect.poll(look, { interval: 5, timeout: 20_000 }).toBeDefined();
      return text ?? '';
    };
    // A process that is ready may not have told the others yet.
    await expect
      .poll(() => run('status'))
      .toContain('**Processes**: 2 of 2 serve this content\nNo process answers on shards 2/3.\n');
    const status = await run('status');
    expect(status).toMatch(
      /^- shards 0\/3 · .+ \(this one\) · this content · started <t:\d+:R> · seen <t:\d+:R>$/m,
    );
    expect(status).toMatch(/^- shards 1\/3 · (?!.*this one).+ · this content · started .+ · seen .+$/m);

    await publish(postgres, 'new', '---\ntitle: New\n---\n\nText.\n');
    await expect.poll(() => run('status'), { timeout: 20_000 }).toMatch(/^2 reports, .*$[^]*: 2 of 2 serve/m);
    expect(await run('rollback')).toMatch(/^-# \*\*Processes\*\*: 2 of 2 serve this content$/m);

    const elsewhere = `'other', 'elsewhere', 2, 2, 3, 'older', 1, ${Number.MAX_SAFE_INTEGER}`;
    await server.query(url, `INSERT INTO pilcrow.process VALUES (${elsewhere})`);
    expect(await run('reload')).toMatch(/^-# \*\*Processes\*\*: 2 of 3 serve this content$/m);
    expect(await run('status')).toMatch(
      /: 2 of 3 serve this content\n- shards 2\/3 · elsewhere · content older · .+\n- shards 0\/3 /,
    );
    await server.query(url, `DELETE FROM pilcrow.process WHERE id = 'other'`);

    await other?.stop();
    expect(await run('status')).toContain(': 1 of 1 serve this content\nNo process answers on shards 1-2/3.');
    await server.query(url, 'ALTER TABLE pilcrow.process RENAME TO hidden');
    expect(await run('status')).toContain('**Processes**: unknown, because the database does not answer');
  });

  it('log in one after the other with shards that Discord counts as one bucket, of which it has 16', async () => {
    const url = await server.createDatabase();
    await publish(await openHere(url), 'ferry', SINKING);
    const waiting = async () => {
      const locks = await server.query(
        url,
        `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
      );
      return locks.length;
    };
    const discord = await startDiscord();
    const shards = () => discord.sessions().map(({ shard: [index] }) => index);
    const first = await startBot(discord, '0/32', url);
    const second = startBot(discord, '16/32', url);
    await startBot(discord, '1/32', url);
    await expect.poll(waiting).toBe(1);
    expect(shards()).toEqual([0, 1]);
    clock.advance(BETWEEN_LOG_INS);
    await second;
    expect(shards()).toEqual([0, 1, 16]);
    expect(first.events).not.toContain('log-ins are not spaced over all processes');
  });
});
