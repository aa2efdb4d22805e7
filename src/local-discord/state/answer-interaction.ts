import {
  InteractionResponseType as Callback,
  InteractionType,
  MessageFlags,
  type APIApplicationCommandInteractionDataOption,
  type APIMessage,
  type ApplicationCommandOptionType,
  type Snowflake,
} from 'discord-api-types/v10';
import { invalidForm, unknownMessage } from '../api-error.ts';
import type { UploadedFile } from '../rest/read-body.ts';
import { choiceProblems } from '../rules/choice-rules.ts';
import { modalProblems } from '../rules/modal-rules.ts';
import { problem, within, type Problem } from '../rules/problem.ts';
import { describeInteraction } from './interaction-metadata.ts';
import type { CallbackBody } from './callback-body.ts';
import type { Interaction } from './interactions.ts';
import type { MessageBody } from './message-body.ts';
import type { StoredMessage } from './messages.ts';
import type { State } from './state.ts';

/** What a first response did: the message that it made or changed, if any. */
export interface Effect {
  readonly message?: APIMessage;
}

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
  if (problems.length > 0) throw invalidForm(within(['data'], problems));
};

const focusedType = (
  options: readonly APIApplicationCommandInteractionDataOption[] = [],
): ApplicationCommandOptionType | undefined => {
  for (const option of options) {
    if ('focused' in option && option.focused) return option.type;
    const nested = 'options' in option ? focusedType(option.options) : undefined;
    if (nested !== undefined) return nested;
  }
  return undefined;
};

/** The message on which the interaction happened. */
const messageUnder = (state: State, { payload }: Interaction): StoredMessage => {
  const found = payload.message && state.messages.find(payload.message.id);
  if (!found) throw unknownMessage();
  return found;
};

const placeOf = (state: State, interaction: Interaction, flags: number) => {
  const channelId = interaction.payload.channel?.id;
  if (channelId === undefined) throw new Error(`Interaction ${interaction.payload.id} has no channel`);
  return {
    channelId,
    author: state.world.bot.user,
    viewer: (flags & MessageFlags.Ephemeral) !== 0 ? interaction.userId : undefined,
    interaction: describeInteraction(state.interactions, interaction),
    at: ['data'],
  };
};

/** Makes a message that answers an interaction, first or later. Private when `flags` say so. */
export const createAnswer = (
  state: State,
  interaction: Interaction,
  body: MessageBody,
  files: readonly UploadedFile[],
  at: Problem['path'],
): StoredMessage =>
  state.messages.create({ ...placeOf(state, interaction, body.flags ?? 0), body, files, at });

/** Carries out the first response. Throws ApiError when it does not fit the interaction or breaks a limit. */
export const answerInteraction = (
  state: State,
  interaction: Interaction,
  callback: CallbackBody,
  files: readonly UploadedFile[],
): Effect => {
  const allowed = allowedCallbacks(interaction);
  if (!allowed.includes(callback.type)) {
    throw invalidForm([
      problem(
        ['type'],
        'BASE_TYPE_CHOICES',
        `Value must be one of {${allowed.join(', ')}} for this interaction.`,
      ),
    ]);
  }
  const { id } = interaction.payload;
  const at = state.clock.now();
  const settle = (
    kind: 'thinking' | 'replied' | 'update-deferred' | 'updated',
    messageId: Snowflake,
  ): void => {
    const deferred = kind === 'thinking' || kind === 'update-deferred';
    state.interactions.change(id, { state: { kind, at, messageId }, deferred });
  };
  switch (callback.type) {
    case Callback.ChannelMessageWithSource: {
      const { message } = createAnswer(state, interaction, callback.data ?? {}, files, ['data']);
      settle('replied', message.id);
      return { message };
    }
    case Callback.DeferredChannelMessageWithSource: {
      const flags = callback.data?.flags ?? 0;
      if ((flags & ~MessageFlags.Ephemeral) !== 0) {
        refuse([problem(['flags'], 'BASE_TYPE_BAD_VALUE', 'A deferral may only carry EPHEMERAL.')]);
      }
      const { message } = state.messages.createLoading(placeOf(state, interaction, flags));
      settle('thinking', message.id);
      return { message };
    }
    case Callback.DeferredMessageUpdate: {
      const { message } = messageUnder(state, interaction);
      settle('update-deferred', message.id);
      return { message };
    }
    case Callback.UpdateMessage: {
      const { message } = state.messages.edit(messageUnder(state, interaction), callback.data ?? {}, files, [
        'data',
      ]);
      settle('updated', message.id);
      return { message };
    }
    case Callback.ApplicationCommandAutocompleteResult: {
      const choices = callback.data?.choices ?? [];
      const type = focusedOptionType(interaction);
      if (type !== undefined) refuse(within(['choices'], choiceProblems(choices, type)));
      state.interactions.change(id, { state: { kind: 'suggested', at, choices } });
      return {};
    }
    case Callback.Modal:
      refuse(modalProblems(callback.data));
      state.interactions.change(id, { state: { kind: 'modal', at, modal: callback.data } });
      return {};
  }
};

const focusedOptionType = ({ payload }: Interaction): ApplicationCommandOptionType | undefined =>
  payload.type === InteractionType.ApplicationCommandAutocomplete
    ? focusedType(payload.data.options)
    : undefined;
