import {
  ApplicationCommandOptionType,
  Client,
  ComponentType,
  Events,
  GatewayIntentBits,
  TextInputStyle,
  type APIModalInteractionResponseCallbackData,
  type Interaction,
} from 'discord.js';
import type { LocalDiscord } from '../../src/local-discord.ts';

const survey: APIModalInteractionResponseCallbackData = {
  custom_id: 'survey',
  title: 'A new report',
  components: [
    { type: ComponentType.TextDisplay, content: 'Tell us **where it is from**.' },
    {
      type: ComponentType.Label,
      label: 'Publisher',
      description: 'As it stands on the cover',
      component: {
        type: ComponentType.TextInput,
        custom_id: 'publisher',
        style: TextInputStyle.Short,
        placeholder: 'Harbour Board',
        min_length: 3,
        max_length: 40,
      },
    },
    {
      type: ComponentType.Label,
      label: 'Beside',
      component: {
        type: ComponentType.TextInput,
        custom_id: 'beside',
        style: TextInputStyle.Paragraph,
        required: false,
      },
    },
  ],
};

const read = async (url: string): Promise<string> => await (await fetch(url)).text();

const handle = async (interaction: Interaction): Promise<void> => {
  if (interaction.isChatInputCommand() && interaction.commandName === 'import') {
    const { name, size, contentType, url } = interaction.options.getAttachment('file', true);
    const note = interaction.options.getString('note') ?? 'none';
    await interaction.reply(`${name}, ${size} bytes, ${contentType}, note ${note}: ${await read(url)}`);
  } else if (interaction.isChatInputCommand() && interaction.commandName === 'survey')
    await interaction.showModal(survey);
  else if (interaction.isChatInputCommand()) await interaction.reply('Here');
  else if (interaction.isModalSubmit()) {
    const { fields } = interaction;
    const values = ['publisher', 'beside'].map((id) => fields.getTextInputValue(id));
    await interaction.reply(values.join(' | '));
  }
};

const file = {
  type: ApplicationCommandOptionType.Attachment,
  name: 'file',
  description: 'A report',
} as const;

/** A bot that takes files and forms. Rejects when it cannot log in. */
export const startFormBot = async (
  discord: LocalDiscord,
): Promise<{ readonly stop: () => Promise<void> }> => {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.apiUrl } });
  const ready = new Promise<Client<true>>((resolve) => void client.once(Events.ClientReady, resolve));
  client.on(Events.InteractionCreate, (interaction) => void handle(interaction));
  await client.login(discord.token);
  const online = await ready;
  await online.application.commands.set([
    {
      name: 'import',
      description: 'Read a report',
      options: [
        { ...file, required: true },
        { type: ApplicationCommandOptionType.String, name: 'note', description: 'A word about it' },
      ],
    },
    { name: 'survey', description: 'Fill in a form' },
    { name: 'here', description: 'Say so' },
  ]);
  return { stop: () => client.destroy() };
};
