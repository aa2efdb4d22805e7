import {
  ChannelType,
  type APIInteractionDataResolved,
  type APIUserInteractionDataResolved,
  type Snowflake,
} from 'discord-api-types/v10';
import { permissionsOf } from '../world/permissions.ts';
import type { World } from '../world/world.ts';

type Resolved = Required<APIInteractionDataResolved>;
type Roles = Pick<Resolved, 'roles'>;
type Channels = Pick<Resolved, 'channels'>;

// The users, roles and channels that Discord adds to an interaction for the ids that a person picked. Unknown ids are left out.

export const resolveUsers = (
  { guild, findPerson }: World,
  ids: readonly Snowflake[],
): APIUserInteractionDataResolved => {
  const users: Resolved['users'] = {};
  const members: Resolved['members'] = {};
  for (const id of ids) {
    const person = findPerson(id);
    if (!person) continue;
    const { user, deaf: _deaf, mute: _mute, ...member } = person.member;
    users[id] = user;
    members[id] = { ...member, permissions: String(permissionsOf(guild, person.member)) };
  }
  return { users, members };
};

export const resolveRoles = ({ guild }: World, ids: readonly Snowflake[]): Roles => ({
  roles: Object.fromEntries(guild.roles.filter(({ id }) => ids.includes(id)).map((role) => [role.id, role])),
});

export const resolveChannels = ({ guild, bot, findChannel }: World, ids: readonly Snowflake[]): Channels => {
  const channels: Resolved['channels'] = {};
  for (const channelId of ids) {
    const channel = findChannel(channelId);
    if (channel?.type !== ChannelType.GuildText) continue;
    const { id, type, name } = channel;
    channels[id] = { id, type, name, permissions: String(permissionsOf(guild, bot.member)) };
  }
  return { channels };
};

/** Merges several parts. */
export const mergeResolved = (parts: readonly APIInteractionDataResolved[]): APIInteractionDataResolved => {
  const merged: Record<string, object> = {};
  for (const part of parts) {
    for (const [kind, entries] of Object.entries(part)) merged[kind] = { ...merged[kind], ...entries };
  }
  return merged;
};
