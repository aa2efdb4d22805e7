import {
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type APIMessage,
  type GatewayMessageCreateDispatchData,
  type Snowflake,
} from 'discord-api-types/v10';
import type { LocalDiscordEvent } from '../event-bus.ts';
import { memberOf, type Guild } from '../world/guild.ts';
import type { World } from '../world/world.ts';
import { hasIntent } from './intents.ts';
import type { GatewayEvent } from './session.ts';

/** An event, and which sessions get it. */
export interface Dispatch {
  /** The guild in which it happened; undefined for a private channel, which belongs to shard 0. */
  readonly guildId: Snowflake | undefined;
  /** The intent without which a session does not get it. */
  readonly intent?: GatewayIntentBits;
  /** Made for each session, because what it may read depends on its intents. */
  readonly event: (intents: number) => GatewayEvent;
}

/** Discord's documentation, "Message Content Intent": four cases in which a bot may read what a message says. */
const mayRead = (message: APIMessage, intents: number, { bot }: World, isDirect: boolean): boolean =>
  isDirect ||
  hasIntent(intents, GatewayIntentBits.MessageContent) ||
  message.author.id === bot.user.id ||
  message.mentions.some(({ id }) => id === bot.user.id);

const withoutContent = (message: APIMessage): APIMessage => ({
  ...message,
  content: '',
  embeds: [],
  attachments: [],
  components: [],
});

const readable = (message: APIMessage, intents: number, world: World, isDirect: boolean): APIMessage => {
  const { referenced_message: referenced, ...own } = mayRead(message, intents, world, isDirect)
    ? message
    : withoutContent(message);
  return referenced ? { ...own, referenced_message: readable(referenced, intents, world, isDirect) } : own;
};

const messageData = (
  message: APIMessage,
  intents: number,
  world: World,
  guild: Guild | undefined,
): GatewayMessageCreateDispatchData => {
  const isDirect = guild === undefined;
  const data = {
    ...readable(message, intents, world, isDirect),
    channel_type: world.findChannel(message.channel_id)?.type ?? ChannelType.DM,
  } satisfies GatewayMessageCreateDispatchData;
  const person = world.findPerson(message.author.id);
  if (guild === undefined || !person) return data;
  const { user: _, ...member } = memberOf(guild, person);
  return { ...data, guild_id: guild.id, member };
};

/** The gateway event for something that happened to a message, or a thread on one; undefined when there is none. */
export const messageDispatch = (event: LocalDiscordEvent, world: World): Dispatch | undefined => {
  if (event.kind === 'thread-created') {
    const d = { ...event.thread, newly_created: true } as const;
    return {
      guildId: d.guild_id,
      intent: GatewayIntentBits.Guilds,
      event: () => ({ t: GatewayDispatchEvents.ThreadCreate, d }),
    };
  }
  if (
    event.kind !== 'message-created' &&
    event.kind !== 'message-updated' &&
    event.kind !== 'message-deleted'
  ) {
    return undefined;
  }
  // Only its viewer's client gets an ephemeral message.
  if (event.viewer !== undefined) return undefined;
  const channelId = event.kind === 'message-deleted' ? event.channelId : event.message.channel_id;
  const guild = world.guildOf(channelId);
  const guildId = guild?.id;
  const intent = guildId === undefined ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
  if (event.kind === 'message-deleted') {
    const d = {
      id: event.id,
      channel_id: channelId,
      ...(guildId === undefined ? {} : { guild_id: guildId }),
    };
    return { guildId, intent, event: () => ({ t: GatewayDispatchEvents.MessageDelete, d }) };
  }
  const t =
    event.kind === 'message-created'
      ? GatewayDispatchEvents.MessageCreate
      : GatewayDispatchEvents.MessageUpdate;
  return {
    guildId,
    intent,
    event: (intents) => ({ t, d: messageData(event.message, intents, world, guild) }),
  };
};
