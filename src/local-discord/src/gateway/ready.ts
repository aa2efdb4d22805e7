import {
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayReadyDispatchData,
  type Snowflake,
} from 'discord-api-types/v10';
import { NO_FLAGS } from '../flags.ts';
import { shardOf } from '../snowflake.ts';
import { memberOf } from '../world/guild.ts';
import type { World } from '../world/world.ts';
import { hasIntent } from './intents.ts';
import type { GatewayEvent, Session } from './session.ts';

/** Whether a session gets a guild's events; those of private channels (undefined) go to shard 0. */
export const isOnShard = (
  { shard: [index, count] }: Pick<Session, 'shard'>,
  guildId: Snowflake | undefined,
): boolean => (guildId === undefined ? 0 : shardOf(guildId, count)) === index;

/** The first events after a log-in: who the bot is, then its guilds. */
export const readyEvents = (session: Session, world: World, resumeUrl: string): GatewayEvent[] => {
  const guilds = world.guilds.filter(({ id }) => isOnShard(session, id));
  const ready: GatewayReadyDispatchData = {
    v: 10,
    user: { ...world.bot.user, verified: true, mfa_enabled: true, email: null },
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: resumeUrl,
    shard: [...session.shard],
    application: { id: world.applicationId, flags: NO_FLAGS, flags_new: '0' },
  };
  // Without the presences intent only the bot itself is in the list. Discord's documentation, "Guild Create".
  const seesAll = hasIntent(session.intents, GatewayIntentBits.GuildPresences);
  const told = hasIntent(session.intents, GatewayIntentBits.Guilds) ? guilds : [];
  return [
    { t: GatewayDispatchEvents.Ready, d: ready },
    ...told.map((guild) => ({
      t: GatewayDispatchEvents.GuildCreate as const,
      d: { ...guild, members: seesAll ? guild.members : [memberOf(guild, world.bot)] },
    })),
  ];
};
