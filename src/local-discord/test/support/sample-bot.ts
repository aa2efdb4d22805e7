import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  Client,
  ContainerBuilder,
  Events,
  FileBuilder,
  GatewayIntentBits,
  ModalBuilder,
  MessageFlags,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  LabelBuilder,
  type ApplicationCommandDataResolvable,
  type ChatInputCommandInteraction,
  type Interaction,
} from 'discord.js';
import type { LocalDiscord } from '../../src/local-discord.ts';

/** What a bad report might say; each must reach the reader as these very characters. */
export const hostileTexts = {
  script: '<script>document.title="taken"</script><img src=x onerror=alert(1)>',
  everyone: '@everyone come here',
  maskedLink: '[click me](javascript:alert(1))',
  rightToLeft: 'قال الوزير إن السفينة غرقت',
  longWord: 'w'.repeat(600),
} as const;

const commands: ApplicationCommandDataResolvable[] = [
  {
    name: 'ask',
    nameLocalizations: { de: 'frage' },
    description: 'Quote the passage that answers',
    descriptionLocalizations: { de: 'Zitiere die Stelle, die antwortet' },
    options: [
      {
        name: 'question',
        description: 'What you want to know',
        type: ApplicationCommandOptionType.String,
        required: true,
        autocomplete: true,
      },
      {
        name: 'report',
        description: 'Look in one report only',
        type: ApplicationCommandOptionType.String,
        choices: [
          { name: 'The ferry inquiry', value: 'ferry' },
          { name: 'The harbour survey', value: 'harbour' },
        ],
      },
      { name: 'private', description: 'Show it to me alone', type: ApplicationCommandOptionType.Boolean },
      { name: 'limit', description: 'How many passages', type: ApplicationCommandOptionType.Integer },
    ],
  },
  { name: 'slow', description: 'Think first' },
  { name: 'silent', description: 'Never answer' },
  { name: 'hostile', description: 'Quote a bad report' },
  { name: 'form', description: 'Open a form' },
  { name: 'pick', description: 'Show menus' },
  { name: 'file', description: 'Send a file' },
  { name: 'language', description: 'Tell my language' },
  { name: 'reload', description: 'Read the reports again', defaultMemberPermissions: ['ManageGuild'] },
  { name: 'Quote this', type: ApplicationCommandType.Message },
];

const button = (
  id: string,
  label: string,
  style: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Success | ButtonStyle.Danger,
  disabled = false,
) => new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(style).setDisabled(disabled);

const answer = (question: string, page: number) => [
  new ContainerBuilder()
    .setAccentColor(0x0f6b6b)
    .addTextDisplayComponents(
      new TextDisplayBuilder().setContent(
        `> The ferry left the quay at 06:40. **It carried 112 passengers and nine crew**, two more than its certificate allowed.\n-# **Inquiry into the loss of the ferry** · Harbour Board · 1 July 2016 · ¶ ${page} · said by Col. Garver`,
      ),
      new TextDisplayBuilder().setContent(`You asked: ${question}`),
    ),
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    button('previous', 'Previous', ButtonStyle.Secondary, page === 1),
    button('next', 'Next', ButtonStyle.Primary, page === 3),
    button('dead', 'No answer', ButtonStyle.Danger),
    new ButtonBuilder().setLabel('Source').setStyle(ButtonStyle.Link).setURL('https://example.org/ferry'),
  ),
  new TextDisplayBuilder().setContent(`-# Passage ${page} of 3`),
];

const menu = (id: string, max: number) =>
  new StringSelectMenuBuilder()
    .setCustomId(id)
    .setPlaceholder(max > 1 ? 'Several reports' : 'One report')
    .setMaxValues(max)
    .addOptions(
      { label: 'The ferry inquiry', value: 'ferry', description: 'Harbour Board, 2016' },
      { label: 'The harbour survey', value: 'harbour', description: 'City, 2019' },
      { label: 'The tide tables', value: 'tides' },
    );

const menuRow = (id: string, max: number) =>
  new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu(id, max));

const { IsComponentsV2, Ephemeral } = MessageFlags;
const quiet = { allowedMentions: { parse: [] } } as const;

type Run = (interaction: ChatInputCommandInteraction) => Promise<unknown>;

const runs: Readonly<Record<string, Run>> = {
  ask: async (interaction) => {
    const isPrivate = interaction.options.getBoolean('private') ?? false;
    const flags = isPrivate ? ([IsComponentsV2, Ephemeral] as const) : ([IsComponentsV2] as const);
    await interaction.reply({
      ...quiet,
      components: answer(interaction.options.getString('question', true), 1),
      flags,
    });
  },
  slow: async (interaction) => void (await interaction.deferReply()),
  silent: async () => {},
  hostile: async (interaction) => {
    const text = `${hostileTexts.script}\n${hostileTexts.everyone}\n${hostileTexts.maskedLink}\n${hostileTexts.rightToLeft}\n${hostileTexts.longWord}`;
    const components = [
      new ContainerBuilder().addTextDisplayComponents(
        new TextDisplayBuilder().setContent(`> ${text.replaceAll('\n', '\n> ')}\n-# <b>x</b>`),
      ),
    ];
    await interaction.reply({ ...quiet, components, flags: [IsComponentsV2] });
  },
  form: async (interaction) => {
    const input = new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Paragraph);
    const label = new LabelBuilder()
      .setLabel('What is wrong?')
      .setDescription('In a sentence or two')
      .setTextInputComponent(input);
    await interaction.showModal(
      new ModalBuilder().setCustomId('form').setTitle('Report a wrong quote').addLabelComponents(label),
    );
  },
  pick: async (interaction) => {
    await interaction.reply({ content: 'Pick:', components: [menuRow('one', 1), menuRow('many', 3)] });
  },
  file: async (interaction) => {
    const files = [{ attachment: Buffer.from('word for word'), name: 'quotes.txt' }];
    const components = [
      new TextDisplayBuilder().setContent(
        '# Quotes\n- one\n- two\n  - deeper\n\nSee ||the end|| and `code`, <t:1700000000:D>.',
      ),
      new FileBuilder().setURL('attachment://quotes.txt'),
    ];
    await interaction.reply({ components, files, flags: [IsComponentsV2] });
  },
  language: async (interaction) =>
    void (await interaction.reply({ content: `Your language is ${interaction.locale}`, flags: [Ephemeral] })),
  reload: async (interaction) => void (await interaction.reply('Reports read again')),
};

const handle = async (interaction: Interaction): Promise<void> => {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    const questions = ['Who was on the ferry?', 'When did the ferry leave?', 'Who owned the quay?'];
    const fitting = questions.filter((question) => question.toLowerCase().includes(typed.toLowerCase()));
    await interaction.respond(fitting.map((name) => ({ name, value: name })));
  } else if (interaction.isChatInputCommand()) await runs[interaction.commandName]?.(interaction);
  else if (interaction.isMessageContextMenuCommand())
    await interaction.reply({
      content: `You marked: ${interaction.targetMessage.content}`,
      flags: [Ephemeral],
    });
  else if (interaction.isButton() && interaction.customId !== 'dead')
    await interaction.update({
      components: answer('Who was on the ferry?', interaction.customId === 'next' ? 2 : 1),
    });
  else if (interaction.isStringSelectMenu())
    await interaction.reply({ content: `Chosen: ${interaction.values.join(' + ')}`, flags: [Ephemeral] });
  else if (interaction.isModalSubmit())
    await interaction.reply(`Received: ${interaction.fields.getTextInputValue('why')}`);
};

/** A small bot that answers in every way the page has to draw. Rejects when it cannot log in. */
export const startSampleBot = async (
  discord: LocalDiscord,
): Promise<{ readonly stop: () => Promise<void> }> => {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    rest: { api: discord.apiUrl },
  });
  const ready = new Promise<Client<true>>((resolve) => void client.once(Events.ClientReady, resolve));
  client.on(Events.InteractionCreate, (interaction) => void handle(interaction));
  client.on(Events.MessageCreate, (message) => {
    if (message.author.bot || !message.mentions.has(discord.bot.user.id)) return;
    void message.reply({ ...quiet, content: `You wrote: ${message.content.replace(/<@\d+>\s*/, '')}` });
  });
  await client.login(discord.token);
  const online = await ready;
  await online.application.commands.set(commands);
  return { stop: () => client.destroy() };
};
