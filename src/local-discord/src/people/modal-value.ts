import {
  ComponentType,
  type APIComponentInLabel,
  type APIInteractionDataResolved,
  type APIModalSubmitTextInputComponent,
  type APITextInputComponent,
  type ModalSubmitComponent,
  type Snowflake,
} from 'discord-api-types/v10';
import type { State } from '../state/state.ts';
import { ClientRefusal } from './client-refusal.ts';
import { placeOf, resolveChannels, resolveRoles, resolveUsers, type Place } from './resolved.ts';
import { toUploads, uploadForInteraction, type UserFile } from './user-file.ts';

/** What a person puts into one part: text, the choice of a radio group, chosen values, files, or a tick. */
export type ModalValue = string | boolean | readonly string[] | readonly UserFile[];

export interface FilledInput {
  readonly data: ModalSubmitComponent;
  readonly resolved: APIInteractionDataResolved;
}

/** Characters of a text input when it does not say. Discord's documentation, "Text Input". */
const MAX_CHARACTERS = 4_000;

const refusal = (customId: string, why: string) => new ClientRefusal(`Cannot submit "${customId}": ${why}`);

/** What a client sends for a text input. Throws ClientRefusal when it would not. */
export const fillText = (
  input: APITextInputComponent,
  given: ModalValue | undefined,
  id: number,
): APIModalSubmitTextInputComponent => {
  const value = given ?? input.value ?? '';
  const refuse = (why: string) => refusal(input.custom_id, why);
  if (typeof value !== 'string') throw refuse('it takes text');
  if ((input.required ?? true) && value.trim() === '') throw refuse('it is required');
  const { min_length: min = 0, max_length: max = MAX_CHARACTERS } = input;
  if (value.length > max) throw refuse(`${value.length} characters, at most ${max}`);
  if (value !== '' && value.length < min) throw refuse(`${value.length} characters, at least ${min}`);
  return { type: input.type, id, custom_id: input.custom_id, value };
};

interface Counted {
  readonly custom_id: string;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly required?: boolean;
}

const checkCount = (
  { custom_id, min_values: min = 1, max_values, required = true }: Counted,
  count: number,
  what: string,
  most = 1,
): void => {
  const max = max_values ?? most;
  if (count < min && (required || count > 0)) throw refusal(custom_id, `${count} ${what}, at least ${min}`);
  if (count > max) throw refusal(custom_id, `${count} ${what}, at most ${max}`);
};

const readValues = (
  component: Counted,
  given: ModalValue | undefined,
  byDefault: readonly string[],
): string[] => {
  const values = given === undefined ? byDefault : [given].flat();
  if (!values.every((value) => typeof value === 'string'))
    throw refusal(component.custom_id, 'it takes values');
  return [...new Set(values)];
};

const requireOffered = (customId: string, values: readonly string[], offered: object): void => {
  const unknown = values.find((value) => !Object.hasOwn(offered, value));
  if (unknown !== undefined) throw refusal(customId, `"${unknown}" is not offered`);
};

interface Option {
  readonly value: string;
  readonly default?: boolean;
}

/** Of listed options. */
const readChosen = (
  component: Counted & { readonly options: readonly Option[] },
  given: ModalValue | undefined,
  most?: number,
): string[] => {
  const byDefault = component.options.filter((option) => option.default).map(({ value }) => value);
  const values = readValues(component, given, byDefault);
  checkCount(component, values.length, 'values', most);
  requireOffered(
    component.custom_id,
    values,
    Object.fromEntries(component.options.map(({ value }) => [value, true])),
  );
  return values;
};

const resolvers = {
  [ComponentType.UserSelect]: resolveUsers,
  [ComponentType.RoleSelect]: resolveRoles,
  [ComponentType.ChannelSelect]: resolveChannels,
  [ComponentType.MentionableSelect]: (world: Place, ids: readonly Snowflake[]) => ({
    ...resolveUsers(world, ids),
    ...resolveRoles(world, ids),
  }),
} satisfies Record<number, (world: Place, ids: readonly Snowflake[]) => APIInteractionDataResolved>;

/** What a client sends for one part of a modal; `undefined` leaves it as it is. Throws ClientRefusal when it would not. */
export const fillInput = (
  state: State,
  channelId: Snowflake,
  component: APIComponentInLabel,
  given: ModalValue | undefined,
  id: number,
): FilledInput => {
  const { custom_id } = component;
  switch (component.type) {
    case ComponentType.TextInput:
      return { data: fillText(component, given, id), resolved: {} };
    case ComponentType.StringSelect:
      return {
        data: { type: component.type, id, custom_id, values: readChosen(component, given) },
        resolved: {},
      };
    case ComponentType.CheckboxGroup: {
      const values = readChosen(component, given, component.options.length);
      return { data: { type: component.type, id, custom_id, values }, resolved: {} };
    }
    case ComponentType.RadioGroup: {
      const [value = null] = readChosen(component, given);
      return { data: { type: component.type, id, custom_id, value }, resolved: {} };
    }
    case ComponentType.Checkbox: {
      const value = given ?? component.default ?? false;
      if (typeof value !== 'boolean') throw refusal(custom_id, 'it takes true or false');
      return { data: { type: component.type, id, custom_id, value }, resolved: {} };
    }
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect: {
      const values = readValues(
        component,
        given,
        (component.default_values ?? []).map((each) => each.id),
      );
      checkCount(component, values.length, 'values');
      const resolved = resolvers[component.type](placeOf(state.world, channelId), values);
      requireOffered(custom_id, values, Object.assign({}, ...Object.values(resolved)));
      return { data: { type: component.type, id, custom_id, values }, resolved };
    }
    case ComponentType.FileUpload: {
      const files = given === undefined ? [] : [given].flat();
      if (!files.every((file) => typeof file === 'object')) throw refusal(custom_id, 'it takes files');
      checkCount(component, files.length, 'files');
      const attachments = uploadForInteraction(state, channelId, toUploads(files, component.file_types));
      const values = Object.keys(attachments);
      return {
        data: { type: component.type, id, custom_id, values },
        resolved: values.length > 0 ? { attachments } : {},
      };
    }
  }
};
