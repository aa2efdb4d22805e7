import {
  ApplicationCommandType,
  InteractionType,
  type APIApplicationCommandInteractionMetadata,
  type APIInteraction,
  type APIMessageComponentInteractionMetadata,
  type APIMessageInteractionMetadata,
} from 'discord-api-types/v10';
import type { Interaction, Interactions } from './interactions.ts';

type Opener = APIApplicationCommandInteractionMetadata | APIMessageComponentInteractionMetadata;

const common = ({ id, authorizing_integration_owners, member, user }: APIInteraction) => {
  const person = member?.user ?? user;
  if (!person) throw new Error(`Cannot describe interaction ${id}: nobody started it`);
  return { id, authorizing_integration_owners, user: person };
};

const describeOpener = (payload: APIInteraction): Opener => {
  if (payload.type === InteractionType.MessageComponent) {
    return { ...common(payload), type: payload.type, interacted_message_id: payload.message.id };
  }
  if (payload.type !== InteractionType.ApplicationCommand) {
    throw new Error(`Cannot describe interaction ${payload.id}: type ${payload.type} makes no message`);
  }
  const target = payload.data.type === ApplicationCommandType.Message ? payload.data.target_id : undefined;
  return { ...common(payload), type: payload.type, ...(target ? { target_message_id: target } : {}) };
};

/** What a message says of the interaction that it answers. */
export const describeInteraction = (
  interactions: Interactions,
  { payload, openedBy }: Interaction,
): APIMessageInteractionMetadata => {
  if (payload.type !== InteractionType.ModalSubmit) return describeOpener(payload);
  const opener = openedBy === undefined ? undefined : interactions.find(openedBy);
  if (!opener) throw new Error(`Cannot describe interaction ${payload.id}: nothing opened its modal`);
  return {
    ...common(payload),
    type: payload.type,
    triggering_interaction_metadata: describeOpener(opener.payload),
  };
};
