import { PermissionFlagsBits } from 'discord-api-types/v10';
import { memberOf, type Guild } from './guild.ts';
import type { Person } from './person.ts';

/** Every permission: what a guild's owner and an administrator have. */
export const ALL_PERMISSIONS: bigint = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What anyone may do in a new guild: the permissions that matter to a bot. */
export const EVERYONE_PERMISSIONS: bigint =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseApplicationCommands;

/**
 * A person's permissions in the guild: all for the owner and administrators, else those of @everyone and of the
 * member's roles together. Channels here have no overwrites. Rule of Discord's documentation, "Permissions".
 */
export const permissionsOf = (guild: Guild, person: Person): bigint => {
  if (person.user.id === guild.owner_id) return ALL_PERMISSIONS;
  const member = memberOf(guild, person);
  const held = guild.roles
    .filter((role) => role.position === 0 || member.roles.includes(role.id))
    .reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  return (held & PermissionFlagsBits.Administrator) === 0n ? held : ALL_PERMISSIONS;
};
