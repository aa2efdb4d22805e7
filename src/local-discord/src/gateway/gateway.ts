import {
  type APIInteraction,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  type GatewayReadyDispatchData,
  type Snowflake,
} from 'discord-api-types/v10';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { EventBus } from '../event-bus.ts';
import { NO_FLAGS } from '../flags.ts';
import { shardOf } from '../snowflake.ts';
import type { Violations } from '../violations.ts';
import { memberOf } from '../world/guild.ts';
import type { World } from '../world/world.ts';
import { type ConnectionHost, endsSession, serveConnection } from './connection.ts';
import { createGatewayFaults, type GatewayFaults } from './gateway-faults.ts';
import { hasIntent } from './intents.ts';
import { type Dispatch, messageDispatch } from './message-events.ts';
import { createSession, type GatewayEvent, type Session } from './session.ts';

interface GatewayOptions {
  readonly world: World;
  readonly token: string;
  readonly url: () => string;
  readonly heartbeatMs: number;
  readonly grantedIntents: number;
  readonly newSessionId: () => string;
  readonly bus: EventBus;
  readonly violations: Violations;
}

export interface Gateway {
  readonly faults: GatewayFaults;
  readonly sessions: () => readonly Pick<Session, 'id' | 'shard' | 'intents' | 'isConnected'>[];
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer, url: URL) => void;
  /** Sends an interaction to every session of the guild's shard, or of shard 0 for a private channel. */
  readonly sendInteraction: (payload: APIInteraction) => void;
  /** Cuts every connection and forgets every session. */
  readonly stop: () => void;
}

/** Discord's gateway: keeps the bot's sessions, and sends them events. */
export const createGateway = (options: GatewayOptions): Gateway => {
  const { world, bus, violations } = options;
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const behavior = { answersHeartbeats: true, sendsHello: true };
  let online = false;

  const updatePresence = (): void => {
    const now = [...sessions.values()].some((session) => session.isConnected);
    if (now !== online) bus.publish({ kind: 'bot-presence', online: now });
    online = now;
  };

  const dispatch = ({ guildId, intent, event }: Dispatch): void => {
    for (const session of sessions.values()) {
      if (!isOnShard(session, guildId) || (intent !== undefined && !hasIntent(session.intents, intent)))
        continue;
      session.send(event(session.intents));
    }
  };

  const host: ConnectionHost = {
    token: options.token,
    heartbeatMs: options.heartbeatMs,
    grantedIntents: options.grantedIntents,
    answersHeartbeats: () => behavior.answersHeartbeats,
    sendsHello: () => behavior.sendsHello,
    open: (socket, { intents }, shard) => {
      const session = createSession({ id: options.newSessionId(), socket, intents, shard });
      sessions.set(session.id, session);
      for (const event of readyEvents(session, world, options.url())) session.send(event);
      updatePresence();
      return session;
    },
    find: (id) => sessions.get(id),
    resumed: (session) => {
      session.send({ t: GatewayDispatchEvents.Resumed, d: undefined });
      updatePresence();
    },
    closed: (session, code) => {
      if (session && endsSession(code) && !session.isConnected) sessions.delete(session.id);
      updatePresence();
    },
    refused: (code) => {
      // A wrong token may be a mistake of configuration; the other codes mean a faulty bot.
      if (code === GatewayCloseCodes.AuthenticationFailed) return;
      violations.add({ by: 'bot', where: 'gateway', what: `closed with ${code} ${GatewayCloseCodes[code]}` });
    },
  };

  const unsubscribe = bus.subscribe((event) => {
    const message = messageDispatch(event, world);
    if (message) dispatch(message);
  });

  return {
    faults: createGatewayFaults(server.clients, sessions, behavior),
    sessions: () => [...sessions.values()],
    upgrade: (request, socket, head, url) => {
      server.handleUpgrade(request, socket, head, (webSocket: WebSocket) =>
        serveConnection(webSocket, url.searchParams, host),
      );
    },
    sendInteraction: (payload) =>
      dispatch({
        guildId: payload.guild_id,
        event: () => ({ t: GatewayDispatchEvents.InteractionCreate, d: payload }),
      }),
    stop: () => {
      unsubscribe();
      sessions.clear();
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
};

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
