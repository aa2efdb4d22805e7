import {
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayGuildCreateDispatchData,
  type GatewayReadyDispatchData,
  type Snowflake,
} from 'discord-api-types/v10';
import { NO_FLAGS } from '../flags.ts';
import { shardOf } from '../snowflake.ts';
import type { World } from '../world/world.ts';
import { hasIntent } from './intents.ts';
import type { GatewayEvent, Session } from './session.ts';

/** Whether a session gets a guild's events; those of private channels (undefined) go to shard 0. */
export const isOnShard = (
  { shard: [index, count] }: Pick<Session, 'shard'>,
  guildId: Snowflake | undefined,
): boolean => (guildId === undefined ? 0 : shardOf(guildId, count)) === index;

/** The first events after a log-in: who the bot is, then its guild. */
export const readyEvents = (session: Session, world: World, resumeUrl: string): GatewayEvent[] => {
  const hasGuild = isOnShard(session, world.guild.id);
  const ready: GatewayReadyDispatchData = {
    v: 10,
    user: { ...world.bot.user, verified: true, mfa_enabled: true, email: null },
    guilds: hasGuild ? [{ id: world.guild.id, unavailable: true }] : [],
    session_id: session.id,
    resume_gateway_url: resumeUrl,
    shard: [...session.shard],
    application: { id: world.applicationId, flags: NO_FLAGS, flags_new: '0' },
  };
  // Without the presences intent only the bot itself is in the list. Discord's documentation, "Guild Create".
  const seesAll = hasIntent(session.intents, GatewayIntentBits.GuildPresences);
  const guild: GatewayGuildCreateDispatchData = {
    ...world.guild,
    members: seesAll ? world.guild.members : [world.bot.member],
  };
  const tellsGuild = hasGuild && hasIntent(session.intents, GatewayIntentBits.Guilds);
  return [
    { t: GatewayDispatchEvents.Ready, d: ready },
    ...(tellsGuild ? [{ t: GatewayDispatchEvents.GuildCreate, d: guild } as const] : []),
  ];
};
