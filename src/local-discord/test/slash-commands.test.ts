import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ComponentType,
  ContainerBuilder,
  Locale,
  MessageFlags,
  TextDisplayBuilder,
  type ApplicationCommandDataResolvable,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { describe, expect } from 'vitest';
import { createSignal, it, until, type Fixture } from './support/fixture.ts';

const ask: ApplicationCommandDataResolvable = {
  name: 'ask',
  description: 'Asks',
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'question',
      description: 'What',
      required: true,
      autocomplete: true,
    },
  ],
};

/** A server and a bot whose `/ask` does `run`. */
const withAsk = async (fixture: Fixture, run: (interaction: ChatInputCommandInteraction) => unknown) => {
  const discord = await fixture.start();
  const client = await fixture.connect(discord, async (interaction) => {
    if (interaction.isChatInputCommand()) await run(interaction);
  });
  await client.application.commands.set([ask]);
  return { discord, client, mira: discord.as(discord.people.member) };
};

describe('a slash command', () => {
  it('reaches the bot with who asked, where, what, and in which language', async ({ fixture }) => {
    const seen: unknown[] = [];
    const { discord } = await withAsk(fixture, async (interaction) => {
      seen.push(interaction.user.id, interaction.guildId, interaction.channelId, interaction.locale);
      seen.push(interaction.options.getString('question'), interaction.inCachedGuild());
      await interaction.reply('Noted');
    });
    const { member } = discord.people;
    const mira = discord.as(member, { channel: discord.channels.reports, locale: Locale.German });
    await mira.command('ask', { question: 'Wann?' }).response();
    expect(seen).toEqual([
      member.user.id,
      discord.guild.id,
      discord.channels.reports.id,
      'de',
      'Wann?',
      true,
    ]);
  });

  it('is answered in public unless the reply is ephemeral', async ({ fixture }) => {
    const { discord, mira } = await withAsk(fixture, async (interaction) => {
      const isSecret = interaction.options.getString('question') === 'secret';
      await interaction.reply({ content: 'Here', ...(isSecret ? { flags: MessageFlags.Ephemeral } : {}) });
    });
    const shown = await mira.command('ask', { question: 'open' }).response();
    const hidden = await mira.command('ask', { question: 'secret' }).response();
    expect(mira.messages().map(({ id }) => id)).toEqual([shown.id, hidden.id]);
    expect(discord.as(discord.people.owner).messages()).toEqual([shown]);
  });

  it('keeps the privacy of its deferral through edits and follow-ups', async ({ fixture }) => {
    const { mira } = await withAsk(fixture, async (interaction) => {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('Done');
      await interaction.followUp('One thing more');
    });
    const interaction = mira.command('ask', { question: 'x' });
    expect(await interaction.response()).toMatchObject({ content: 'Done', flags: MessageFlags.Ephemeral });
    expect(await interaction.followUp(1)).toMatchObject({ content: 'One thing more', flags: 0 });
    expect(interaction).toMatchObject({ deferred: true, ephemeral: true });
  });

  it('can be answered in private after a public deferral that was deleted', async ({ fixture }) => {
    const { discord, mira } = await withAsk(fixture, async (interaction) => {
      await interaction.deferReply();
      await interaction.deleteReply();
      await interaction.followUp({ content: 'For you', flags: MessageFlags.Ephemeral });
    });
    const interaction = mira.command('ask', { question: 'x' });
    expect(await interaction.followUp(1)).toMatchObject({
      content: 'For you',
      flags: MessageFlags.Ephemeral,
    });
    expect(discord.as(discord.people.owner).messages()).toEqual([]);
  });

  it('can have its answer fetched, edited, followed up and deleted', async ({ fixture }) => {
    const done = createSignal();
    const { mira } = await withAsk(fixture, async (interaction) => {
      await interaction.reply('First');
      const first = await interaction.fetchReply();
      await interaction.editReply(`${first.content}, then second`);
      const followUp = await interaction.followUp('Third');
      await interaction.editReply({ message: followUp, content: 'Third, changed' });
      await interaction.deleteReply(followUp);
      await interaction.deleteReply();
      done.resolve();
    });
    const interaction = mira.command('ask', { question: 'x' });
    await done.promise;
    expect(interaction.message).toBeUndefined();
    expect(interaction.followUps).toEqual([]);
    expect(mira.messages()).toEqual([]);
  });

  it('gives the bot its message back when asked for', async ({ fixture }) => {
    const { discord, mira } = await withAsk(fixture, async (interaction) => {
      if (interaction.options.getString('question') === 'later') {
        const { resource } = await interaction.deferReply({ withResponse: true });
        await interaction.editReply(`was thinking: ${resource?.message?.flags.has(MessageFlags.Loading)}`);
        return;
      }
      const { resource } = await interaction.reply({ content: 'Now', withResponse: true });
      await resource?.message?.reply('Seen');
    });
    expect(await mira.command('ask', { question: 'later' }).response()).toMatchObject({
      content: 'was thinking: true',
    });
    await mira.command('ask', { question: 'now' }).response();
    await until(discord, () => mira.messages().at(-1)?.content === 'Seen');
    expect(mira.messages().at(-1)?.referenced_message?.content).toBe('Now');
  });

  it('can be answered with files, which are offered for download', async ({ fixture }) => {
    const { mira } = await withAsk(fixture, async (interaction) => {
      const file = new AttachmentBuilder(Buffer.from('Tide tables'), {
        name: 'tides of may.txt',
        description: 'High water',
      });
      await interaction.deferReply();
      await interaction.editReply({ content: 'Attached', files: [file] });
    });
    const { attachments } = await mira.command('ask', { question: 'x' }).response();
    expect(attachments).toMatchObject([
      { filename: 'tides_of_may.txt', title: 'tides of may', size: 11, description: 'High water' },
    ]);
    const download = await fetch(attachments[0]?.url ?? '');
    expect(download.headers.get('content-disposition')).toContain('attachment');
    expect(await download.text()).toBe('Tide tables');
  });

  it('can be answered with Components V2, also after a deferral', async ({ fixture }) => {
    const source = new ButtonBuilder()
      .setLabel('Source')
      .setStyle(ButtonStyle.Link)
      .setURL('https://example.org');
    const container = new ContainerBuilder()
      .addTextDisplayComponents(new TextDisplayBuilder().setContent('  A quotation  '))
      .addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(source));
    const { discord, mira } = await withAsk(fixture, async (interaction) => {
      await interaction.deferReply();
      await interaction.editReply({ components: [container], flags: MessageFlags.IsComponentsV2 });
      await interaction.editReply({ components: [container, new TextDisplayBuilder().setContent('More')] });
    });
    const interaction = mira.command('ask', { question: 'x' });
    await until(discord, () => interaction.message?.components?.length === 2);
    expect(interaction.message).toMatchObject({
      flags: MessageFlags.IsComponentsV2,
      components: [
        {
          type: ComponentType.Container,
          id: 1,
          components: [
            { id: 2, content: 'A quotation' },
            { id: 3, components: [{ id: 4 }] },
          ],
        },
        { type: ComponentType.TextDisplay, id: 5, content: 'More' },
      ],
    });
  });

  it('suggests choices for an option, also for half a question', async ({ fixture }) => {
    const discord = await fixture.start();
    const client = await fixture.connect(discord, async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const text = interaction.options.getFocused();
      await interaction.respond([{ name: `${text}…`, value: text }]);
    });
    await client.application.commands.set([ask]);
    const choices = await discord
      .as(discord.people.member)
      .autocomplete('ask', { question: 'fal' }, 'question');
    expect(choices).toEqual([{ name: 'fal…', value: 'fal' }]);
  });
});

describe('a subcommand', () => {
  it('is named after its command, with the options it is given', async ({ fixture }) => {
    const discord = await fixture.start();
    const seen: unknown[] = [];
    const client = await fixture.connect(discord, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      seen.push(interaction.options.getSubcommand(), interaction.options.getInteger('times'));
      await interaction.reply('Noted');
    });
    const times = {
      type: ApplicationCommandOptionType.Integer,
      name: 'times',
      description: 'times',
    } as const;
    const add = {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'add',
      description: 'a',
      options: [times],
    } as const;
    await client.application.commands.set([{ name: 'library', description: 'l', options: [add] }]);
    await discord.as(discord.people.member).command('library add', { times: 3 }).response();
    expect(seen).toEqual(['add', 3]);
  });
});

describe('a message command', () => {
  it('is run on a message, and its answer points to it', async ({ fixture }) => {
    const discord = await fixture.start();
    const client = await fixture.connect(discord, async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(interaction.targetMessage.content);
    });
    await client.application.commands.set([
      { type: ApplicationCommandType.Message, name: 'Ask the reports' },
    ]);
    const mira = discord.as(discord.people.member);
    const message = mira.say('How deep is the harbour?');
    expect(await mira.messageCommand('Ask the reports', message).response()).toMatchObject({
      content: 'How deep is the harbour?',
      interaction_metadata: { target_message_id: message.id },
    });
  });
});
