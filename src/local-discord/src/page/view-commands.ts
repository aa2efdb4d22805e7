import {
  ApplicationCommandOptionType as OptionType,
  ApplicationCommandType,
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandOptionChoice,
  type LocalizationMap,
} from 'discord-api-types/v10';
import type { CommandView, OptionChoice, OptionKind, OptionView, PageLocale } from './protocol.ts';

/** The text in the viewer's language where the bot gave one, else in its own. */
export const localized = (
  text: string,
  translations: LocalizationMap | null | undefined,
  locale: PageLocale,
): string => Object.entries(translations ?? {}).find(([language]) => language === locale)?.[1] ?? text;

/** The kinds of option that a command of this server may have. */
const kinds: Partial<Record<OptionType, OptionKind>> = {
  [OptionType.String]: 'string',
  [OptionType.Integer]: 'integer',
  [OptionType.Boolean]: 'boolean',
  [OptionType.Attachment]: 'attachment',
};

const choicesOf = (option: APIApplicationCommandBasicOption, locale: PageLocale): OptionChoice[] => {
  if (option.type === OptionType.Boolean)
    return [
      { label: 'True', value: true },
      { label: 'False', value: false },
    ];
  const choices: readonly APIApplicationCommandOptionChoice[] =
    'choices' in option ? (option.choices ?? []) : [];
  return choices.map(({ name, name_localizations, value }) => ({
    label: localized(name, name_localizations, locale),
    value,
  }));
};

const viewOption = (option: APIApplicationCommandBasicOption, locale: PageLocale): OptionView | undefined => {
  const kind = kinds[option.type];
  if (kind === undefined) return undefined;
  return {
    name: option.name,
    label: localized(option.name, option.name_localizations, locale),
    description: localized(option.description, option.description_localizations, locale),
    kind,
    required: option.required ?? false,
    autocomplete: 'autocomplete' in option && (option.autocomplete ?? false),
    choices: choicesOf(option, locale),
    ...('max_length' in option && option.max_length !== undefined ? { maxLength: option.max_length } : {}),
  };
};

type Described = Pick<
  APIApplicationCommand,
  'name' | 'name_localizations' | 'description' | 'description_localizations'
> & { readonly options?: readonly APIApplicationCommandOption[] };

const isNested = (option: APIApplicationCommandOption) =>
  option.type === OptionType.Subcommand || option.type === OptionType.SubcommandGroup;

const join = (first: string | undefined, second: string) =>
  first === undefined ? second : `${first} ${second}`;

/** One view for a plain command, or one for each subcommand. */
const viewChat = (
  command: Described,
  before: Pick<CommandView, 'name' | 'label'> | undefined,
  locale: PageLocale,
): CommandView[] => {
  const name = join(before?.name, command.name);
  const label = join(before?.label, localized(command.name, command.name_localizations, locale));
  const nested = (command.options ?? []).filter(isNested);
  if (nested.length > 0) return nested.flatMap((option) => viewChat(option, { name, label }, locale));
  const flat = (command.options ?? []).filter((option) => !isNested(option));
  const options = flat.flatMap((option) => viewOption(option, locale) ?? []);
  const description = localized(command.description, command.description_localizations, locale);
  return [{ kind: 'chat', name, label, description, options }];
};

/** The commands as the picker and the message menu show them, in the viewer's language. */
export const viewCommands = (commands: readonly APIApplicationCommand[], locale: PageLocale): CommandView[] =>
  commands.flatMap((command): CommandView[] => {
    if (command.type === ApplicationCommandType.ChatInput) return viewChat(command, undefined, locale);
    if (command.type !== ApplicationCommandType.Message) return [];
    const label = localized(command.name, command.name_localizations, locale);
    return [{ kind: 'message', name: command.name, label, description: '', options: [] }];
  });
