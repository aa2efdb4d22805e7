import {
  ComponentType,
  type APIComponentInLabel,
  type APIInteractionDataResolved,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  type APIModalSubmissionComponent,
  type Snowflake,
} from 'discord-api-types/v10';
import type { State } from '../state/state.ts';
import { ClientRefusal } from './client-refusal.ts';
import { fillInput, fillText, type ModalValue } from './modal-value.ts';
import { mergeResolved } from './resolved.ts';

/** A modal on a person's screen. */
export interface OpenModal {
  readonly data: APIModalInteractionResponseCallbackData;
  /** The interaction that the bot answered with it. */
  readonly openedBy: Snowflake;
}

/** What a person puts into a modal, by the custom id of each part; what is left out stays as the bot set it. */
export type ModalFields = Readonly<Record<string, ModalValue>>;

type Part = APIModalInteractionResponseCallbackData['components'][number];

const idsIn = (part: Part): (number | undefined)[] => {
  if (part.type === ComponentType.ActionRow) return [part.id, ...part.components.map(({ id }) => id)];
  return part.type === ComponentType.Label ? [part.id, part.component.id] : [part.id];
};

/** What a client sends for a filled-in modal. Throws ClientRefusal when it would not send it. */
export const modalInput = (
  state: State,
  channelId: Snowflake,
  { data }: OpenModal,
  fields: ModalFields,
): APIModalSubmission => {
  const taken = new Set(data.components.flatMap(idsIn));
  let lastId = 0;
  const idOf = ({ id }: { readonly id?: number }): number => {
    if (id) return id;
    do lastId += 1;
    while (taken.has(lastId));
    return lastId;
  };
  const known = new Set<string>();
  const resolved: APIInteractionDataResolved[] = [];
  const valueOf = ({ custom_id }: { readonly custom_id: string }): ModalValue | undefined => {
    known.add(custom_id);
    return fields[custom_id];
  };
  const fill = (component: APIComponentInLabel) => {
    const filled = fillInput(state, channelId, component, valueOf(component), idOf(component));
    resolved.push(filled.resolved);
    return filled.data;
  };
  const components = data.components.map((part): APIModalSubmissionComponent => {
    const id = idOf(part);
    switch (part.type) {
      case ComponentType.ActionRow:
        return {
          type: part.type,
          id,
          components: part.components.map((input) => fillText(input, valueOf(input), idOf(input))),
        };
      case ComponentType.Label:
        return { type: part.type, id, component: fill(part.component) };
      case ComponentType.TextDisplay:
        return { type: part.type, id };
    }
  });
  const stray = Object.keys(fields).find((customId) => !known.has(customId));
  if (stray !== undefined) throw new ClientRefusal(`Cannot fill in "${stray}": the modal has no such part`);
  const found = mergeResolved(resolved);
  return {
    custom_id: data.custom_id,
    components,
    ...(Object.keys(found).length > 0 ? { resolved: found } : {}),
  };
};
