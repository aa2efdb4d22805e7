import { type AnyThreadChannel, Events } from 'discord.js';
import { describe, expect } from 'vitest';
import { createSignal, it } from './support/fixture.ts';
import type { LocalDiscord } from '../src/local-discord.ts';
import type { Person } from '../src/world/person.ts';

const inEach = (discord: LocalDiscord, person: Person) =>
  discord.guilds.map(({ channels: [channel] }) => discord.as(person, { channel }));

describe('several guilds', () => {
  it('come in when the bot logs in, and hold the same people with the same rights', async ({ fixture }) => {
    const discord = await fixture.start({ guilds: 3 });
    const client = await fixture.connect(discord);
    expect([...client.guilds.cache.keys()]).toEqual(discord.guilds.map(({ id }) => id));
    expect(discord.guilds[0]).toBe(discord.guild);
    await client.application.commands.set([
      { name: 'reload', description: 'Reloads', defaultMemberPermissions: ['ManageGuild'] },
    ]);
    const { admin, member } = discord.people;
    expect(inEach(discord, admin).map((client) => client.commands().length)).toEqual([1, 1, 1]);
    expect(inEach(discord, member).map((client) => client.commands().length)).toEqual([0, 0, 0]);
  });

  it('are where an interaction comes from and where its answer stays', async ({ fixture }) => {
    const discord = await fixture.start({ guilds: 2 });
    const client = await fixture.connect(discord, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(`in ${interaction.guildId}`);
    });
    await client.application.commands.set([{ name: 'where', description: 'Says where' }]);
    const clients = inEach(discord, discord.people.member);
    for (const [at, mira] of clients.entries()) {
      const answer = await mira.command('where').response();
      expect(answer.content).toBe(`in ${discord.guilds[at]?.id}`);
      expect(clients.map((each) => each.messages().includes(answer))).toEqual([at === 0, at === 1]);
    }
  });

  it('have messages and commands of their own', async ({ fixture }) => {
    const discord = await fixture.start({ guilds: 2 });
    const heard: (string | null)[] = [];
    const client = await fixture.connect(discord);
    client.on('messageCreate', ({ guildId }) => void heard.push(guildId));
    const [, second] = discord.guilds;
    await client.application.commands.set([{ name: 'here', description: 'Only here' }], second?.id ?? '');
    const clients = inEach(discord, discord.people.member);
    for (const mira of clients) mira.say('Good morning');
    expect(clients.map((mira) => mira.commands().map(({ name }) => name))).toEqual([[], ['here']]);
    await expect.poll(() => heard).toEqual(discord.guilds.map(({ id }) => id));
  });
});

describe('a thread', () => {
  it('is told to the bot with its message and channel, and is written in like a channel', async ({
    fixture,
  }) => {
    const discord = await fixture.start();
    const mira = discord.as(discord.people.member);
    const on = mira.say('A long story');
    const begun = createSignal<AnyThreadChannel>();
    const client = await fixture.connect(discord);
    client.once(Events.ThreadCreate, begun.resolve);
    const channel = mira.startThread(on, 'The story');
    const thread = await begun.promise;
    expect(thread).toMatchObject({ id: on.id, parentId: on.channel_id, name: 'The story' });
    await thread.send('Noted');
    expect(discord.as(discord.people.admin, { channel }).messages()).toMatchObject([{ content: 'Noted' }]);
    expect(mira.messages().map(({ content }) => content)).toEqual(['A long story']);
    expect(await client.channels.fetch(on.id, { force: true })).toMatchObject({ name: 'The story' });
    expect(() => mira.startThread(on, 'Again')).toThrow('the message has one');
  });
});
