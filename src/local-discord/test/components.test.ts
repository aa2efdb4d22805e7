import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ComponentType,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  type Interaction,
} from 'discord.js';
import { describe, expect } from 'vitest';
import { it, type Fixture } from './support/fixture.ts';

const ask = { name: 'ask', description: 'Asks' };

/** A bot that answers `/ask` with a message, and `run`s what comes of it. */
const withComponents = async (
  fixture: Fixture,
  components: readonly ActionRowBuilder<ButtonBuilder | StringSelectMenuBuilder>[],
  run: (interaction: Interaction) => unknown,
) => {
  const discord = await fixture.start();
  const client = await fixture.connect(discord, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: 'Choose', components });
    else await run(interaction);
  });
  await client.application.commands.set([ask]);
  const mira = discord.as(discord.people.member);
  const message = await mira.command('ask').response();
  return { discord, mira, message };
};

const button = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder().setCustomId('next').setLabel('Next').setStyle(ButtonStyle.Primary),
);
const menu = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
  new StringSelectMenuBuilder()
    .setCustomId('report')
    .addOptions({ label: 'Ferry', value: 'ferry' }, { label: 'Harbour', value: 'harbour' }),
);

describe('a component', () => {
  it('changes its message', async ({ fixture }) => {
    const { mira, message } = await withComponents(fixture, [button], async (interaction) => {
      if (interaction.isButton()) await interaction.update({ content: 'Page 2', components: [] });
    });
    const changed = await mira.click(message, 'next').response();
    expect(changed).toMatchObject({ id: message.id, content: 'Page 2', components: [] });
  });

  it('changes its message after taking note of the click', async ({ fixture }) => {
    const { mira, message } = await withComponents(fixture, [button], async (interaction) => {
      if (!interaction.isButton()) return;
      await interaction.deferUpdate();
      await interaction.editReply('Page 2');
    });
    const click = mira.click(message, 'next');
    expect(await click.response()).toMatchObject({ id: message.id, content: 'Page 2' });
    expect(click.deferred).toBe(true);
  });

  it('can be answered with a private message of its own', async ({ fixture }) => {
    const { discord, message } = await withComponents(fixture, [menu], async (interaction) => {
      if (!interaction.isStringSelectMenu()) return;
      await interaction.reply({ content: interaction.values.join(), flags: MessageFlags.Ephemeral });
    });
    const owner = discord.as(discord.people.owner);
    const choice = owner.choose(message, 'report', ['harbour']);
    expect(await choice.response()).toMatchObject({ content: 'harbour' });
    expect(choice.ephemeral).toBe(true);
  });

  it('opens a modal, whose text comes back', async ({ fixture }) => {
    const input = new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Short);
    const modal = new ModalBuilder()
      .setCustomId('ask-again')
      .setTitle('Ask again')
      .addLabelComponents(new LabelBuilder().setLabel('Question').setTextInputComponent(input));
    const { mira, message } = await withComponents(fixture, [button], async (interaction) => {
      if (interaction.isButton()) await interaction.showModal(modal);
      if (interaction.isModalSubmit() && interaction.isFromMessage()) {
        await interaction.update(`You asked: ${interaction.fields.getTextInputValue('text')}`);
      }
    });
    const opened = await mira.click(message, 'next').modal();
    expect(opened.data.title).toBe('Ask again');
    const answer = await mira.submit(opened, { text: 'How deep?' }).response();
    expect(answer).toMatchObject({ id: message.id, content: 'You asked: How deep?' });
  });

  it('opens a modal from a command, answered with a new message', async ({ fixture }) => {
    const discord = await fixture.start();
    const client = await fixture.connect(discord, async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.showModal({
          custom_id: 'm',
          title: 'Pick',
          components: [
            { type: ComponentType.TextDisplay, content: 'Which report?' },
            {
              type: ComponentType.Label,
              label: 'Report',
              component: { type: ComponentType.TextInput, custom_id: 'r', style: TextInputStyle.Short },
            },
          ],
        });
      }
      if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('r'));
    });
    await client.application.commands.set([ask]);
    const mira = discord.as(discord.people.member);
    const opened = await mira.command('ask').modal();
    expect(await mira.submit(opened, { r: 'ferry' }).response()).toMatchObject({ content: 'ferry' });
  });
});
