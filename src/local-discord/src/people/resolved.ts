import {
  type APIInteractionDataResolved,
  type APIUserInteractionDataResolved,
  type Snowflake,
} from 'discord-api-types/v10';
import { memberOf } from '../world/guild.ts';
import { permissionsOf } from '../world/permissions.ts';
import type { World } from '../world/world.ts';

type Resolved = Required<APIInteractionDataResolved>;
type Roles = Pick<Resolved, 'roles'>;
type Channels = Pick<Resolved, 'channels'>;

/** Where somebody picks people, roles and channels: in a guild; in private, as if in the first one. */
export type Place = Pick<World, 'guild' | 'bot' | 'findPerson'>;

export const placeOf = (world: World, channelId: Snowflake): Place => ({
  ...world,
  guild: world.guildOf(channelId) ?? world.guild,
});

// The users, roles and channels that Discord adds to an interaction for the ids that a person picked. Unknown ids are left out.

export const resolveUsers = (
  { guild, findPerson }: Place,
  ids: readonly Snowflake[],
): APIUserInteractionDataResolved => {
  const users: Resolved['users'] = {};
  const members: Resolved['members'] = {};
  for (const id of ids) {
    const person = findPerson(id);
    if (!person) continue;
    const { user, deaf: _deaf, mute: _mute, ...member } = memberOf(guild, person);
    users[id] = user;
    members[id] = { ...member, permissions: String(permissionsOf(guild, person)) };
  }
  return { users, members };
};

export const resolveRoles = ({ guild }: Place, ids: readonly Snowflake[]): Roles => ({
  roles: Object.fromEntries(guild.roles.filter(({ id }) => ids.includes(id)).map((role) => [role.id, role])),
});

export const resolveChannels = ({ guild, bot }: Place, ids: readonly Snowflake[]): Channels => {
  const channels: Resolved['channels'] = {};
  for (const channelId of ids) {
    const channel = guild.channels.find((each) => each.id === channelId);
    if (!channel) continue;
    const { id, type, name } = channel;
    channels[id] = { id, type, name, permissions: String(permissionsOf(guild, bot)) };
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
