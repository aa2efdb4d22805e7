import {
  ChannelType,
  PermissionFlagsBits,
  type APIDMChannel,
  type APIRole,
  type APITextChannel,
  type Snowflake,
} from 'discord-api-types/v10';
import { NO_FLAGS } from '../flags.ts';
import { EVERYONE_PERMISSIONS } from './permissions.ts';
import { createGuild, createRole, createTextChannel, type Guild } from './guild.ts';
import { createSnowflakes } from '../snowflake.ts';
import { createPerson, type Person } from './person.ts';
import type { Thread } from './thread.ts';

/** The fixed part of the server: guilds, their channels and roles, the bot, and four people who are in all guilds. */
export interface World {
  readonly applicationId: Snowflake;
  readonly bot: Person;
  readonly people: {
    /** Owns the guilds and the bot's application. */
    readonly owner: Person;
    /** Has the admin role: may manage each guild. */
    readonly admin: Person;
    /** Has the moderator role: may manage each guild too, so that a bot can tell its admins from those of a guild. */
    readonly moderator: Person;
    /** May do what anyone may. */
    readonly member: Person;
  };
  /** The first guild, with its roles and channels. */
  readonly guild: Guild;
  readonly roles: { readonly everyone: APIRole } & Staff;
  readonly channels: { readonly general: APITextChannel; readonly reports: APITextChannel };
  /** The private channel of the bot and a person; created on first use. */
  readonly directMessages: (person: Person) => APIDMChannel;
  /** All guilds, the first one too. */
  readonly guilds: readonly Guild[];
  readonly addThread: (thread: Thread) => void;
  /** The guild that a channel or thread is in; undefined for a private channel. */
  readonly guildOf: (channelId: Snowflake) => Guild | undefined;
  readonly findChannel: (id: Snowflake) => APITextChannel | APIDMChannel | Thread | undefined;
  readonly findPerson: (userId: Snowflake) => Person | undefined;
}

interface Staff {
  readonly admin: APIRole;
  readonly moderator: APIRole;
}

interface WorldOptions {
  readonly botName: string;
  readonly guilds: number;
  readonly now: () => number;
  readonly snowflake: () => Snowflake;
}

export const createWorld = ({ botName, guilds: count, now, snowflake }: WorldOptions): World => {
  const joinedAt = new Date(now()).toISOString();
  const createStaff = (): Staff => ({
    admin: createRole(snowflake(), 'Admin', 2, PermissionFlagsBits.ManageGuild),
    moderator: createRole(snowflake(), 'Moderator', 1, PermissionFlagsBits.ManageGuild),
  });
  const staff = createStaff();
  const person = (name: string, roles: readonly Snowflake[] = []) =>
    createPerson({ id: snowflake(), name, joinedAt, roles });
  const bot = createPerson({ id: snowflake(), name: botName, joinedAt, bot: true });
  const people = {
    owner: person('Olive'),
    admin: person('Adam', [staff.admin.id]),
    moderator: person('Mona', [staff.moderator.id]),
    member: person('Mira'),
  };
  const everybody = [bot, ...Object.values(people)];
  // Its millisecond gives a guild its shard: each has one of its own, so that they come to all shards in turn.
  let founded = now() - count;
  const guildSnowflake = createSnowflakes(() => founded++);
  const createRoom = (name: string, { admin, moderator }: Staff) => {
    const id = guildSnowflake();
    // In every guild @everyone has the guild's own id.
    const everyone = createRole(id, '@everyone', 0, EVERYONE_PERMISSIONS);
    const channels = {
      general: createTextChannel(snowflake(), id, 'general', 0),
      reports: createTextChannel(snowflake(), id, 'reports', 1),
    };
    const guild = createGuild({
      id,
      name,
      joinedAt,
      owner: people.owner,
      members: everybody.map(({ member }) => ({
        ...member,
        roles: member.roles.map((role) => (role === staff.admin.id ? admin.id : moderator.id)),
      })),
      roles: [everyone, moderator, admin],
      channels: [channels.general, channels.reports],
    });
    return { guild, roles: { everyone, admin, moderator }, channels };
  };
  const first = createRoom(GUILD_NAME, staff);
  const others = Array.from({ length: count - 1 }, (_, at) =>
    createRoom(`${GUILD_NAME} ${at + 2}`, createStaff()),
  );
  const guilds = [first, ...others].map(({ guild }) => guild);
  const direct = new Map<Snowflake, APIDMChannel>();
  const threads = new Map<Snowflake, Thread>();
  return {
    applicationId: bot.user.id,
    bot,
    people,
    ...first,
    guilds,
    directMessages: ({ user }) => {
      const channel = direct.get(user.id) ?? createDirectChannel(snowflake(), user);
      direct.set(user.id, channel);
      return channel;
    },
    addThread: (thread) => threads.set(thread.id, thread),
    guildOf: (channelId) =>
      guilds.find(
        ({ id: guildId, channels }) =>
          threads.get(channelId)?.guild_id === guildId || channels.some(({ id }) => id === channelId),
      ),
    findChannel: (id) =>
      [...guilds.flatMap(({ channels }) => channels), ...threads.values(), ...direct.values()].find(
        (channel) => channel.id === id,
      ),
    findPerson: (userId) => everybody.find(({ user }) => user.id === userId),
  };
};

const GUILD_NAME = 'Reading room';

const createDirectChannel = (id: Snowflake, recipient: Person['user']): APIDMChannel => ({
  id,
  type: ChannelType.DM,
  name: null,
  recipients: [recipient],
  last_message_id: null,
  flags: NO_FLAGS,
});
