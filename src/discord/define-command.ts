import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type LocalizationMap,
  type RESTPostAPIChatInputApplicationCommandsJSONBody as SlashDefinition,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody as MenuDefinition,
} from 'discord.js';
import { en } from '../i18n/en.ts';
import { type Wording, wordingFor } from '../i18n/wording.ts';

type Names = Wording['commands'];
type SlashName = Exclude<keyof Names, MenuName>;
type MenuName = 'askReports' | 'checkReports';

/** An option without its texts, which stand with the language. */
type OptionOf<Name extends SlashName> = Wordless<APIApplicationCommandBasicOption> & {
  readonly name: keyof Names[Name]['options'] & string;
};
type Wordless<Option> = Option extends unknown ? Omit<Option, 'name' | 'description'> : never;

/** In servers and in direct messages with the bot. */
const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

/** A slash command as Discord takes it, with its names and descriptions in every language that Discord has. */
export function slashCommand<Name extends SlashName>(
  name: Name,
  options: readonly OptionOf<Name>[] = [],
): SlashDefinition {
  return {
    ...EVERYWHERE,
    ...texts(({ commands }) => commands[name]),
    options: options.map(
      (option) =>
        ({
          ...option,
          ...texts(({ commands }) => {
            const [optionName, description] = optionTexts(commands[name])[option.name] ?? [];
            return { name: optionName ?? option.name, description: description ?? '' };
          }),
        }) satisfies APIApplicationCommandBasicOption,
    ),
  };
}

const optionTexts = ({ options }: Names[SlashName]): Readonly<Record<string, readonly string[]>> => options;

/** A command in the menu of a message. */
export const messageCommand = (name: MenuName): MenuDefinition => ({
  ...EVERYWHERE,
  type: ApplicationCommandType.Message,
  name: en.commands[name].name,
  name_localizations: translations(({ commands }) => commands[name].name),
});

/** The English name and description, and those of the other languages. */
const texts = (of: (wording: Wording) => { readonly name: string; readonly description: string }) => ({
  name: of(en).name,
  name_localizations: translations((wording) => of(wording).name),
  description: of(en).description,
  description_localizations: translations((wording) => of(wording).description),
});

/** Per locale of Discord, where it differs from the English, which is what all others are shown. */
function translations(text: (wording: Wording) => string): LocalizationMap {
  const english = text(en);
  const entries = Object.values(Locale)
    .map((locale) => [locale, text(wordingFor(locale))] as const)
    .filter(([, translated]) => translated !== english);
  return Object.fromEntries(entries);
}
