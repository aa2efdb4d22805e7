import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type LocalizationMap,
  type RESTPostAPIChatInputApplicationCommandsJSONBody as SlashDefinition,
} from 'discord.js';
import type { CommandTranslation } from '../i18n/translation.ts';
import { wordingFor } from '../i18n/wording.ts';
import { privateNote, type Reply } from '../render/reply.ts';
import type { Command, CommandContext, RunInput } from './command.ts';

/** In servers and in direct messages with the bot. */
const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/** A slash command as Discord takes it: `definition` is in English, and the translations are added to it. */
export function slashCommand({
  options = [],
  ...definition
}: Omit<SlashDefinition, 'options'> & { options?: APIApplicationCommandBasicOption[] }): SlashDefinition {
  const { name, description } = definition;
  return {
    ...EVERYWHERE,
    ...definition,
    name_localizations: localized(name, name, (words) => words.name),
    description_localizations: localized(name, description, (words) => words.description),
    options: options.map((option) => ({
      ...option,
      name_localizations: localized(name, option.name, ({ options: texts }) => texts?.[option.name]?.[0]),
      description_localizations: localized(
        name,
        option.description,
        ({ options: texts }) => texts?.[option.name]?.[1],
      ),
    })),
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
    name_localizations: localized(name, name, (words) => words.name),
  },
  isQuestion: true,

  async run(input, context) {
    const text = input.text('message')?.trim() ?? '';
    if (text === '') return privateNote(wordingFor(input.locale).notes.noText);
    return reply(text, input, context);
  },
});

/** Per locale of Discord, where the text differs from the English one, which all others are shown. */
function localized(
  command: string,
  english: string,
  text: (words: CommandTranslation) => string | undefined,
): LocalizationMap {
  const entries = Object.values(Locale).flatMap((locale) => {
    const translated = text(wordingFor(locale).commands[command] ?? {});
    return translated === undefined || translated === english ? [] : [[locale, translated] as const];
  });
  return Object.fromEntries(entries);
}
