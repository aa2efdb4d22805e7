import {
  ChannelType,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  GuildVerificationLevel,
  Locale,
  type APIGuildMember,
  type APIRole,
  type APITextChannel,
  type GatewayGuildCreateDispatchData,
  type Snowflake,
} from 'discord-api-types/v10';
import { NO_FLAGS } from '../flags.ts';
import type { Person } from './person.ts';

export const createRole = (id: Snowflake, name: string, position: number, permissions: bigint): APIRole => ({
  id,
  name,
  position,
  permissions: String(permissions),
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  mentionable: false,
  icon: null,
  unicode_emoji: null,
  flags: NO_FLAGS,
});

export const createTextChannel = (
  id: Snowflake,
  guildId: Snowflake,
  name: string,
  position: number,
): APITextChannel => ({
  id,
  type: ChannelType.GuildText,
  guild_id: guildId,
  name,
  position,
  permission_overwrites: [],
  nsfw: false,
  parent_id: null,
  topic: null,
  last_message_id: null,
  flags: NO_FLAGS,
  rate_limit_per_user: 0,
});

/** A guild in the form of GUILD_CREATE, with its text channels in the form that `GET /channels/:id` shares. */
export type Guild = Omit<GatewayGuildCreateDispatchData, 'channels'> & {
  readonly channels: [APITextChannel, ...APITextChannel[]];
};

interface NewGuild {
  readonly id: Snowflake;
  readonly name: string;
  readonly joinedAt: string;
  readonly owner: Person;
  readonly members: readonly APIGuildMember[];
  readonly roles: readonly APIRole[];
  readonly channels: Guild['channels'];
}

/** A guild in the form of GUILD_CREATE. */
export const createGuild = ({ id, name, joinedAt, owner, members, roles, channels }: NewGuild): Guild => ({
  id,
  name,
  owner_id: owner.user.id,
  icon: null,
  splash: null,
  banner: null,
  description: null,
  discovery_splash: null,
  features: [],
  emojis: [],
  stickers: [],
  roles: [...roles],
  afk_channel_id: null,
  afk_timeout: 300,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: NO_FLAGS,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  vanity_url_code: null,
  verification_level: GuildVerificationLevel.None,
  default_message_notifications: GuildDefaultMessageNotifications.AllMessages,
  explicit_content_filter: GuildExplicitContentFilter.Disabled,
  mfa_level: GuildMFALevel.None,
  nsfw_level: GuildNSFWLevel.Default,
  premium_tier: GuildPremiumTier.None,
  premium_progress_bar_enabled: false,
  preferred_locale: Locale.EnglishUS,
  hub_type: null,
  incidents_data: null,
  joined_at: joinedAt,
  large: false,
  unavailable: false,
  member_count: members.length,
  members: [...members],
  channels: [...channels],
  threads: [],
  voice_states: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
});

/** Who a person is in a guild. */
export const memberOf = ({ members }: Pick<Guild, 'members'>, { user }: Person): APIGuildMember => {
  const member = members.find((each) => each.user.id === user.id);
  if (!member) throw new Error(`Cannot find ${user.username} in the guild: everybody is in all guilds`);
  return member;
};
