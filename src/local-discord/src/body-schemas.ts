import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { InteractionResponseType as Callback } from 'discord-api-types/v10';
import { array, boolean, extend, nullish, number, regex, string, union } from 'zod/mini';
import type { BodySchema } from './schema-check.ts';
import type { CallbackBody } from './state/request-bodies.ts';
import type { CommandBody } from './state/request-bodies.ts';
import type { MessageBody } from './state/request-bodies.ts';

// The type of the bodies that each schema of the published API description accepts.

export const newMessage: BodySchema<MessageBody> = MessageCreateRequestSchema;
export const messageEdit: BodySchema<MessageBody> = MessageEditRequestPartialSchema;
export const followUp: BodySchema<MessageBody> = IncomingWebhookRequestPartialSchema;
export const followUpEdit: BodySchema<MessageBody> = IncomingWebhookUpdateRequestPartialSchema;

/**
 * What Discord documents and discord.js sends, but the published description does not contain: permissions as digits
 * (it has only the old number), and `nsfw`.
 */
const undescribedFields = {
  default_member_permissions: nullish(union([string().check(regex(/^\d{1,20}$/)), number()])),
  nsfw: nullish(boolean()),
};

export const commandList: BodySchema<CommandBody[]> = array(
  extend(ApplicationCommandUpdateRequestSchema, undescribedFields),
);

/** The schema of a first response to an interaction, by its `type`. */
export const callbacks: ReadonlyMap<unknown, BodySchema<CallbackBody>> = new Map([
  [Callback.ChannelMessageWithSource, CreateMessageInteractionCallbackRequestSchema],
  [Callback.DeferredChannelMessageWithSource, CreateMessageInteractionCallbackRequestSchema],
  [Callback.DeferredMessageUpdate, UpdateMessageInteractionCallbackRequestSchema],
  [Callback.UpdateMessage, UpdateMessageInteractionCallbackRequestSchema],
  [Callback.ApplicationCommandAutocompleteResult, ApplicationCommandAutocompleteCallbackRequestSchema],
  [Callback.Modal, ModalInteractionCallbackRequestSchema],
]);
