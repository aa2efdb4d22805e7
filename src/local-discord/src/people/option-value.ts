import {
  ApplicationCommandOptionType as OptionType,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandIntegerOption,
  type APIApplicationCommandStringOption,
  type APIAttachment,
  type InteractionType,
  type Snowflake,
} from 'discord-api-types/v10';
import type { State } from '../state/state.ts';
import { ClientRefusal } from './client-refusal.ts';
import { toUploads, uploadForInteraction, type UserFile } from './user-file.ts';

/** What a person puts into an option: text, a whole number, a switch, or a file. */
export type CommandOptionValue = string | number | boolean | UserFile;

export interface FilledOption {
  readonly data: APIApplicationCommandInteractionDataBasicOption<InteractionType.ApplicationCommand>;
  readonly attachments?: Readonly<Record<Snowflake, APIAttachment>>;
}

const refusal = ({ name }: APIApplicationCommandBasicOption, why: string): ClientRefusal =>
  new ClientRefusal(`Cannot fill in "${name}": ${why}`);

const requireChoice = (
  option: APIApplicationCommandStringOption | APIApplicationCommandIntegerOption,
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

const requireInteger = (option: APIApplicationCommandIntegerOption, value: CommandOptionValue): number => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw refusal(option, 'it takes an integer');
  requireChoice(option, value);
  const { min_value: min, max_value: max } = option;
  if (min !== undefined && value < min) throw refusal(option, `${value} is less than ${min}`);
  if (max !== undefined && value > max) throw refusal(option, `${value} is more than ${max}`);
  return value;
};

/** What a client sends for one option. Throws ClientRefusal when it would not take `value`. */
export const fillOption = (
  state: State,
  channelId: Snowflake,
  option: APIApplicationCommandBasicOption,
  value: CommandOptionValue,
): FilledOption => {
  const { name } = option;
  switch (option.type) {
    case OptionType.String:
      return { data: { name, type: option.type, value: requireText(option, value) } };
    case OptionType.Integer:
      return { data: { name, type: option.type, value: requireInteger(option, value) } };
    case OptionType.Boolean:
      if (typeof value !== 'boolean') throw refusal(option, 'it takes true or false');
      return { data: { name, type: option.type, value } };
    case OptionType.Attachment: {
      if (typeof value !== 'object') throw refusal(option, 'it takes a file');
      const attachments = uploadForInteraction(state, channelId, toUploads([value]));
      const [id = ''] = Object.keys(attachments);
      return { data: { name, type: option.type, value: id }, attachments };
    }
    case OptionType.Number:
    case OptionType.User:
    case OptionType.Role:
    case OptionType.Channel:
    case OptionType.Mentionable:
      throw new Error(`Cannot fill in "${name}": such options are refused when a command is published`);
  }
};
