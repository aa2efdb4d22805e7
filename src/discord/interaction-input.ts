import {
  type BaseInteraction,
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  MessageFlags,
} from 'discord.js';
import type { Person } from './access.ts';
import type { CommandInput } from './command.ts';
import type { ControlInput } from './control.ts';

/** What a command needs of an interaction. */
export const commandInput = (interaction: ChatInputCommandInteraction): CommandInput => ({
  text: (option) => interaction.options.getString(option) ?? undefined,
  integer: (option) => interaction.options.getInteger(option) ?? undefined,
  flag: (option) => interaction.options.getBoolean(option) ?? false,
  person: personOf(interaction),
  locale: interaction.locale,
  inServer: interaction.guildId !== null,
});

/** What a button or menu needs of an interaction; for a menu, `argument` is the value chosen. */
export function controlInput(interaction: MessageComponentInteraction, argument: string): ControlInput {
  const { message, guildId } = interaction;
  const isPrivate = message.flags.has(MessageFlags.Ephemeral);
  const askedBy = message.interactionMetadata?.user.id;
  return {
    argument: interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : argument,
    message: {
      components: message.components.map((component) => component.toJSON()),
      ...(askedBy !== undefined && { askedBy }),
    },
    person: personOf(interaction),
    locale: interaction.locale,
    audience: guildId === null ? 'direct' : isPrivate ? 'private' : 'public',
  };
}

function personOf({ user, member }: BaseInteraction): Person {
  if (!member) return { id: user.id, roleIds: [] };
  return {
    id: user.id,
    roleIds: Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()],
  };
}
