import { MessageResponseSchema } from 'discord-api-spec/zod';
import type { Snowflake } from 'discord-api-types/v10';
import { expiredToken, unknownMessage, unknownWebhook } from '../api-error.ts';
import { followUp, followUpEdit } from '../body-schemas.ts';
import { parseBody } from '../schema-check.ts';
import { answerOrigin } from '../state/answer-interaction.ts';
import { originalMessageId, TOKEN_MS, type Interaction } from '../state/interactions.ts';
import type { MessageBody } from '../state/request-bodies.ts';
import type { StoredMessage } from '../state/messages.ts';
import type { State } from '../state/state.ts';
import type { UploadedFile } from './read-body.ts';
import { answerWith, NO_CONTENT, ok, route, type Route } from './route.ts';

const ORIGINAL = '@original';

interface InteractionParams {
  readonly application: Snowflake;
  readonly token: string;
}

/** What the bot may do with an interaction after its first response: the routes that end in the interaction's token. */
export const webhookRoutes = (state: State): Route[] => {
  const { world, clock, interactions, messages } = state;

  const open = ({ application, token }: InteractionParams): Interaction => {
    const interaction = interactions.findByToken(token);
    if (!interaction || application !== world.applicationId) throw unknownWebhook();
    if (clock.now() - interaction.createdAt > TOKEN_MS) throw expiredToken();
    // The token begins to work with the first response.
    if (!('at' in interaction.state)) throw unknownWebhook();
    return interaction;
  };

  const find = (interaction: Interaction, id: string): StoredMessage => {
    const original = originalMessageId(interaction);
    const wanted = id === ORIGINAL ? original : id;
    const isOwn = wanted !== undefined && (wanted === original || interaction.followUps.includes(wanted));
    const found = isOwn ? messages.find(wanted) : undefined;
    if (!found) throw unknownMessage();
    return found;
  };

  const edit = (
    interaction: Interaction,
    before: StoredMessage,
    body: MessageBody,
    files: readonly UploadedFile[],
  ) => {
    const { message } = messages.edit(before, { body, files });
    const { id } = interaction.payload;
    if (message.id === originalMessageId(interaction)) {
      const { state: now } = interaction;
      if (now.kind === 'thinking') interactions.change(id, { state: { ...now, kind: 'replied' } });
      if (now.kind === 'update-deferred') interactions.change(id, { state: { ...now, kind: 'updated' } });
    }
    return ok(message);
  };

  return [
    route({
      method: 'POST',
      path: '/webhooks/:application/:token',
      anonymous: true,
      answer: answerWith(MessageResponseSchema),
      run: ({ params, body: json, files }) => {
        const body = parseBody(followUp, json);
        const interaction = open(params);
        // Discord's documentation, "Create Followup Message": right after a deferral it edits the waiting message,
        // unless that was deleted.
        const waiting =
          interaction.state.kind === 'thinking' ? messages.find(interaction.state.messageId) : undefined;
        if (waiting) return edit(interaction, waiting, body, files);
        const { message } = messages.create(answerOrigin(state, interaction, body.flags), { body, files });
        interactions.change(interaction.payload.id, { followUps: [...interaction.followUps, message.id] });
        return ok(message);
      },
    }),
    route({
      method: 'GET',
      path: '/webhooks/:application/:token/messages/:message',
      anonymous: true,
      answer: answerWith(MessageResponseSchema),
      run: ({ params }) => ok(find(open(params), params.message).message),
    }),
    route({
      method: 'PATCH',
      path: '/webhooks/:application/:token/messages/:message',
      anonymous: true,
      answer: answerWith(MessageResponseSchema),
      run: ({ params, body: json, files }) => {
        const body = parseBody(followUpEdit, json);
        const interaction = open(params);
        return edit(interaction, find(interaction, params.message), body, files);
      },
    }),
    route({
      method: 'DELETE',
      path: '/webhooks/:application/:token/messages/:message',
      anonymous: true,
      run: ({ params }) => {
        messages.remove(find(open(params), params.message).message.id);
        return NO_CONTENT;
      },
    }),
  ];
};
