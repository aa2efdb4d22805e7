import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { commands } from '../../../commands/index.ts';
import type { Command } from '../../../src/discord/command.ts';

/** What is given to a command: options by name, and `subcommand`. */
export type Given = Readonly<Record<string, string | number | boolean | undefined>>;

export const commandNamed = (name: string): Command => {
  const command = commands.find(({ data }) => data.name === name);
  if (!command) throw new Error(`there is no command "${name}"`);
  return command;
};

const definitionsIn = ({ data }: Command) => ('options' in data && data.options) || [];

/** Empty for a command without. */
export const subcommandsOf = (command: Command): readonly string[] =>
  definitionsIn(command)
    .filter(({ type }) => type === ApplicationCommandOptionType.Subcommand)
    .map(({ name }) => name);

/** The names of the options that are completed. */
export const completedBy = (command: Command): readonly string[] => [
  ...new Set(
    definitionsIn(command)
      .flatMap((option) => [option, ...('options' in option ? (option.options ?? []) : [])])
      .filter((option) => 'autocomplete' in option && option.autocomplete)
      .map(({ name }) => name),
  ),
];

/** The input of a command, with these options. */
export const inputOf = (given: Given) => ({
  text: (option: string) => (given[option] === undefined ? undefined : String(given[option])),
  integer: (option: string) => (given[option] === undefined ? undefined : Number(given[option])),
  flag: (option: string) => (given[option] === undefined ? undefined : given[option] === true),
  attachment: () => undefined,
  subcommand: given['subcommand'] === undefined ? undefined : String(given['subcommand']),
});
