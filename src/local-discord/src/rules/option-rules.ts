import {
  ApplicationCommandOptionType,
  type APIApplicationCommandOption,
  type APIApplicationCommandOptionChoice,
  type LocalizationMap,
} from 'discord-api-types/v10';
import { choiceProblems } from './choice-rules.ts';
import { duplicates, missing, notEmulated, problem, prefixPaths, when, type Problem } from './problem.ts';

/** Names of chat commands and their options. Discord's documentation, "Application Command Naming". */
const NAME = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;

export const chatNameProblems = (name: string, path: Problem['path'] = ['name']): Problem[] =>
  when(
    !NAME.test(name) || name !== name.toLowerCase(),
    problem(path, 'APPLICATION_COMMAND_INVALID_NAME', `Command name is invalid: "${name}"`),
  );

/** Characters of the longest form of a text, itself or one of its translations: the one that counts towards limits. */
export const longest = (text: string, translations: LocalizationMap | null | undefined): number =>
  Math.max(text.length, ...Object.values(translations ?? {}).map((translated) => translated?.length ?? 0));

const { Attachment, Boolean: Flag, Integer, String: Text, Subcommand } = ApplicationCommandOptionType;
const EMULATED = new Set([Attachment, Flag, Integer, Text, Subcommand]);

const isSubcommand = ({ type }: APIApplicationCommandOption): boolean => type === Subcommand;

const nestedIn = (option: APIApplicationCommandOption): readonly APIApplicationCommandOption[] =>
  'options' in option ? (option.options ?? []) : [];

const choicesOf = (option: APIApplicationCommandOption): readonly APIApplicationCommandOptionChoice[] =>
  'choices' in option ? (option.choices ?? []) : [];

/** Characters that count towards a command's total. */
export const optionTextLength = (option: APIApplicationCommandOption): number =>
  longest(option.name, option.name_localizations) +
  longest(option.description, option.description_localizations) +
  choicesOf(option).reduce(
    (sum, { name, name_localizations, value }) =>
      sum + longest(name, name_localizations) + (typeof value === 'string' ? value.length : 0),
    0,
  ) +
  nestedIn(option).reduce((sum, nested) => sum + optionTextLength(nested), 0);

const rangeProblems = (option: APIApplicationCommandOption): Problem[] =>
  ['length', 'value'].flatMap((what) =>
    when(
      // A limit that is left out is NaN, which is never greater.
      Number(Reflect.get(option, `min_${what}`) ?? NaN) > Number(Reflect.get(option, `max_${what}`) ?? NaN),
      problem([`min_${what}`], 'BASE_TYPE_BAD_VALUE', `min_${what} must not exceed its maximum.`),
    ),
  );

const oneOptionProblems = (option: APIApplicationCommandOption): Problem[] => {
  const choices = choicesOf(option);
  return [
    ...chatNameProblems(option.name),
    ...when(option.description.trim() === '', missing(['description'])),
    ...when(
      'autocomplete' in option && option.autocomplete && choices.length > 0,
      problem(
        ['autocomplete'],
        'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
        'An option with choices cannot have autocomplete.',
      ),
    ),
    ...prefixPaths(['choices'], choiceProblems(choices, option.type)),
    ...duplicates(choices, ({ name }) => name).map((index) =>
      problem(
        ['choices', index, 'name'],
        'APPLICATION_COMMAND_OPTIONS_CHOICE_NAMES_DUPLICATE',
        'Choice names must be unique',
      ),
    ),
    ...rangeProblems(option),
    ...when(
      !EMULATED.has(option.type),
      notEmulated(['type'], `options of type ${ApplicationCommandOptionType[option.type]}`),
    ),
    ...prefixPaths(['options'], optionProblems(nestedIn(option))),
  ];
};

const misplacedProblems = (options: readonly APIApplicationCommandOption[]): Problem[] => {
  const firstOptional = options.findIndex((option) => !isSubcommand(option) && !option.required);
  const late = options.flatMap((option, index) =>
    firstOptional >= 0 && index > firstOptional && option.required ? [index] : [],
  );
  return [
    ...late.map((index) =>
      problem(
        [index],
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      ),
    ),
    ...when(
      options.some(isSubcommand) && !options.every(isSubcommand),
      problem(
        [],
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      ),
    ),
  ];
};

/** What Discord refuses of a command's options; paths within `options`. */
export const optionProblems = (options: readonly APIApplicationCommandOption[]): Problem[] => [
  ...options.flatMap((option, index) => prefixPaths([index], oneOptionProblems(option))),
  ...duplicates(options, ({ name }) => name).map((index) =>
    problem([index, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists'),
  ),
  ...misplacedProblems(options),
];
