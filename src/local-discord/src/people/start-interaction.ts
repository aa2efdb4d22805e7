import {
  ApplicationCommandType,
  InteractionType,
  type APIApplicationCommand,
  type APIApplicationCommandAutocompleteInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessage,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  type Snowflake,
} from 'discord-api-types/v10';
import type { State } from '../state/state.ts';
import { ClientRefusal } from './client-refusal.ts';
import { commandInput, autocompleteInput, type CommandOptions } from './command-input.ts';
import { createHandle, type InteractionHandle } from './interaction-handle.ts';
import { commonPayload, type ClientContext } from './interaction-payload.ts';
import { modalInput, type ModalFields, type OpenModal } from './modal-input.ts';
import { findUsableCommand } from './usable-commands.ts';

/** What a person's client needs of the server. */
export interface ClientHost {
  readonly state: State;
  readonly newToken: () => string;
  readonly sendInteraction: (payload: APIInteraction) => void;
}

/** The ways in which a person starts an interaction. Each throws ClientRefusal when a client would not send it. */
export interface InteractionStarter {
  command(fullName: string, values: CommandOptions): InteractionHandle;
  autocomplete(fullName: string, values: CommandOptions, focused: string): InteractionHandle;
  messageCommand(name: string, target: APIMessage): InteractionHandle;
  component(message: APIMessage, data: APIMessageComponentInteraction['data']): InteractionHandle;
  modal(modal: OpenModal, fields: ModalFields): InteractionHandle;
}

const describeCommand = ({ id, name, guild_id }: APIApplicationCommand) => ({
  id,
  name,
  ...(guild_id === undefined ? {} : { guild_id }),
});

export const createStarter = (
  { state, newToken, sendInteraction }: ClientHost,
  context: ClientContext,
): InteractionStarter => {
  const userId = context.person.user.id;
  const channelId = context.channel.id;
  const common = () => commonPayload(state, context, newToken());

  const start = (payload: APIInteraction, openedBy?: Snowflake): InteractionHandle => {
    state.interactions.add({ payload, userId, channelId, openedBy });
    sendInteraction(payload);
    return createHandle(state, payload.id);
  };

  const inputFor = (fullName: string, values: CommandOptions) => {
    const [name = '', subcommand] = fullName.split(' ');
    const command = findUsableCommand(state, context, ApplicationCommandType.ChatInput, name);
    return { command, subcommand, values, channelId };
  };

  return {
    command: (fullName, values) => {
      const request = inputFor(fullName, values);
      const { options, ...resolved } = commandInput(state, request);
      return start({
        ...common(),
        type: InteractionType.ApplicationCommand,
        data: {
          ...describeCommand(request.command),
          type: ApplicationCommandType.ChatInput,
          // A command without options has no such field.
          ...(options.length > 0 ? { options } : {}),
          ...resolved,
        },
      } satisfies APIChatInputApplicationCommandInteraction);
    },
    autocomplete: (fullName, values, focused) => {
      const request = inputFor(fullName, values);
      const input = autocompleteInput(state, request, focused);
      return start({
        ...common(),
        type: InteractionType.ApplicationCommandAutocomplete,
        data: { ...describeCommand(request.command), type: ApplicationCommandType.ChatInput, ...input },
      } satisfies APIApplicationCommandAutocompleteInteraction);
    },
    messageCommand: (name, message) => {
      const command = findUsableCommand(state, context, ApplicationCommandType.Message, name);
      return start({
        ...common(),
        type: InteractionType.ApplicationCommand,
        data: {
          ...describeCommand(command),
          type: ApplicationCommandType.Message,
          target_id: message.id,
          resolved: { messages: { [message.id]: message } },
        },
      } satisfies APIMessageApplicationCommandInteraction);
    },
    component: (message, data) =>
      start({
        ...common(),
        type: InteractionType.MessageComponent,
        data,
        message,
      } satisfies APIMessageComponentInteraction),
    modal: (modal, fields) => {
      const opener = state.interactions.find(modal.openedBy);
      if (opener?.userId !== userId)
        throw new ClientRefusal('Cannot submit the modal: it is not on this screen');
      const data = modalInput(modal, fields);
      const payload: APIModalSubmitInteraction = { ...common(), type: InteractionType.ModalSubmit, data };
      const { message } = opener.payload;
      return start(message ? { ...payload, message } : payload, modal.openedBy);
    },
  };
};
