import { ChannelType, Events, GatewayIntentBits, MessageFlags, Partials, type Message } from 'discord.js';
import { describe, expect } from 'vitest';
import type { LocalDiscord } from '../src/local-discord.ts';
import { createSignal, it, until, type Fixture } from './support/fixture.ts';

/** What the bot's next message event says, when `write` writes. */
const nextMessage = async (
  fixture: Fixture,
  discord: LocalDiscord,
  write: () => unknown,
  intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
): Promise<Message> => {
  const client = await fixture.connect(discord, undefined, { intents, partials: [Partials.Channel] });
  const seen = createSignal<Message>();
  client.once(Events.MessageCreate, seen.resolve);
  write();
  return await seen.promise;
};

describe('a message of a person', () => {
  it('is told to the bot without its text', async ({ fixture }) => {
    const discord = await fixture.start();
    const { member } = discord.people;
    const message = await nextMessage(fixture, discord, () => discord.as(member).say('Not for you'));
    expect(message).toMatchObject({ content: '', guildId: discord.guild.id });
    expect(message.author.id).toBe(member.user.id);
  });

  it('is told with its text when it mentions the bot', async ({ fixture }) => {
    const discord = await fixture.start();
    const message = await nextMessage(fixture, discord, () =>
      discord.as(discord.people.member).mention('how deep?'),
    );
    expect(message.content).toBe(`<@${discord.applicationId}> how deep?`);
    expect(message.mentions.users.has(discord.applicationId)).toBe(true);
  });

  it('is told with its text in a private channel', async ({ fixture }) => {
    const discord = await fixture.start();
    const mira = discord.as(discord.people.member, { directMessage: true });
    const message = await nextMessage(fixture, discord, () => mira.say('How deep?'));
    expect(message).toMatchObject({ content: 'How deep?', guildId: null });
    expect(message.channel.type).toBe(ChannelType.DM);
  });

  it('is told with its text when the message content intent is granted and asked for', async ({
    fixture,
  }) => {
    const discord = await fixture.start({ grantedIntents: GatewayIntentBits.MessageContent });
    const intents = [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.MessageContent,
    ];
    const message = await nextMessage(
      fixture,
      discord,
      () => discord.as(discord.people.member).say('All'),
      intents,
    );
    expect(message.content).toBe('All');
  });

  it('hides the text of the message it replies to as well', async ({ fixture }) => {
    const discord = await fixture.start();
    const mira = discord.as(discord.people.member);
    const hidden = mira.say('Hidden');
    const message = await nextMessage(fixture, discord, () =>
      mira.mention('what of this?', { replyTo: hidden }),
    );
    expect(message.reference?.messageId).toBe(hidden.id);
    expect(message.channel.isTextBased() && message.channel.messages.cache.get(hidden.id)?.content).toBe('');
  });
});

describe('a message of the bot', () => {
  it('replies to a mention', async ({ fixture }) => {
    const discord = await fixture.start();
    const client = await fixture.connect(discord);
    client.on(Events.MessageCreate, (message) => {
      if (message.mentions.has(client.user))
        void message.reply({ content: '9 m', allowedMentions: { parse: [] } });
    });
    const mira = discord.as(discord.people.member);
    const question = mira.mention('how deep?');
    await until(discord, () => mira.messages().length === 2);
    expect(mira.messages()[1]).toMatchObject({
      content: '9 m',
      message_reference: { message_id: question.id },
      referenced_message: { id: question.id },
      mentions: [],
    });
  });

  it('is made once for a nonce that is enforced, and again for one that is not', async ({ fixture }) => {
    const discord = await fixture.start();
    const client = await fixture.connect(discord);
    const channel = client.channels.cache.get(discord.channels.general.id);
    if (!channel?.isSendable()) throw new Error('the bot cannot write in the channel');
    const enforced = { nonce: '7', enforceNonce: true };
    const first = await channel.send({ content: 'One', ...enforced });
    const second = await channel.send({ content: 'Two', ...enforced });
    expect([second.id, second.content]).toEqual([first.id, 'One']);
    await channel.send({ content: 'Three', nonce: '7' });
    await channel.send({ content: 'Four', nonce: '8', enforceNonce: true });
    const texts = discord
      .as(discord.people.member)
      .messages()
      .map(({ content }) => content);
    expect(texts).toEqual(['One', 'Three', 'Four']);
  });

  it('can be sent, fetched, edited and deleted in a private channel', async ({ fixture }) => {
    const discord = await fixture.start();
    const client = await fixture.connect(discord);
    const mira = discord.as(discord.people.member, { directMessage: true });
    const channel = await client.channels.fetch(mira.context.channel.id);
    if (!channel?.isSendable()) throw new Error('The private channel takes no messages');
    const message = await channel.send('Hello');
    expect(mira.messages()).toMatchObject([{ content: 'Hello' }]);
    await message.edit('Hello again');
    expect((await message.fetch(true)).content).toBe('Hello again');
    await message.delete();
    expect(mira.messages()).toEqual([]);
  });

  it.for([
    ['nobody, when told so', { parse: [] }, []],
    ['whom it names, by default', undefined, ['member']],
    ['only those that are listed', { users: ['0'] }, []],
  ] as const)('pings %s', async ([, allowed, pinged], { fixture }) => {
    const discord = await fixture.start();
    const client = await fixture.connect(discord);
    const { id } = discord.people.member.user;
    const channel = await client.channels.fetch(discord.channels.general.id);
    if (!channel?.isSendable()) throw new Error('No channel to send to');
    await channel.send({
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: 10, content: `Ask <@${id}>` }],
      ...(allowed ? { allowedMentions: { parse: [], users: 'users' in allowed ? allowed.users : [] } } : {}),
    });
    const [message] = discord.as(discord.people.member).messages();
    expect(message?.mentions.map((user) => user.id)).toEqual(
      pinged.map((who) => discord.people[who].user.id),
    );
  });

  it('is gone for the bot when somebody deletes it', async ({ fixture }) => {
    const discord = await fixture.start();
    const client = await fixture.connect(discord);
    const channel = await client.channels.fetch(discord.channels.general.id);
    if (!channel?.isSendable()) throw new Error('No channel to send to');
    const message = await channel.send('Soon gone');
    const deleted = createSignal<string>();
    client.once(Events.MessageDelete, ({ id }) => deleted.resolve(id));
    await message.delete();
    expect(await deleted.promise).toBe(message.id);
    await expect(message.fetch(true)).rejects.toMatchObject({ code: 10008 });
  });
});

describe('what the bot may ask', () => {
  it('is who it is, and who owns it', async ({ fixture }) => {
    const discord = await fixture.start();
    const client = await fixture.connect(discord);
    const application = await client.application.fetch();
    expect(application.owner?.id).toBe(discord.people.owner.user.id);
  });
});
