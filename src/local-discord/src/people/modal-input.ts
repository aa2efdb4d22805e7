import {
  ComponentType,
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  type APIModalSubmissionComponent,
  type APIModalSubmitStringSelectComponent,
  type APIModalSubmitTextInputComponent,
  type APIStringSelectComponent,
  type APITextInputComponent,
  type Snowflake,
} from 'discord-api-types/v10';
import { ClientRefusal } from './client-refusal.ts';

/** A modal on a person's screen. */
export interface OpenModal {
  readonly data: APIModalInteractionResponseCallbackData;
  /** The interaction that the bot answered with it. */
  readonly openedBy: Snowflake;
}

/** What a person puts into a modal, by the custom id of each part: text, or the values chosen in a menu. */
export type ModalFields = Readonly<Record<string, string | readonly string[]>>;

/** Characters of a text input when it does not say. Discord's documentation, "Text Input". */
const MAX_CHARACTERS = 4_000;

const submitText = (
  input: APITextInputComponent,
  fields: ModalFields,
  id: number,
): APIModalSubmitTextInputComponent => {
  const { custom_id } = input;
  const value = fields[custom_id] ?? input.value ?? '';
  const refuse = (why: string) => new ClientRefusal(`Cannot submit "${custom_id}": ${why}`);
  if (typeof value !== 'string') throw refuse('it takes text');
  if ((input.required ?? true) && value.trim() === '') throw refuse('it is required');
  const { min_length: min = 0, max_length: max = MAX_CHARACTERS } = input;
  if (value.length > max) throw refuse(`${value.length} characters, at most ${max}`);
  if (value !== '' && value.length < min) throw refuse(`${value.length} characters, at least ${min}`);
  return { type: ComponentType.TextInput, id, custom_id, value };
};

const submitSelect = (
  select: APIStringSelectComponent,
  fields: ModalFields,
  id: number,
): APIModalSubmitStringSelectComponent => {
  const { custom_id, min_values: min = 1, max_values: max = 1 } = select;
  const values = [fields[custom_id] ?? []].flat();
  const refuse = (why: string) => new ClientRefusal(`Cannot submit "${custom_id}": ${why}`);
  const mayBeEmpty = select.required === false;
  if (values.length < min && !(mayBeEmpty && values.length === 0))
    throw refuse(`${values.length} values, at least ${min}`);
  if (values.length > max) throw refuse(`${values.length} values, at most ${max}`);
  const unknown = values.find((value) => !select.options.some((option) => option.value === value));
  if (unknown !== undefined) throw refuse(`"${unknown}" is not offered`);
  return { type: ComponentType.StringSelect, id, custom_id, values };
};

const submitPart = (component: APIComponentInLabel, fields: ModalFields, id: number) => {
  if (component.type === ComponentType.TextInput) return submitText(component, fields, id);
  if (component.type === ComponentType.StringSelect) return submitSelect(component, fields, id);
  throw new ClientRefusal(
    `Cannot submit "${component.custom_id}": this client does not draw type ${component.type}`,
  );
};

/** What a client sends for a filled-in modal. Throws ClientRefusal when it would not send it. */
export const modalInput = ({ data }: OpenModal, fields: ModalFields): APIModalSubmission => {
  let lastId = 0;
  const nextId = () => (lastId += 1);
  const known = new Set<string>();
  const note = <T extends { custom_id: string }>(part: T): T => {
    known.add(part.custom_id);
    return part;
  };
  const components = data.components.map((part): APIModalSubmissionComponent => {
    const id = nextId();
    switch (part.type) {
      case ComponentType.ActionRow:
        return {
          type: part.type,
          id,
          components: part.components.map((input) => note(submitText(input, fields, nextId()))),
        };
      case ComponentType.Label:
        return { type: part.type, id, component: note(submitPart(part.component, fields, nextId())) };
      case ComponentType.TextDisplay:
        return { type: part.type, id };
    }
  });
  const stray = Object.keys(fields).find((customId) => !known.has(customId));
  if (stray !== undefined) throw new ClientRefusal(`Cannot fill in "${stray}": the modal has no such part`);
  return { custom_id: data.custom_id, components };
};
