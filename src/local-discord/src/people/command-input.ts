import {
  ApplicationCommandOptionType as OptionType,
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandSubcommandGroupOption,
  type APIApplicationCommandSubcommandOption,
  type APIInteractionDataResolved,
  type InteractionType,
  type Snowflake,
} from 'discord-api-types/v10';
import type { State } from '../state/state.ts';
import { ClientRefusal } from './client-refusal.ts';
import { fillOption, type FilledOption, type CommandOptionValue } from './option-value.ts';
import { mergeResolved } from './resolved.ts';

export type CommandOptions = Readonly<Record<string, CommandOptionValue>>;

type InputType = InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete;
type Nested = APIApplicationCommandSubcommandOption | APIApplicationCommandSubcommandGroupOption;
type AnyOption = APIApplicationCommandBasicOption | Nested;

const isNested = (option: AnyOption): option is Nested =>
  option.type === OptionType.Subcommand || option.type === OptionType.SubcommandGroup;

const isBasic = (option: AnyOption): option is APIApplicationCommandBasicOption => !isNested(option);

const findNested = (options: readonly AnyOption[], name: string): Nested => {
  const found = options.filter(isNested).find((option) => option.name === name);
  if (!found) throw new ClientRefusal(`Cannot use "${name}": no such subcommand`);
  return found;
};

/** Fills in the options at the end of `path` (names of a group and a subcommand), and wraps them in what is above. */
const fillAt = <Type extends InputType>(
  options: readonly AnyOption[],
  path: readonly string[],
  fill: (
    definitions: readonly APIApplicationCommandBasicOption[],
  ) => APIApplicationCommandInteractionDataBasicOption<Type>[],
): APIApplicationCommandInteractionDataOption<Type>[] => {
  const [first, second] = path;
  if (first === undefined) {
    if (options.some(isNested))
      throw new ClientRefusal('Cannot use the command: name one of its subcommands');
    return fill(options.filter(isBasic));
  }
  const nested = findNested(options, first);
  if (nested.type === OptionType.Subcommand) {
    return [{ type: nested.type, name: first, options: fill(nested.options ?? []) }];
  }
  const inner = findNested(nested.options ?? [], second ?? '');
  if (inner.type === OptionType.SubcommandGroup)
    throw new ClientRefusal(`Cannot use "${inner.name}": it is a group`);
  const wrapped = { type: inner.type, name: inner.name, options: fill(inner.options ?? []) };
  return [{ type: nested.type, name: first, options: [wrapped] }];
};

const findDefinition = (definitions: readonly APIApplicationCommandBasicOption[], name: string) => {
  const found = definitions.find((option) => option.name === name);
  if (!found) throw new ClientRefusal(`Cannot fill in "${name}": the command has no such option`);
  return found;
};

export interface InputRequest {
  readonly command: APIApplicationCommand;
  readonly path: readonly string[];
  readonly values: CommandOptions;
  readonly channelId: Snowflake;
}

export interface CommandInput<Type extends InputType> {
  readonly options: APIApplicationCommandInteractionDataOption<Type>[];
  /** The users, roles, channels and files that the options name; left out when they name none. */
  readonly resolved?: APIInteractionDataResolved;
}

const resolvedOf = (filled: readonly FilledOption[]): { readonly resolved?: APIInteractionDataResolved } => {
  const resolved = mergeResolved(filled.map((option) => option.resolved));
  return Object.keys(resolved).length > 0 ? { resolved } : {};
};

/** What a client sends when a person runs a command. Throws ClientRefusal when it would not. */
export const commandInput = (
  state: State,
  { command, path, values, channelId }: InputRequest,
): CommandInput<InteractionType.ApplicationCommand> => {
  const filled: FilledOption[] = [];
  const options = fillAt<InteractionType.ApplicationCommand>(command.options ?? [], path, (definitions) => {
    const absent = definitions.find((option) => option.required && values[option.name] === undefined);
    if (absent) throw new ClientRefusal(`Cannot use "${command.name}": "${absent.name}" is required`);
    for (const [name, value] of Object.entries(values)) {
      filled.push(fillOption(state, channelId, findDefinition(definitions, name), value));
    }
    return filled.map(({ data }) => data);
  });
  return { options, ...resolvedOf(filled) };
};

/** What a client sends while a person types into `focused`: required options may still be missing. */
export const autocompleteInput = (
  state: State,
  { command, path, values, channelId }: InputRequest,
  focused: string,
): CommandInput<InteractionType.ApplicationCommandAutocomplete> => {
  const others: FilledOption[] = [];
  const options = fillAt<InteractionType.ApplicationCommandAutocomplete>(
    command.options ?? [],
    path,
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
