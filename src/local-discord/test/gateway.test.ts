import { ActivityType, Events, GatewayIntentBits, type Client } from 'discord.js';
import { describe, expect } from 'vitest';
import type { LocalDiscord } from '../src/local-discord.ts';
import { createSignal, it, until, type Fixture } from './support/fixture.ts';

/** What happened to the client's first shard, in order. */
const watch = (client: Client): string[] => {
  const seen: string[] = [];
  client.on(Events.ShardReconnecting, () => seen.push('reconnecting'));
  client.on(Events.ShardResume, (_, replayed) => seen.push(`resumed ${replayed}`));
  client.on(Events.ShardReady, () => seen.push('ready'));
  client.on(Events.ShardDisconnect, ({ code }) => seen.push(`closed ${code}`));
  return seen;
};

const next = async (client: Client, event: Events.ShardResume | Events.ShardReady): Promise<void> =>
  await new Promise((resolve) => client.once(event, () => resolve()));

/** A bot that answers every command, on a server whose next connection can be broken. */
const withBot = async (fixture: Fixture, heartbeatMs?: number) => {
  const discord = await fixture.start(heartbeatMs === undefined ? {} : { heartbeatMs });
  const client = await fixture.connect(discord, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('Here');
  });
  await client.application.commands.set([{ name: 'ask', description: 'Asks' }]);
  return { discord, client, seen: watch(client), mira: discord.as(discord.people.member) };
};

const answers = async (discord: LocalDiscord): Promise<boolean> => {
  const answer = await discord.as(discord.people.member).command('ask').response();
  return answer.content === 'Here';
};

describe('a session', () => {
  it('is resumed after the connection broke, with what happened meanwhile', async ({ fixture }) => {
    const { discord, client, seen, mira } = await withBot(fixture);
    const resumed = next(client, Events.ShardResume);
    discord.faults.gateway.disconnect();
    await until(discord, () => discord.sessions().every(({ isConnected }) => !isConnected));
    const interaction = mira.command('ask');
    await resumed;
    expect(await interaction.response()).toMatchObject({ content: 'Here' });
    expect(seen).toEqual(['reconnecting', 'resumed 2']);
    expect(discord.sessions()).toHaveLength(1);
  });

  it('is resumed when the bot is asked to reconnect (op 7)', async ({ fixture }) => {
    const { discord, client, seen } = await withBot(fixture);
    const resumed = next(client, Events.ShardResume);
    discord.faults.gateway.requestReconnect();
    await resumed;
    expect(seen).toEqual(['reconnecting', 'resumed 1']);
    expect(await answers(discord)).toBe(true);
  });

  it('is resumed when it is invalid but resumable (op 9, true)', async ({ fixture }) => {
    const { discord, client } = await withBot(fixture);
    const [{ id: before } = { id: '' }] = discord.sessions();
    const resumed = next(client, Events.ShardResume);
    discord.faults.gateway.invalidateSessions({ resumable: true });
    await resumed;
    expect(discord.sessions().map(({ id }) => id)).toEqual([before]);
    expect(await answers(discord)).toBe(true);
  });

  it('is begun anew when it is invalid (op 9, false)', async ({ fixture }) => {
    const { discord, client } = await withBot(fixture);
    const [{ id: before } = { id: '' }] = discord.sessions();
    const ready = next(client, Events.ShardReady);
    discord.faults.gateway.invalidateSessions({ resumable: false });
    await ready;
    expect(discord.sessions().map(({ id }) => id === before)).toEqual([false]);
    expect(await answers(discord)).toBe(true);
  });

  it('is begun anew when the server has forgotten it', async ({ fixture }) => {
    const { discord, client, seen } = await withBot(fixture);
    const ready = next(client, Events.ShardReady);
    discord.faults.gateway.forgetSessions();
    discord.faults.gateway.disconnect();
    await ready;
    expect(seen.at(-1)).toBe('ready');
    expect(await answers(discord)).toBe(true);
  });

  it('is resumed when heartbeats stay unanswered', async ({ fixture }) => {
    const { discord, client, seen } = await withBot(fixture, 250);
    const resumed = next(client, Events.ShardResume);
    discord.faults.gateway.answerHeartbeats(false);
    await until(discord, () => discord.sessions().every(({ isConnected }) => !isConnected));
    discord.faults.gateway.answerHeartbeats(true);
    await resumed;
    expect(seen[0]).toBe('reconnecting');
    expect(await answers(discord)).toBe(true);
  });

  it.for([4000, 4009, 1012])('outlives close code %i', async (code, { fixture }) => {
    const { discord, client } = await withBot(fixture);
    const back = Promise.race([next(client, Events.ShardResume), next(client, Events.ShardReady)]);
    discord.faults.gateway.disconnect(code);
    await back;
    expect(await answers(discord)).toBe(true);
  });

  it('takes the presence that the bot shows', async ({ fixture }) => {
    const { discord, client } = await withBot(fixture);
    client.user.setPresence({
      status: 'idle',
      activities: [{ name: 'reports', type: ActivityType.Watching }],
    });
    client.user.setActivity();
    expect(await answers(discord)).toBe(true);
    expect(discord.sessions()).toMatchObject([{ isConnected: true }]);
  });

  it('ends when the bot says goodbye', async ({ fixture }) => {
    const { discord, client } = await withBot(fixture);
    await client.destroy();
    await until(discord, () => discord.sessions().length === 0);
  });

  it('is begun anew after an outage in which the bot tried in vain', async ({ fixture }) => {
    const { discord, client } = await withBot(fixture);
    const ready = next(client, Events.ShardReady);
    const tried = new Promise<void>((resolve) => {
      client.on(Events.Debug, (line) => {
        if (line.includes('due to a network error')) resolve();
      });
    });
    const outage = await discord.faults.outage();
    await expect(fetch(`${discord.apiUrl}/v10/gateway`)).rejects.toThrow('fetch failed');
    await tried;
    await outage.end();
    await ready;
    expect(await answers(discord)).toBe(true);
  });

  it('does not break on half a payload', async ({ fixture }) => {
    const { discord } = await withBot(fixture);
    discord.faults.gateway.sendRaw('{"op":0,"t":');
    expect(await answers(discord)).toBe(true);
  });
});

describe('a log-in', () => {
  it('fails with a wrong token', async ({ fixture }) => {
    const discord = await fixture.start();
    await expect(fixture.connect({ ...discord, token: 'wrong' })).rejects.toThrow(
      'An invalid token was provided.',
    );
  });

  it('fails with an intent that is not granted', async ({ fixture }) => {
    fixture.allowViolations();
    const discord = await fixture.start();
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent];
    await expect(fixture.connect(discord, undefined, { intents })).rejects.toThrow('Used disallowed intents');
    expect(discord.violations).toMatchObject([{ by: 'bot', what: 'closed with 4014 DisallowedIntents' }]);
  });
});

describe('shards', () => {
  it('get what happens in their guilds, and shard 0 what happens in private', async ({ fixture }) => {
    const discord = await fixture.start({ shards: 2 });
    const seen: string[] = [];
    const client = await fixture.connect(
      discord,
      async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        seen.push(`${interaction.guild?.shardId ?? 'private'}`);
        await interaction.reply('Here');
      },
      { shards: 'auto' },
    );
    await client.application.commands.set([{ name: 'ask', description: 'Asks' }]);
    expect(discord.sessions().map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    await discord.as(discord.people.member).command('ask').response();
    await discord.as(discord.people.member, { directMessage: true }).command('ask').response();
    const ofGuild = Number((BigInt(discord.guild.id) >> 22n) % 2n);
    expect(seen).toEqual([String(ofGuild), 'private']);
  });

  it('of the same number all get what happens', async ({ fixture }) => {
    const discord = await fixture.start();
    const heard: string[] = [];
    const [first, second] = [createSignal(), createSignal()];
    const ask =
      (name: string, signal: typeof first) => async (interaction: { isChatInputCommand(): boolean }) => {
        if (!interaction.isChatInputCommand()) return;
        heard.push(name);
        signal.resolve();
      };
    const client = await fixture.connect(discord, ask('first', first));
    await fixture.connect(discord, ask('second', second));
    await client.application.commands.set([{ name: 'ask', description: 'Asks' }]);
    discord.as(discord.people.member).command('ask');
    await Promise.all([first.promise, second.promise]);
    expect(heard.toSorted()).toEqual(['first', 'second']);
  });
});
