import { InteractionCallbackResponseSchema } from 'discord-api-spec/zod';
import { InteractionResponseType as Callback, MessageFlags } from 'discord-api-types/v10';
import { alreadyAcknowledged, invalidForm, unknownInteraction } from '../api-error.ts';
import { callbacks } from '../body-schemas.ts';
import { problem, type Problem } from '../rules/problem.ts';
import { requireSchema, schemaProblems } from '../schema-check.ts';
import { answerInteraction, type Effect } from '../state/answer-interaction.ts';
import type { CallbackBody } from '../state/callback-body.ts';
import { FIRST_RESPONSE_MS, type Interaction } from '../state/interactions.ts';
import type { State } from '../state/state.ts';
import { NO_CONTENT, ok, route, type ApiAnswer, type Route } from './route.ts';

const parseCallback = (json: unknown): CallbackBody => {
  const type = typeof json === 'object' && json !== null && 'type' in json ? json.type : undefined;
  const schema = callbacks.get(type);
  if (!schema) {
    throw invalidForm([
      problem(['type'], 'BASE_TYPE_CHOICES', `Value must be one of {${[...callbacks.keys()].join(', ')}}.`),
    ]);
  }
  requireSchema(schema, json);
  return json;
};

/** Throws unless the interaction still waits for its first response. */
const requireWaiting = (interaction: Interaction | undefined, token: string, now: number): Interaction => {
  if (!interaction || interaction.payload.token !== token) throw unknownInteraction();
  if ('at' in interaction.state) throw alreadyAcknowledged();
  if (interaction.state.kind === 'failed' || now - interaction.createdAt > FIRST_RESPONSE_MS)
    throw unknownInteraction();
  return interaction;
};

const describe = (interaction: Interaction, type: Callback, { message }: Effect): ApiAnswer => {
  const flags = message?.flags ?? 0;
  return ok({
    interaction: {
      id: interaction.payload.id,
      type: interaction.payload.type,
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: (flags & MessageFlags.Loading) !== 0,
            response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
          }
        : {}),
    },
    ...(message && type !== Callback.DeferredMessageUpdate ? { resource: { type, message } } : {}),
  });
};

/** The published description does not know that a deferral answers with its message too: for the check it is a reply. */
const answerProblems = (body: unknown): Problem[] => {
  const text = JSON.stringify(body, (key, value: unknown) =>
    key === 'resource' && typeof value === 'object' && value !== null && Reflect.get(value, 'type') === 5
      ? { ...value, type: Callback.ChannelMessageWithSource }
      : value,
  );
  return body === undefined ? [] : schemaProblems(InteractionCallbackResponseSchema, JSON.parse(text));
};

/** The first response to an interaction. */
export const callbackRoute = (state: State): Route =>
  route({
    method: 'POST',
    path: '/interactions/:interaction/:token/callback',
    anonymous: true,
    answer: answerProblems,
    run: ({ params, query, body, files }) => {
      const callback = parseCallback(body);
      const found = state.interactions.find(params.interaction);
      const interaction = requireWaiting(found, params.token, state.clock.now());
      const effect = answerInteraction(state, interaction, callback, files);
      const wanted = query.get('with_response');
      return wanted === 'true' || wanted === '1' ? describe(interaction, callback.type, effect) : NO_CONTENT;
    },
  });
