import {
  InteractionResponseType as Callback,
  InteractionType,
  MessageFlags,
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  type APIMessage,
  type ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import { invalidForm, unknownMessage } from '../api-error.ts';
import type { UploadedFile } from '../rest/read-body.ts';
import { choiceProblems } from '../rules/choice-rules.ts';
import { modalProblems } from '../rules/modal-rules.ts';
import { problem, prefixPaths, type Problem } from '../rules/problem.ts';
import type { MessageOrigin } from './build-message.ts';
import type { CallbackBody } from './request-bodies.ts';
import { describeInteraction, type Interaction } from './interactions.ts';
import { hasFlag } from '../flags.ts';
import type { StoredMessage } from './messages.ts';
import { withoutNulls } from './normalize-components.ts';
import type { State } from './state.ts';

/** Which first responses fit which interaction. Discord's documentation, "Interaction Callback Type". */
const allowedCallbacks = ({ payload }: Interaction): readonly Callback[] => {
  const reply = [Callback.ChannelMessageWithSource, Callback.DeferredChannelMessageWithSource];
  const update = [Callback.DeferredMessageUpdate, Callback.UpdateMessage];
  switch (payload.type) {
    case InteractionType.ApplicationCommand:
      return [...reply, Callback.Modal];
    case InteractionType.MessageComponent:
      return [...reply, ...update, Callback.Modal];
    case InteractionType.ApplicationCommandAutocomplete:
      return [Callback.ApplicationCommandAutocompleteResult];
    case InteractionType.ModalSubmit:
      // A message can be updated only when the modal was opened from one.
      return payload.message ? [...reply, ...update] : reply;
    case InteractionType.Ping:
      return [Callback.Pong];
  }
};

const refuse = (problems: readonly Problem[]): void => {
  if (problems.length > 0) throw invalidForm(problems);
};

const requireFitting = (interaction: Interaction, { type }: CallbackBody): void => {
  const allowed = allowedCallbacks(interaction);
  if (allowed.includes(type)) return;
  const wanted = `Value must be one of {${allowed.join(', ')}} for this interaction.`;
  refuse([problem(['type'], 'BASE_TYPE_CHOICES', wanted)]);
};

/** The message on which the interaction happened. */
const messageUnder = (state: State, { payload }: Interaction): StoredMessage => {
  const found = payload.message && state.messages.find(payload.message.id);
  if (!found) throw unknownMessage();
  return found;
};

type TypedOption = APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommandAutocomplete>;

const findFocused = (options: readonly TypedOption[]): ApplicationCommandOptionType | undefined => {
  for (const option of options) {
    if ('focused' in option && option.focused) return option.type;
    const nested = 'options' in option ? findFocused(option.options ?? []) : undefined;
    if (nested !== undefined) return nested;
  }
  return undefined;
};

/** The type of the option that a person is typing into; undefined when this is not autocompletion. */
const focusedOptionType = (payload: APIInteraction): ApplicationCommandOptionType | undefined =>
  payload.type === InteractionType.ApplicationCommandAutocomplete
    ? findFocused(payload.data.options)
    : undefined;

/** Where an answer to the interaction goes; private when `flags` say so. */
export const answerOrigin = (
  state: State,
  interaction: Interaction,
  flags: number | null = 0,
): MessageOrigin => ({
  channelId: interaction.channelId,
  author: state.world.bot.user,
  viewer: hasFlag(flags, MessageFlags.Ephemeral) ? interaction.userId : undefined,
  interaction: describeInteraction(state.interactions, interaction),
});

/**
 * Carries out the first response, and gives the message that it made or changed, if any.
 * Throws ApiError when the response does not fit the interaction or breaks a limit.
 */
export const answerInteraction = (
  state: State,
  interaction: Interaction,
  callback: CallbackBody,
  files: readonly UploadedFile[],
): APIMessage | undefined => {
  requireFitting(interaction, callback);
  const { id } = interaction.payload;
  const at = state.clock.now();
  const settle = (
    kind: 'thinking' | 'replied' | 'update-deferred' | 'updated',
    message: APIMessage,
  ): APIMessage => {
    const deferred = kind === 'thinking' || kind === 'update-deferred';
    state.interactions.change(id, { state: { kind, at, messageId: message.id }, deferred });
    return message;
  };
  switch (callback.type) {
    case Callback.ChannelMessageWithSource: {
      const body = callback.data ?? {};
      const origin = answerOrigin(state, interaction, body.flags);
      return settle('replied', state.messages.create(origin, { body, files, at: ['data'] }).message);
    }
    case Callback.DeferredChannelMessageWithSource: {
      const flags = callback.data?.flags ?? 0;
      if ((flags & ~MessageFlags.Ephemeral) !== 0) {
        refuse([problem(['data', 'flags'], 'BASE_TYPE_BAD_VALUE', 'A deferral may only carry EPHEMERAL.')]);
      }
      return settle(
        'thinking',
        state.messages.createLoading(answerOrigin(state, interaction, flags)).message,
      );
    }
    case Callback.DeferredMessageUpdate:
      return settle('update-deferred', messageUnder(state, interaction).message);
    case Callback.UpdateMessage: {
      const request = { body: callback.data ?? {}, files, at: ['data'] };
      return settle('updated', state.messages.edit(messageUnder(state, interaction), request).message);
    }
    case Callback.ApplicationCommandAutocompleteResult: {
      const choices = callback.data?.choices ?? [];
      const type = focusedOptionType(interaction.payload);
      if (type !== undefined) refuse(prefixPaths(['data', 'choices'], choiceProblems(choices, type)));
      state.interactions.change(id, { state: { kind: 'suggested', at, choices } });
      return undefined;
    }
    case Callback.Modal:
      refuse(prefixPaths(['data'], modalProblems(callback.data)));
      state.interactions.change(id, { state: { kind: 'modal', at, modal: withoutNulls(callback.data) } });
      return undefined;
  }
};
