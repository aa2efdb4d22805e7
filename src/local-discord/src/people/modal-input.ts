import {
  ComponentType,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  type APIModalSubmissionComponent,
  type APIModalSubmitTextInputComponent,
  type APITextInputComponent,
  type Snowflake,
} from 'discord-api-types/v10';
import { inputIn } from '../rules/modal-rules.ts';
import { ClientRefusal } from './client-refusal.ts';

/** A modal on a person's screen. */
export interface OpenModal {
  readonly data: APIModalInteractionResponseCallbackData;
  /** The interaction that the bot answered with it. */
  readonly openedBy: Snowflake;
}

/** What a person writes into a modal, by the custom id of each input; what is left out stays as the bot set it. */
export type ModalFields = Readonly<Record<string, string>>;

/** Characters of a text input when it does not say. Discord's documentation, "Text Input". */
export const MAX_CHARACTERS = 4_000;

const fillText = (
  input: APITextInputComponent,
  value: string,
  id: number,
): APIModalSubmitTextInputComponent => {
  const { custom_id, min_length: min = 0, max_length: max = MAX_CHARACTERS, required = true } = input;
  const refuse = (why: string) => new ClientRefusal(`Cannot submit "${custom_id}": ${why}`);
  if (required && value.trim() === '') throw refuse('it is required');
  if (value.length > max) throw refuse(`${value.length} characters, at most ${max}`);
  if (value !== '' && value.length < min) throw refuse(`${value.length} characters, at least ${min}`);
  return { type: input.type, id, custom_id, value };
};

/** What a client sends for a filled-in modal. Throws ClientRefusal when it would not send it. */
export const modalInput = ({ data }: OpenModal, fields: ModalFields): APIModalSubmission => {
  const inputs = data.components.flatMap((part) => inputIn(part) ?? []);
  const stray = Object.keys(fields).find((id) => !inputs.some(({ custom_id }) => custom_id === id));
  if (stray !== undefined) throw new ClientRefusal(`Cannot fill in "${stray}": the modal has no such part`);
  const taken = new Set([...data.components, ...inputs].map(({ id }) => id));
  let lastId = 0;
  const idOf = ({ id }: { readonly id?: number }): number => {
    if (id) return id;
    do lastId += 1;
    while (taken.has(lastId));
    return lastId;
  };
  const components = data.components.map((part): APIModalSubmissionComponent => {
    const id = idOf(part);
    const input = inputIn(part);
    if (!input) return { type: ComponentType.TextDisplay, id };
    const value = fields[input.custom_id] ?? input.value ?? '';
    return { type: ComponentType.Label, id, component: fillText(input, value, idOf(input)) };
  });
  return { custom_id: data.custom_id, components };
};
