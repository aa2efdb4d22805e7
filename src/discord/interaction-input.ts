import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type Channel,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Caller, Person } from './access.ts';
import type { CommandInput, ComponentInput, RunInput } from './command.ts';

/** What a slash command needs of an interaction; while it is being typed, required options may be absent. */
export const slashInput = (
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
): CommandInput => ({
  text: (option) => interaction.options.getString(option) ?? undefined,
  integer: (option) => interaction.options.getInteger(option) ?? undefined,
  flag: (option) => interaction.options.getBoolean(option) ?? undefined,
  attachment: (option) =>
    (interaction.isAutocomplete() ? null : interaction.options.getAttachment(option)) ?? undefined,
  subcommand: interaction.options.getSubcommand(false) ?? undefined,
  ...callerOf(interaction),
});

/** What a message command needs of an interaction: the message's text is its option `message`. */
export const messageInput = (interaction: MessageContextMenuCommandInteraction): CommandInput => ({
  text: (option) => (option === 'message' ? interaction.targetMessage.content : undefined),
  integer: () => undefined,
  flag: () => undefined,
  attachment: () => undefined,
  subcommand: undefined,
  ...callerOf(interaction),
});

/** Who will see what is replied there. */
export const audienceOf = (server: Caller['server'], isPublic: boolean): RunInput['audience'] =>
  !server ? 'direct' : isPublic ? 'public' : 'private';

/** What a button or menu needs of an interaction. */
export function componentInput(interaction: MessageComponentInteraction, argument: string): ComponentInput {
  const { message, guildId } = interaction;
  const isPrivate = message.flags.has(MessageFlags.Ephemeral);
  return {
    argument,
    values: interaction.isAnySelectMenu() ? interaction.values : [],
    field: () => '',
    message: {
      components: message.components.map((component) => component.toJSON()),
      askedBy: () => findAsker(message),
    },
    ...callerOf(interaction),
    audience: guildId === null ? 'direct' : isPrivate ? 'private' : 'public',
  };
}

/** What a form that was sent gives; it was opened from one of our messages, or by a command. */
export function formInput(interaction: ModalSubmitInteraction, argument: string): ComponentInput {
  const { message, guildId, fields } = interaction;
  return {
    argument,
    values: [],
    // Whoever forges a form may leave fields out.
    field: (name) => (fields.fields.has(name) ? fields.getTextInputValue(name) : ''),
    message: {
      components: message?.components.map((component) => component.toJSON()) ?? [],
      askedBy: async () => message?.interactionMetadata?.user.id,
    },
    ...callerOf(interaction),
    audience: guildId === null ? 'direct' : 'private',
  };
}

/** Who asked for one of our messages: by a command, or by the message that it replies to, if that still exists. */
async function findAsker({ interactionMetadata, reference, channel }: Message): Promise<string | undefined> {
  if (interactionMetadata) return interactionMetadata.user.id;
  if (reference?.messageId === undefined) return undefined;
  const asked = await channel.messages.fetch(reference.messageId).catch((error: unknown) => {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage)
      return undefined;
    throw error;
  });
  return asked?.author.id;
}

function callerOf(interaction: BaseInteraction & { readonly locale: string }): Caller {
  const { guildId, channelId, channel, memberPermissions, locale } = interaction;
  const mayManage = memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  const server =
    guildId === null ? undefined : { id: guildId, channelIds: channelIdsOf(channelId, channel), mayManage };
  return { person: personOf(interaction), locale, server };
}

/** A thread is also in the channel that it belongs to. */
export const channelIdsOf = (id: string | null, channel: Channel | null): readonly string[] =>
  [id, channel?.isThread() ? channel.parentId : null].filter((each) => each !== null);

function personOf({ user, member }: BaseInteraction): Person {
  const roles = member?.roles ?? [];
  return { id: user.id, roleIds: Array.isArray(roles) ? roles : [...roles.cache.keys()] };
}
