import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  GatewayOpcodes,
  type APIInteraction,
  type Snowflake,
} from 'discord-api-types/v10';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Feed } from '../feed.ts';
import { NO_FLAGS } from '../no-flags.ts';
import { shardOf } from '../snowflake.ts';
import type { Violations } from '../violations.ts';
import type { World } from '../world/world.ts';
import { endsSession, serveConnection, type ConnectionHost } from './connection.ts';
import { holds } from './intents.ts';
import { messageDispatch, type Dispatch } from './message-events.ts';
import { createSession, type Session } from './session.ts';

interface GatewayOptions {
  readonly world: World;
  readonly token: string;
  readonly url: () => string;
  readonly heartbeatMs: number;
  readonly grantedIntents: number;
  readonly newSessionId: () => string;
  readonly feed: Feed;
  readonly violations: Violations;
}

/** What can go wrong with the gateway, brought about at once for every bot that is connected. */
export interface GatewayFaults {
  /** Cuts every connection without a word, or closes it with `code`. The sessions can be resumed. */
  disconnect(code?: number): void;
  /** Asks every bot to connect anew (op 7). */
  requestReconnect(): void;
  /** Tells every bot that its session is invalid (op 9). */
  invalidateSessions(options: { readonly resumable: boolean }): void;
  /** Forgets all sessions, as after a restart: the next RESUME is answered with op 9. */
  forgetSessions(): void;
  /** Whether heartbeats are answered. */
  answerHeartbeats(answers: boolean): void;
  /** Whether a new connection is greeted; without HELLO a bot waits. */
  greet(greets: boolean): void;
  /** Sends `text` as it is, such as half a JSON value. */
  sendRaw(text: string): void;
}

export interface Gateway {
  readonly faults: GatewayFaults;
  readonly sessions: () => readonly Pick<Session, 'id' | 'shard' | 'intents' | 'isConnected'>[];
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer, url: URL) => void;
  /** Tells the bot of an interaction: every session of the guild's shard, or of shard 0 for a private channel. */
  readonly sendInteraction: (payload: APIInteraction) => void;
  /** Cuts every connection and forgets every session. */
  readonly stop: () => void;
}

/** A private channel belongs to shard 0. */
const belongs = ({ shard: [index, count] }: Session, guildId: Snowflake | undefined): boolean =>
  (guildId === undefined ? 0 : shardOf(guildId, count)) === index;

export const createGateway = (options: GatewayOptions): Gateway => {
  const { world, feed, violations } = options;
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  let answersHeartbeats = true;
  let sendsHello = true;
  let online = false;

  const connected = () => [...sessions.values()].filter((session) => session.isConnected);
  const updatePresence = (): void => {
    const now = connected().length > 0;
    if (now !== online) feed.publish({ kind: 'bot-presence', online: now });
    online = now;
  };

  const dispatch = ({ guildId, intent, event }: Dispatch): void => {
    for (const session of sessions.values()) {
      if (!belongs(session, guildId) || (intent !== undefined && !holds(session.intents, intent))) continue;
      session.send(event(session.intents));
    }
  };

  const sendReady = (session: Session): void => {
    const hasGuild = belongs(session, world.guild.id);
    session.send({
      t: GatewayDispatchEvents.Ready,
      d: {
        v: 10,
        user: { ...world.bot.user, verified: true, mfa_enabled: true, email: null },
        guilds: hasGuild ? [{ id: world.guild.id, unavailable: true }] : [],
        session_id: session.id,
        resume_gateway_url: options.url(),
        shard: [...session.shard],
        application: { id: world.applicationId, flags: NO_FLAGS, flags_new: '0' },
      },
    });
    if (!hasGuild || !holds(session.intents, GatewayIntentBits.Guilds)) return;
    // Without the presences intent only the bot itself is in the list. Discord's documentation, "Guild Create".
    const seesAll = holds(session.intents, GatewayIntentBits.GuildPresences);
    const members = seesAll ? world.guild.members : [world.bot.member];
    session.send({ t: GatewayDispatchEvents.GuildCreate, d: { ...world.guild, members } });
  };

  const host: ConnectionHost = {
    token: options.token,
    heartbeatMs: options.heartbeatMs,
    grantedIntents: options.grantedIntents,
    answersHeartbeats: () => answersHeartbeats,
    sendsHello: () => sendsHello,
    open: (socket, { intents }, shard) => {
      const session = createSession({ id: options.newSessionId(), socket, intents, shard });
      sessions.set(session.id, session);
      sendReady(session);
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
      if (code === GatewayCloseCodes.AuthenticationFailed) return;
      violations.add({ by: 'bot', where: 'gateway', what: `closed with ${code} ${GatewayCloseCodes[code]}` });
    },
  };

  const sendAll = (op: GatewayOpcodes, d: boolean | null): void => {
    for (const { socket } of connected()) socket.send(JSON.stringify({ op, d, s: null, t: null }));
  };

  const stopTelling = feed.subscribe((event) => {
    const message = messageDispatch(event, world);
    if (message) dispatch(message);
  });

  return {
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
      stopTelling();
      sessions.clear();
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
    faults: {
      disconnect: (code) => {
        for (const socket of server.clients) {
          if (code === undefined) socket.terminate();
          else socket.close(code);
        }
      },
      requestReconnect: () => sendAll(GatewayOpcodes.Reconnect, null),
      invalidateSessions: ({ resumable }) => {
        sendAll(GatewayOpcodes.InvalidSession, resumable);
        if (!resumable) sessions.clear();
      },
      forgetSessions: () => sessions.clear(),
      answerHeartbeats: (answers) => {
        answersHeartbeats = answers;
      },
      greet: (greets) => {
        sendsHello = greets;
      },
      sendRaw: (text) => {
        for (const { socket } of connected()) socket.send(text);
      },
    },
  };
};
