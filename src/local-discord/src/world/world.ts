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
import { createPerson, type Person } from './person.ts';

/** The fixed part of the server: one guild, its channels and roles, the bot, and four people. */
export interface World {
  readonly applicationId: Snowflake;
  readonly bot: Person;
  readonly people: {
    /** Owns the guild and the bot's application. */
    readonly owner: Person;
    /** Has the admin role: may manage the guild. */
    readonly admin: Person;
    /** May do what anyone may. */
    readonly member: Person;
    /** Like `member`; belongs to the team that owns the application, when there is one. */
    readonly teammate: Person;
  };
  readonly guild: Guild;
  readonly roles: { readonly everyone: APIRole; readonly admin: APIRole };
  readonly channels: { readonly general: APITextChannel; readonly reports: APITextChannel };
  /** Whether the application belongs to a team (of `owner` and `teammate`) instead of to `owner`. */
  readonly teamId: Snowflake | undefined;
  /** The private channel of the bot and a person; created on first use. */
  readonly directMessages: (person: Person) => APIDMChannel;
  readonly findChannel: (id: Snowflake) => APITextChannel | APIDMChannel | undefined;
  readonly findPerson: (userId: Snowflake) => Person | undefined;
}

interface WorldOptions {
  readonly botName: string;
  readonly team: boolean;
  readonly now: () => number;
  readonly snowflake: () => Snowflake;
}

export const createWorld = ({ botName, team, now, snowflake }: WorldOptions): World => {
  const joinedAt = new Date(now()).toISOString();
  const guildId = snowflake();
  // In every guild @everyone has the guild's own id.
  const everyone = createRole(guildId, '@everyone', 0, EVERYONE_PERMISSIONS);
  const admin = createRole(snowflake(), 'Admin', 1, PermissionFlagsBits.ManageGuild);
  const person = (name: string, roles: readonly Snowflake[] = []) =>
    createPerson({ id: snowflake(), name, joinedAt, roles });
  const bot = createPerson({ id: snowflake(), name: botName, joinedAt, bot: true });
  const people = {
    owner: person('Olive'),
    admin: person('Adam', [admin.id]),
    member: person('Mira'),
    teammate: person('Tess'),
  };
  const channels = {
    general: createTextChannel(snowflake(), guildId, 'general', 0),
    reports: createTextChannel(snowflake(), guildId, 'reports', 1),
  };
  const everybody = [bot, ...Object.values(people)];
  const direct = new Map<Snowflake, APIDMChannel>();
  return {
    applicationId: bot.user.id,
    bot,
    people,
    roles: { everyone, admin },
    channels,
    teamId: team ? snowflake() : undefined,
    guild: createGuild({
      id: guildId,
      name: 'Reading room',
      joinedAt,
      owner: people.owner,
      people: everybody,
      roles: [everyone, admin],
      channels: Object.values(channels),
    }),
    directMessages: ({ user }) => {
      const channel = direct.get(user.id) ?? createDirectChannel(snowflake(), user);
      direct.set(user.id, channel);
      return channel;
    },
    findChannel: (id) =>
      [...Object.values(channels), ...direct.values()].find((channel) => channel.id === id),
    findPerson: (userId) => everybody.find(({ user }) => user.id === userId),
  };
};

const createDirectChannel = (id: Snowflake, recipient: Person['user']): APIDMChannel => ({
  id,
  type: ChannelType.DM,
  name: null,
  recipients: [recipient],
  last_message_id: null,
  flags: NO_FLAGS,
});
