import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Person, ServerPlace } from './access.ts';
import type { CommandInput } from './command.ts';
import type { ControlInput } from './control.ts';

/** What a slash command needs of an interaction; while it is being typed, required options may be absent. */
export const slashInput = (
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
): CommandInput => ({
  text: (option) => interaction.options.getString(option) ?? undefined,
  integer: (option) => interaction.options.getInteger(option) ?? undefined,
  flag: (option) => interaction.options.getBoolean(option) ?? undefined,
  ...seatOf(interaction),
});

/** What a message command needs of an interaction: the message's text is its option `message`. */
export const messageInput = (interaction: MessageContextMenuCommandInteraction): CommandInput => ({
  text: (option) => (option === 'message' ? interaction.targetMessage.content : undefined),
  integer: () => undefined,
  flag: () => undefined,
  ...seatOf(interaction),
});

/** What a button or menu needs of an interaction; for a menu, `argument` is the value chosen. */
export function controlInput(interaction: MessageComponentInteraction, argument: string): ControlInput {
  const { message, guildId } = interaction;
  const isPrivate = message.flags.has(MessageFlags.Ephemeral);
  return {
    argument: interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : argument,
    values: interaction.isAnySelectMenu() ? interaction.values : [],
    message: {
      components: message.components.map((component) => component.toJSON()),
      askedBy: () => findAsker(message),
    },
    ...seatOf(interaction),
    audience: guildId === null ? 'direct' : isPrivate ? 'private' : 'public',
  };
}

/** Who asked for one of our messages: by a command, or by the message that it replies to, if that still stands. */
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

/** Who acts, where, and in which language they read. */
function seatOf(interaction: BaseInteraction & { readonly locale: string }) {
  const { guildId, channelId, channel, memberPermissions, locale } = interaction;
  const server: ServerPlace | undefined =
    guildId === null
      ? undefined
      : {
          id: guildId,
          channelIds: [channelId, channel?.isThread() ? channel.parentId : null].filter((id) => id !== null),
          mayManage: memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
        };
  return { person: personOf(interaction), locale, ...(server && { server }) };
}

function personOf({ user, member }: BaseInteraction): Person {
  if (!member) return { id: user.id, roleIds: [] };
  return {
    id: user.id,
    roleIds: Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()],
  };
}
