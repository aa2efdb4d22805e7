import {
  ApplicationCommandType,
  InteractionType,
  type APIApplicationCommand,
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandOptionChoice,
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
import { fillIn, typeInto, type GivenOptions } from './command-input.ts';
import { chooseInput, clickInput, findVisibleMessage } from './component-input.ts';
import { createHandle, type InteractionHandle } from './interaction-handle.ts';
import { commonPayload, type Seat } from './interaction-payload.ts';
import { modalInput, type GivenFields, type OpenModal } from './modal-input.ts';
import { findUsableCommand, usableCommands } from './usable-commands.ts';

/** Characters of a message without a paid subscription. */
const MESSAGE_CHARACTERS = 2_000;

/**
 * A person at their Discord client. Each act throws ClientRefusal when a client would not allow it; what it allows is
 * sent to the bot at once.
 */
export interface ActingPerson {
  readonly seat: Seat;
  /** The commands that their client offers. */
  commands(): APIApplicationCommand[];
  /** The messages that they can see in the channel, oldest first. */
  messages(): APIMessage[];
  /** Runs a slash command; a subcommand is named after it, as in `"report list"`. */
  command(name: string, options?: GivenOptions): InteractionHandle;
  /** Types into the option `focused`. */
  autocomplete(
    name: string,
    options: GivenOptions,
    focused: string,
  ): Promise<readonly APIApplicationCommandOptionChoice[]>;
  /** Runs a command of a message's "Apps" menu. */
  messageCommand(name: string, message: Pick<APIMessage, 'id'>): InteractionHandle;
  click(message: Pick<APIMessage, 'id'>, customId: string): InteractionHandle;
  choose(message: Pick<APIMessage, 'id'>, customId: string, values: readonly string[]): InteractionHandle;
  submit(modal: OpenModal, fields: GivenFields): InteractionHandle;
  /** Writes a message. */
  say(text: string, options?: { readonly replyTo?: Pick<APIMessage, 'id'> }): APIMessage;
  /** Writes a message that begins with a mention of the bot. */
  mention(text: string, options?: { readonly replyTo?: Pick<APIMessage, 'id'> }): APIMessage;
}

interface ActingOptions {
  readonly state: State;
  readonly newToken: () => string;
  readonly sendInteraction: (payload: APIInteraction) => void;
}

const commandData = ({ id, name, guild_id }: APIApplicationCommand) => ({
  id,
  name,
  ...(guild_id === undefined ? {} : { guild_id }),
});

export const createActingPerson = (
  { state, newToken, sendInteraction }: ActingOptions,
  seat: Seat,
): ActingPerson => {
  const userId = seat.person.user.id;
  const common = () => commonPayload(state, seat, newToken());

  const start = (payload: APIInteraction, openedBy?: Snowflake): InteractionHandle => {
    state.interactions.add(payload, userId, openedBy);
    sendInteraction(payload);
    return createHandle(state, payload.id);
  };

  const pickCommand = (fullName: string) => {
    const [name = '', ...path] = fullName.split(' ');
    return { command: findUsableCommand(state, seat, ApplicationCommandType.ChatInput, name), path };
  };
  const onComponent = (
    message: APIMessage,
    data: APIMessageComponentInteraction['data'],
  ): InteractionHandle => {
    const type = InteractionType.MessageComponent;
    return start({ ...common(), type, data, message } satisfies APIMessageComponentInteraction);
  };

  const say: ActingPerson['say'] = (text, options = {}) => {
    if (text.length > MESSAGE_CHARACTERS) {
      throw new ClientRefusal(`Cannot write: ${text.length} characters, at most ${MESSAGE_CHARACTERS}`);
    }
    if (text.trim() === '') throw new ClientRefusal('Cannot write: the message is empty');
    const { replyTo } = options;
    const repliesTo = replyTo && findVisibleMessage(state, seat, replyTo.id);
    const { id: channelId } = seat.channel;
    return state.messages.create({ channelId, author: seat.person.user, body: { content: text }, repliesTo })
      .message;
  };

  return {
    seat,
    commands: () => usableCommands(state, seat),
    messages: () =>
      state.messages
        .inChannel(seat.channel.id)
        .filter(({ viewer }) => viewer === undefined || viewer === userId)
        .map(({ message }) => message),
    command: (fullName, values = {}) => {
      const { command, path } = pickCommand(fullName);
      const input = fillIn(state, { command, path, values, channelId: seat.channel.id });
      return start({
        ...common(),
        type: InteractionType.ApplicationCommand,
        data: { ...commandData(command), type: ApplicationCommandType.ChatInput, ...input },
      } satisfies APIChatInputApplicationCommandInteraction);
    },
    autocomplete: async (fullName, values, focused) => {
      const { command, path } = pickCommand(fullName);
      const input = typeInto(state, { command, path, values, channelId: seat.channel.id }, focused);
      const handle = start({
        ...common(),
        type: InteractionType.ApplicationCommandAutocomplete,
        data: { ...commandData(command), type: ApplicationCommandType.ChatInput, ...input },
      } satisfies APIApplicationCommandAutocompleteInteraction);
      return await handle.choices();
    },
    messageCommand: (name, target) => {
      const command = findUsableCommand(state, seat, ApplicationCommandType.Message, name);
      const message = findVisibleMessage(state, seat, target.id);
      return start({
        ...common(),
        type: InteractionType.ApplicationCommand,
        data: {
          ...commandData(command),
          type: ApplicationCommandType.Message,
          target_id: message.id,
          resolved: { messages: { [message.id]: message } },
        },
      } satisfies APIMessageApplicationCommandInteraction);
    },
    click: ({ id }, customId) => {
      const message = findVisibleMessage(state, seat, id);
      return onComponent(message, clickInput(message, customId));
    },
    choose: ({ id }, customId, values) => {
      const message = findVisibleMessage(state, seat, id);
      return onComponent(message, chooseInput(state, message, customId, values));
    },
    submit: (modal, fields) => {
      const data = modalInput(modal, fields);
      const message = state.interactions.find(modal.openedBy)?.payload.message;
      const payload: APIModalSubmitInteraction = { ...common(), type: InteractionType.ModalSubmit, data };
      return start(message ? { ...payload, message } : payload, modal.openedBy);
    },
    say,
    mention: (text, options) => say(`<@${state.world.bot.user.id}> ${text}`, options),
  };
};
