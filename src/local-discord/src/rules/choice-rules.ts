import { ApplicationCommandOptionType, type APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { problem, tooLong, prefixPaths, type Problem } from './problem.ts';

// Limits of Discord's documentation, "Autocomplete" and "Application Command Option Choice Structure".
const CHOICES = 25;
const NAME_CHARACTERS = 100;
const VALUE_CHARACTERS = 100;

const lengthProblems = (field: string, text: string, max: number): Problem[] => {
  if (text.length > max) return [tooLong([field], max)];
  return text.trim() === ''
    ? [problem([field], 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${max} in length.`)]
    : [];
};

const fitsType = (value: string | number, type: ApplicationCommandOptionType): boolean => {
  if (type === ApplicationCommandOptionType.String) return typeof value === 'string';
  if (type === ApplicationCommandOptionType.Integer) return Number.isSafeInteger(value);
  return typeof value === 'number';
};

/** What Discord refuses of choices, offered by a command or by autocomplete, for an option of type `type`. */
export const choiceProblems = (
  choices: readonly APIApplicationCommandOptionChoice[],
  type: ApplicationCommandOptionType,
): Problem[] => [
  ...(choices.length > CHOICES ? [tooLong([], CHOICES)] : []),
  ...choices.flatMap(({ name, value }, index) =>
    prefixPaths(
      [index],
      [
        ...lengthProblems('name', name, NAME_CHARACTERS),
        ...(typeof value === 'string' ? lengthProblems('value', value, VALUE_CHARACTERS) : []),
        ...(fitsType(value, type)
          ? []
          : [
              problem(
                ['value'],
                'BASE_TYPE_BAD_TYPE',
                `Must fit an option of type ${ApplicationCommandOptionType[type]}.`,
              ),
            ]),
      ],
    ),
  ),
];
