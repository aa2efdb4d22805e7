import {
  ChannelType,
  type APIApplicationCommand,
  type APIApplicationCommandOptionChoice,
  type APIAttachment,
  type APIMessage,
} from 'discord-api-types/v10';
import { createThread, type Thread } from '../world/thread.ts';
import { ClientRefusal } from './client-refusal.ts';
import type { CommandOptions } from './command-input.ts';
import { chooseInput, clickInput, findVisibleMessage } from './component-input.ts';
import type { InteractionHandle } from './interaction-handle.ts';
import type { ClientContext } from './interaction-payload.ts';
import type { ModalFields, OpenModal } from './modal-input.ts';
import { createStarter, type ClientHost } from './start-interaction.ts';
import { usableCommands } from './usable-commands.ts';
import { MESSAGE_FILES, toUploads, type UserFile } from './user-file.ts';

/** Characters of a message without a paid subscription. */
const MESSAGE_CHARACTERS = 2_000;

const THREAD_NAME_CHARACTERS = 100;

type MessageId = Pick<APIMessage, 'id'>;

interface Writing {
  readonly replyTo?: MessageId;
  /** At most 10. With files the text may be empty. */
  readonly files?: readonly UserFile[];
}

/**
 * A person at their Discord client. Each act throws ClientRefusal when a client would not allow it; what it allows is
 * sent to the bot at once.
 */
export interface UserClient {
  readonly context: ClientContext;
  /** The commands that their client offers. */
  commands(): APIApplicationCommand[];
  /** The messages that they can see in the channel, oldest first. */
  messages(): APIMessage[];
  /** Runs a slash command; a subcommand is named after it, as in `"report list"`. */
  command(name: string, options?: CommandOptions): InteractionHandle;
  /** Types into the option `focused`; `options` contains its text so far. */
  autocomplete(
    name: string,
    options: CommandOptions,
    focused: string,
  ): Promise<readonly APIApplicationCommandOptionChoice[]>;
  /** Runs a command of a message's "Apps" menu. */
  messageCommand(name: string, message: MessageId): InteractionHandle;
  click(message: MessageId, customId: string): InteractionHandle;
  choose(message: MessageId, customId: string, values: readonly string[]): InteractionHandle;
  submit(modal: OpenModal, fields: ModalFields): InteractionHandle;
  /** Writes a message. */
  say(text: string, writing?: Writing): APIMessage;
  /** Writes a message that begins with a mention of the bot. */
  mention(text: string, writing?: Writing): APIMessage;
  /** Begins a thread on a message; its name is of 1 to 100 characters. */
  startThread(message: MessageId, name: string): Thread;
  /** The bytes of a file in the channel. */
  download(file: Pick<APIAttachment, 'id'>): Uint8Array;
}

export const createUserClient = (host: ClientHost, context: ClientContext): UserClient => {
  const { state } = host;
  const starter = createStarter(host, context);
  const see = ({ id }: MessageId): APIMessage => findVisibleMessage(state, context, id);

  const say: UserClient['say'] = (text, { replyTo, files = [] } = {}) => {
    if (text.trim() === '' && files.length === 0)
      throw new ClientRefusal('Cannot write: the message is empty');
    if (text.length > MESSAGE_CHARACTERS) {
      throw new ClientRefusal(`Cannot write: ${text.length} characters, at most ${MESSAGE_CHARACTERS}`);
    }
    if (files.length > MESSAGE_FILES)
      throw new ClientRefusal(`Cannot write: ${files.length} files, at most ${MESSAGE_FILES}`);
    const origin = {
      channelId: context.channel.id,
      author: context.person.user,
      viewer: undefined,
      repliesTo: replyTo && see(replyTo),
    };
    return state.messages.create(origin, { body: { content: text }, files: toUploads(files) }).message;
  };

  return {
    context,
    commands: () => usableCommands(state, context),
    messages: () =>
      state.messages
        .inChannel(context.channel.id)
        .filter(({ viewer }) => viewer === undefined || viewer === context.person.user.id)
        .map(({ message }) => message),
    command: (name, options = {}) => starter.command(name, options),
    autocomplete: async (name, options, focused) =>
      await starter.autocomplete(name, options, focused).choices(),
    messageCommand: (name, message) => starter.messageCommand(name, see(message)),
    click: (target, customId) => {
      const message = see(target);
      return starter.component(message, clickInput(message, customId));
    },
    choose: (target, customId, values) => {
      const message = see(target);
      return starter.component(message, chooseInput(state, message, customId, values));
    },
    submit: (modal, fields) => starter.modal(modal, fields),
    say,
    mention: (text, writing) => say(`<@${state.world.bot.user.id}> ${text}`, writing),
    startThread: (target, name) => {
      const message = see(target);
      const guild = state.world.guildOf(message.channel_id);
      if (!guild || context.channel.type !== ChannelType.GuildText)
        throw new ClientRefusal('Cannot begin a thread: this is no text channel of a guild');
      if (name.trim() === '' || name.length > THREAD_NAME_CHARACTERS)
        throw new ClientRefusal(
          `Cannot begin a thread: its name has 1 to ${THREAD_NAME_CHARACTERS} characters`,
        );
      if (state.world.findChannel(message.id))
        throw new ClientRefusal('Cannot begin a thread: the message has one');
      const at = new Date(state.clock.now()).toISOString();
      const ownerId = context.person.user.id;
      const thread = createThread({ message, guildId: guild.id, name, ownerId, at });
      state.world.addThread(thread);
      state.bus.publish({ kind: 'thread-created', thread });
      return thread;
    },
    download: ({ id }) => {
      const stored = state.attachments.find(id);
      if (!stored) throw new ClientRefusal(`Cannot download file ${id}: it is no longer there`);
      return stored.bytes;
    },
  };
};
