import {
  ApplicationCommandOptionType as OptionType,
  ApplicationCommandType,
  ChannelType,
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type FileUploadType,
  type LocalizationMap,
} from 'discord-api-types/v10';
import type { LocalDiscord } from '../local-discord.ts';
import type { CommandView, OptionChoice, OptionKind, OptionView, PageLocale } from './protocol.ts';

type World = Pick<LocalDiscord, 'guild'>;

/** The text in the viewer's language where the bot gave one, else in its own. */
export const localized = (
  text: string,
  translations: LocalizationMap | null | undefined,
  locale: PageLocale,
): string => Object.entries(translations ?? {}).find(([language]) => language === locale)?.[1] ?? text;

/** The kinds of option the page can fill in; a command that requires another is not offered. */
const kinds: Partial<Record<OptionType, OptionKind>> = {
  [OptionType.String]: 'string',
  [OptionType.Integer]: 'integer',
  [OptionType.Number]: 'number',
  [OptionType.Boolean]: 'boolean',
  [OptionType.User]: 'user',
  [OptionType.Channel]: 'channel',
  [OptionType.Role]: 'role',
  [OptionType.Attachment]: 'attachment',
};

const choicesOf = (
  option: APIApplicationCommandBasicOption,
  { guild }: World,
  locale: PageLocale,
): OptionChoice[] => {
  switch (option.type) {
    case OptionType.Boolean:
      return [
        { label: 'True', value: true },
        { label: 'False', value: false },
      ];
    case OptionType.User:
      return guild.members.map(({ user }) => ({ label: user.global_name ?? user.username, value: user.id }));
    case OptionType.Channel:
      return guild.channels
        .filter(({ type }) => type === ChannelType.GuildText)
        .map(({ name, id }) => ({ label: `#${name}`, value: id }));
    case OptionType.Role:
      return guild.roles.map(({ name, id }) => ({ label: name, value: id }));
    case OptionType.String:
    case OptionType.Integer:
    case OptionType.Number:
      return (option.choices ?? []).map(({ name, name_localizations, value }) => ({
        label: localized(name, name_localizations, locale),
        value,
      }));
    case OptionType.Mentionable:
    case OptionType.Attachment:
      return [];
  }
};

/** Discord's file types as HTML's `accept`: `image` becomes `image/*`, and an ending stays. */
export const acceptOf = (types: readonly FileUploadType[] = []): string =>
  types.map((type) => (type.startsWith('.') ? type : `${type}/*`)).join();

const viewOption = (
  option: APIApplicationCommandBasicOption,
  world: World,
  locale: PageLocale,
): OptionView | undefined => {
  const kind = kinds[option.type];
  if (kind === undefined) return undefined;
  return {
    name: option.name,
    label: localized(option.name, option.name_localizations, locale),
    description: localized(option.description, option.description_localizations, locale),
    kind,
    required: option.required ?? false,
    autocomplete: 'autocomplete' in option && (option.autocomplete ?? false),
    choices: choicesOf(option, world, locale),
    accept: acceptOf(option.type === OptionType.Attachment ? option.file_types : undefined),
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
  world: World,
  locale: PageLocale,
): CommandView[] => {
  const name = join(before?.name, command.name);
  const label = join(before?.label, localized(command.name, command.name_localizations, locale));
  const nested = (command.options ?? []).filter(isNested);
  if (nested.length > 0) return nested.flatMap((option) => viewChat(option, { name, label }, world, locale));
  const flat = (command.options ?? []).filter((option) => !isNested(option));
  const options = flat.flatMap((option) => viewOption(option, world, locale) ?? []);
  if (flat.some((option) => option.required && kinds[option.type] === undefined)) return [];
  const description = localized(command.description, command.description_localizations, locale);
  return [{ kind: 'chat', name, label, description, options }];
};

/** The commands as the picker and the message menu show them, in the viewer's language. */
export const viewCommands = (
  commands: readonly APIApplicationCommand[],
  world: World,
  locale: PageLocale,
): CommandView[] =>
  commands.flatMap((command): CommandView[] => {
    if (command.type === ApplicationCommandType.ChatInput) return viewChat(command, undefined, world, locale);
    if (command.type !== ApplicationCommandType.Message) return [];
    const label = localized(command.name, command.name_localizations, locale);
    return [{ kind: 'message', name: command.name, label, description: '', options: [] }];
  });
