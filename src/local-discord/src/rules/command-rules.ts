import { ApplicationCommandType, Locale, type LocalizationMap } from 'discord-api-types/v10';
import type { CommandBody } from '../state/request-bodies.ts';
import { chatNameProblems, longest, optionProblems, optionTextLength } from './option-rules.ts';
import { duplicates, missing, problem, prefixPaths, when, type Problem } from './problem.ts';

/** Characters of all names, descriptions and values of one command. Discord's documentation, "Slash Commands". */
const COMMAND_CHARACTERS = 8_000;

const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));

const localeProblems = (field: string, translations: LocalizationMap | null | undefined): Problem[] =>
  Object.keys(translations ?? {})
    .filter((locale) => !LOCALES.has(locale))
    .map((locale) =>
      problem([field, locale], 'BASE_TYPE_CHOICES', `"${locale}" is not a locale of Discord.`),
    );

const isChat = ({ type }: CommandBody): boolean =>
  (type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;

const optionsOf = (command: CommandBody) => command.options ?? [];
const descriptionOf = (command: CommandBody): string => command.description ?? '';

const chatProblems = (command: CommandBody): Problem[] => {
  const description = descriptionOf(command).trim();
  const options = optionsOf(command);
  const total =
    longest(command.name, command.name_localizations) +
    longest(description, command.description_localizations) +
    options.reduce((sum, option) => sum + optionTextLength(option), 0);
  return [
    ...chatNameProblems(command.name),
    ...Object.entries(command.name_localizations ?? {}).flatMap(([locale, name]) =>
      typeof name === 'string' ? chatNameProblems(name, ['name_localizations', locale]) : [],
    ),
    ...when(description === '', missing(['description'])),
    ...prefixPaths(['options'], optionProblems(options)),
    ...when(
      total > COMMAND_CHARACTERS,
      problem([], 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${COMMAND_CHARACTERS})`),
    ),
  ];
};

const menuProblems = (command: CommandBody): Problem[] => [
  ...when(command.name.trim() === '', missing(['name'])),
  ...when(
    descriptionOf(command) !== '',
    problem(['description'], 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION', 'Must be empty for this type'),
  ),
  ...when(
    optionsOf(command).length > 0,
    problem(['options'], 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS', 'Must be empty for this type'),
  ),
];

/** What Discord refuses of one command that its published API description accepts. */
const commandProblems = (command: CommandBody): Problem[] => [
  ...localeProblems('name_localizations', command.name_localizations),
  ...localeProblems('description_localizations', command.description_localizations),
  ...(isChat(command) ? chatProblems(command) : menuProblems(command)),
];

/** The same for a whole list that replaces the commands of a scope. */
export const commandListProblems = (commands: readonly CommandBody[]): Problem[] => [
  ...commands.flatMap((command, index) => prefixPaths([index], commandProblems(command))),
  ...duplicates(commands, ({ type, name }) => `${type ?? ApplicationCommandType.ChatInput} ${name}`).map(
    (index) =>
      problem(
        [index, 'name'],
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      ),
  ),
];
