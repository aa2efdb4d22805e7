import {
  ApplicationCommandOptionType as OptionType,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandIntegerOption,
  type APIApplicationCommandNumberOption,
  type APIApplicationCommandStringOption,
  type APIInteractionDataResolved,
  type InteractionType,
  type Snowflake,
} from 'discord-api-types/v10';
import type { State } from '../state/state.ts';
import { ClientRefusal } from './client-refusal.ts';
import { placeOf, resolveChannels, resolveRoles, resolveUsers } from './resolved.ts';
import { toUploads, uploadForInteraction, type UserFile } from './user-file.ts';

/** What a person puts into an option: text, a number, a switch, an id of a user, role or channel, or a file. */
export type CommandOptionValue = string | number | boolean | UserFile;

export interface FilledOption {
  readonly data: APIApplicationCommandInteractionDataBasicOption<InteractionType.ApplicationCommand>;
  readonly resolved: APIInteractionDataResolved;
}

const refusal = ({ name }: APIApplicationCommandBasicOption, why: string): ClientRefusal =>
  new ClientRefusal(`Cannot fill in "${name}": ${why}`);

const requireChoice = (
  option:
    | APIApplicationCommandStringOption
    | APIApplicationCommandNumberOption
    | APIApplicationCommandIntegerOption,
  value: string | number,
): void => {
  const values: (string | number)[] = (option.choices ?? []).map((choice) => choice.value);
  if (values.length > 0 && !values.includes(value))
    throw refusal(option, `"${value}" is not one of its choices`);
};

const requireText = (option: APIApplicationCommandStringOption, value: CommandOptionValue): string => {
  if (typeof value !== 'string') throw refusal(option, 'it takes text');
  requireChoice(option, value);
  const { min_length: min = 0, max_length: max = 6_000 } = option;
  if (value.length > max) throw refusal(option, `${value.length} characters, at most ${max}`);
  if (value.length < min) throw refusal(option, `${value.length} characters, at least ${min}`);
  if (option.required && value.trim() === '') throw refusal(option, 'it is required');
  return value;
};

const requireNumber = (
  option: APIApplicationCommandNumberOption | APIApplicationCommandIntegerOption,
  value: CommandOptionValue,
): number => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw refusal(option, 'it takes a number');
  if (option.type === OptionType.Integer && !Number.isSafeInteger(value))
    throw refusal(option, 'it takes an integer');
  requireChoice(option, value);
  const { min_value: min, max_value: max } = option;
  if (min !== undefined && value < min) throw refusal(option, `${value} is less than ${min}`);
  if (max !== undefined && value > max) throw refusal(option, `${value} is more than ${max}`);
  return value;
};

/** The id, if `found` holds it. */
const requirePicked = (
  option: APIApplicationCommandBasicOption,
  value: CommandOptionValue,
  found: APIInteractionDataResolved,
): Snowflake => {
  const isKnown = (id: string) => Object.values(found).some((entries: object) => Object.hasOwn(entries, id));
  if (typeof value !== 'string' || !isKnown(value)) {
    throw refusal(option, `there is no such ${OptionType[option.type]}`);
  }
  return value;
};

/** What a client sends for one option. Throws ClientRefusal when it would not take `value`. */
export const fillOption = (
  state: State,
  channelId: Snowflake,
  option: APIApplicationCommandBasicOption,
  value: CommandOptionValue,
): FilledOption => {
  const world = placeOf(state.world, channelId);
  const { name } = option;
  const ids = typeof value === 'string' ? [value] : [];
  switch (option.type) {
    case OptionType.String:
      return { data: { name, type: option.type, value: requireText(option, value) }, resolved: {} };
    case OptionType.Integer:
      return { data: { name, type: option.type, value: requireNumber(option, value) }, resolved: {} };
    case OptionType.Number:
      return { data: { name, type: option.type, value: requireNumber(option, value) }, resolved: {} };
    case OptionType.Boolean:
      if (typeof value !== 'boolean') throw refusal(option, 'it takes true or false');
      return { data: { name, type: option.type, value }, resolved: {} };
    case OptionType.User: {
      const resolved = resolveUsers(world, ids);
      return { data: { name, type: option.type, value: requirePicked(option, value, resolved) }, resolved };
    }
    case OptionType.Role: {
      const resolved = resolveRoles(world, ids);
      return { data: { name, type: option.type, value: requirePicked(option, value, resolved) }, resolved };
    }
    case OptionType.Channel: {
      const resolved = resolveChannels(world, ids);
      return { data: { name, type: option.type, value: requirePicked(option, value, resolved) }, resolved };
    }
    case OptionType.Mentionable: {
      const resolved = { ...resolveUsers(world, ids), ...resolveRoles(world, ids) };
      return { data: { name, type: option.type, value: requirePicked(option, value, resolved) }, resolved };
    }
    case OptionType.Attachment: {
      if (typeof value !== 'object') throw refusal(option, 'it takes a file');
      const attachments = uploadForInteraction(state, channelId, toUploads([value], option.file_types));
      const [id = ''] = Object.keys(attachments);
      return { data: { name, type: option.type, value: id }, resolved: { attachments } };
    }
  }
};
