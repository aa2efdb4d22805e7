import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayDispatchEvents, type APIInteraction } from 'discord-api-types/v10';
import { WebSocketServer, type WebSocket } from 'ws';
import type { EventBus } from '../event-bus.ts';
import type { Violations } from '../violations.ts';
import type { World } from '../world/world.ts';
import { endsSession, serveConnection, type ConnectionHost } from './connection.ts';
import { createGatewayFaults, type GatewayFaults } from './gateway-faults.ts';
import { hasIntent } from './intents.ts';
import { messageDispatch, type Dispatch } from './message-events.ts';
import { isOnShard, readyEvents } from './ready.ts';
import { createSession, type Session } from './session.ts';

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
