import {
  ApplicationCommandOptionType as OptionType,
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  type APIInteractionDataResolved,
  type InteractionType,
  type Snowflake,
} from 'discord-api-types/v10';
import type { State } from '../state/state.ts';
import { ClientRefusal } from './client-refusal.ts';
import { fillOption, type FilledOption, type CommandOptionValue } from './option-value.ts';

export type CommandOptions = Readonly<Record<string, CommandOptionValue>>;

type InputType = InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete;

const isSubcommand = (option: APIApplicationCommandOption): option is APIApplicationCommandSubcommandOption =>
  option.type === OptionType.Subcommand;

const isBasic = (option: APIApplicationCommandOption): option is APIApplicationCommandBasicOption =>
  option.type !== OptionType.Subcommand && option.type !== OptionType.SubcommandGroup;

/** Fills in the options of the command, or of its subcommand, and wraps them in what is above. */
const fillAt = <Type extends InputType>(
  options: readonly APIApplicationCommandOption[],
  subcommand: string | undefined,
  fill: (
    definitions: readonly APIApplicationCommandBasicOption[],
  ) => APIApplicationCommandInteractionDataBasicOption<Type>[],
): APIApplicationCommandInteractionDataOption<Type>[] => {
  const subcommands = options.filter(isSubcommand);
  if (subcommand === undefined) {
    if (subcommands.length > 0)
      throw new ClientRefusal('Cannot use the command: name one of its subcommands');
    return fill(options.filter(isBasic));
  }
  const found = subcommands.find(({ name }) => name === subcommand);
  if (!found) throw new ClientRefusal(`Cannot use "${subcommand}": no such subcommand`);
  return [{ type: found.type, name: subcommand, options: fill(found.options ?? []) }];
};

const findDefinition = (definitions: readonly APIApplicationCommandBasicOption[], name: string) => {
  const found = definitions.find((option) => option.name === name);
  if (!found) throw new ClientRefusal(`Cannot fill in "${name}": the command has no such option`);
  return found;
};

export interface InputRequest {
  readonly command: APIApplicationCommand;
  readonly subcommand: string | undefined;
  readonly values: CommandOptions;
  readonly channelId: Snowflake;
}

export interface CommandInput<Type extends InputType> {
  readonly options: APIApplicationCommandInteractionDataOption<Type>[];
  /** The files that the options name; left out when they name none. */
  readonly resolved?: APIInteractionDataResolved;
}

const resolvedOf = (filled: readonly FilledOption[]): { readonly resolved?: APIInteractionDataResolved } => {
  const attachments = Object.assign({}, ...filled.map((option) => option.attachments));
  return Object.keys(attachments).length > 0 ? { resolved: { attachments } } : {};
};

/** What a client sends when a person runs a command. Throws ClientRefusal when it would not. */
export const commandInput = (
  state: State,
  { command, subcommand, values, channelId }: InputRequest,
): CommandInput<InteractionType.ApplicationCommand> => {
  const filled: FilledOption[] = [];
  const options = fillAt<InteractionType.ApplicationCommand>(
    command.options ?? [],
    subcommand,
    (definitions) => {
      const absent = definitions.find((option) => option.required && values[option.name] === undefined);
      if (absent) throw new ClientRefusal(`Cannot use "${command.name}": "${absent.name}" is required`);
      for (const [name, value] of Object.entries(values)) {
        filled.push(fillOption(state, channelId, findDefinition(definitions, name), value));
      }
      return filled.map(({ data }) => data);
    },
  );
  return { options, ...resolvedOf(filled) };
};

/** What a client sends while a person types into `focused`: required options may still be missing. */
export const autocompleteInput = (
  state: State,
  { command, subcommand, values, channelId }: InputRequest,
  focused: string,
): CommandInput<InteractionType.ApplicationCommandAutocomplete> => {
  const others: FilledOption[] = [];
  const options = fillAt<InteractionType.ApplicationCommandAutocomplete>(
    command.options ?? [],
    subcommand,
    (definitions) => {
      const option = findDefinition(definitions, focused);
      if (!('autocomplete' in option) || !option.autocomplete) {
        throw new ClientRefusal(`Cannot complete "${focused}": the option does not ask for it`);
      }
      for (const [name, value] of Object.entries(values)) {
        if (name !== focused)
          others.push(fillOption(state, channelId, findDefinition(definitions, name), value));
      }
      // Half-typed text, of a number too.
      const typed = values[focused];
      const value = typeof typed === 'object' ? typed.name : String(typed ?? '');
      return [
        ...others.map(({ data }) => asTyped(data)),
        { name: focused, type: option.type, value, focused: true },
      ];
    },
  );
  return { options, ...resolvedOf(others) };
};

/** During autocompletion Discord sends numbers as the text that was typed. */
const asTyped = (
  data: FilledOption['data'],
): APIApplicationCommandInteractionDataBasicOption<InteractionType.ApplicationCommandAutocomplete> =>
  data.type === OptionType.Integer || data.type === OptionType.Number
    ? { ...data, value: String(data.value) }
    : data;
