import { ApplicationCommandOptionType, type APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { missing, problem, tooLong, when, type Problem } from './problem.ts';

/** Characters of a value. Discord's documentation, "Application Command Option Choice Structure". */
const VALUE_CHARACTERS = 100;

const fitsType = (value: string | number, type: ApplicationCommandOptionType): boolean => {
  if (type === ApplicationCommandOptionType.String) return typeof value === 'string';
  if (type === ApplicationCommandOptionType.Integer) return Number.isSafeInteger(value);
  return typeof value === 'number';
};

/**
 * What Discord refuses of choices, offered by a command or by autocomplete, for an option of type `type`, and its
 * published API description accepts.
 */
export const choiceProblems = (
  choices: readonly APIApplicationCommandOptionChoice[],
  type: ApplicationCommandOptionType,
): Problem[] =>
  choices.flatMap(({ name, value }, index) => [
    ...when(name.trim() === '', missing([index, 'name'])),
    ...when(String(value).trim() === '', missing([index, 'value'])),
    ...when(String(value).length > VALUE_CHARACTERS, tooLong([index, 'value'], VALUE_CHARACTERS)),
    ...when(
      !fitsType(value, type),
      problem(
        [index, 'value'],
        'BASE_TYPE_BAD_TYPE',
        `Must fit an option of type ${ApplicationCommandOptionType[type]}.`,
      ),
    ),
  ]);
