import { describe, expect } from 'vitest';
import { it } from './support/fixture.ts';
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
    for (const guild of discord.guilds) {
      const { members } = await client.guilds.fetch(guild.id);
      const { admin, member } = discord.people;
      expect((await members.fetch(admin.user.id)).permissions.has('ManageGuild')).toBe(true);
      expect((await members.fetch(member.user.id)).permissions.has('ManageGuild')).toBe(false);
    }
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
