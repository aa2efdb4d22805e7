import { InteractionCallbackResponseSchema } from 'discord-api-spec/zod';
import {
  InteractionResponseType as Callback,
  MessageFlags,
  type APIMessage,
  type RESTPostAPIInteractionCallbackWithResponseResult,
} from 'discord-api-types/v10';
import { alreadyAcknowledged, invalidForm, unknownInteraction } from '../api-error.ts';
import { callbacks } from '../body-schemas.ts';
import { problem, type Problem } from '../rules/problem.ts';
import { parseBody, schemaProblems } from '../schema-check.ts';
import { answerInteraction } from '../state/answer-interaction.ts';
import type { CallbackBody } from '../state/request-bodies.ts';
import { FIRST_RESPONSE_MS, type Interaction } from '../state/interactions.ts';
import { hasFlag } from '../flags.ts';
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
  return parseBody(schema, json);
};

/** Throws unless the interaction still waits for its first response. */
const requireWaiting = (interaction: Interaction | undefined, token: string, now: number): Interaction => {
  if (!interaction || interaction.payload.token !== token) throw unknownInteraction();
  if ('at' in interaction.state) throw alreadyAcknowledged();
  const isLate = interaction.state.kind === 'failed' || now - interaction.createdAt > FIRST_RESPONSE_MS;
  if (isLate) throw unknownInteraction();
  return interaction;
};

const describe = (interaction: Interaction, type: Callback, message: APIMessage | undefined): ApiAnswer => {
  const flags = message?.flags;
  return ok({
    interaction: {
      id: interaction.payload.id,
      type: interaction.payload.type,
      ...(message
        ? {
            response_message_id: message.id,
            response_message_loading: hasFlag(flags, MessageFlags.Loading),
            response_message_ephemeral: hasFlag(flags, MessageFlags.Ephemeral),
          }
        : {}),
    },
    ...(message && type !== Callback.DeferredMessageUpdate ? { resource: { type, message } } : {}),
  } satisfies RESTPostAPIInteractionCallbackWithResponseResult);
};

/** The published description does not know that a deferral answers with its message too: for the check it is a reply. */
const answerProblems = (body: unknown): Problem[] => {
  if (body === undefined) return [];
  const answer: object = Object(body);
  const resource: object = Object(Reflect.get(answer, 'resource'));
  const isDeferral = Reflect.get(resource, 'type') === Callback.DeferredChannelMessageWithSource;
  const asReply = { ...answer, resource: { ...resource, type: Callback.ChannelMessageWithSource } };
  return schemaProblems(InteractionCallbackResponseSchema, isDeferral ? asReply : answer);
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
      const message = answerInteraction(state, interaction, callback, files);
      const wanted = query.get('with_response');
      return wanted === 'true' || wanted === '1' ? describe(interaction, callback.type, message) : NO_CONTENT;
    },
  });
