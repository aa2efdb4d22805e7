import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody as SlashDefinition,
} from 'discord.js';
import { type Wording, wordingFor } from '../i18n/wording.ts';
import { privateNote, type Reply } from '../render/reply.ts';
import type { Command, CommandContext, RunInput } from './command.ts';

/** In servers and in direct messages with the bot. */
const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/**
 * For commands that not everybody may use: Discord offers them to members with Manage Server, or to whom the server's
 * own settings say. In direct messages it would offer them to everybody.
 */
export const FOR_MANAGERS = {
  contexts: [InteractionContextType.Guild],
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
};

type Option = APIApplicationCommandBasicOption | APIApplicationCommandSubcommandOption;

/** A slash command as Discord takes it: `definition` is in English, and the translations are added to it. */
export function slashCommand({
  options = [],
  ...definition
}: Omit<SlashDefinition, 'options'> & { options?: Option[] }): SlashDefinition {
  const { name, description } = definition;
  return {
    ...EVERYWHERE,
    ...definition,
    name_localizations: localized(({ commands }) => commands[name]?.name, name),
    description_localizations: localized(({ commands }) => commands[name]?.description, description),
    options: options.map((option) => translatedOption(name, option)),
  };
}

/**
 * `path`: what stands before the option's name in the translations, of a subcommand's options its name and a space. What
 * several subcommands have in common is there by its name alone.
 */
function translatedOption<Each extends Option>(command: string, option: Each, path: string = ''): Each {
  const { name, description } = option;
  const words = ({ commands }: Wording) => {
    const options = commands[command]?.options;
    return options?.[path + name] ?? options?.[name];
  };
  const isParent = option.type === ApplicationCommandOptionType.Subcommand;
  return {
    ...option,
    name_localizations: localized((wording) => words(wording)?.[0], name),
    description_localizations: localized((wording) => words(wording)?.[1], description),
    ...(isParent && {
      options: option.options?.map((each) => translatedOption(command, each, `${name} `)) ?? [],
    }),
  };
}

/** A command in the menu of a message: `reply` answers what the message says. */
export const messageCommand = (
  name: string,
  reply: (text: string, input: RunInput, context: CommandContext) => Promise<Reply>,
): Command => ({
  data: {
    ...EVERYWHERE,
    type: ApplicationCommandType.Message,
    name,
    name_localizations: localized(({ commands }) => commands[name]?.name, name),
  },
  isQuestion: true,

  async run(input, context) {
    const text = input.text('message')?.trim() ?? '';
    if (text === '') return privateNote(wordingFor(input.locale).notes.noText);
    return reply(text, input, context);
  },
});

/** Per locale of Discord, where the text differs from the English one, which all others are shown. */
export function localized(
  text: (wording: Wording) => string | undefined,
  english: string | undefined = text(wordingFor('en')),
): LocalizationMap {
  const entries = Object.values(Locale).flatMap((locale) => {
    const translated = text(wordingFor(locale));
    return translated === undefined || translated === english ? [] : [[locale, translated] as const];
  });
  return Object.fromEntries(entries);
}
