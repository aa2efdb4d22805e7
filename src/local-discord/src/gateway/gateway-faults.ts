import { GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Session } from './session.ts';

/** Faults of the gateway, caused at once for every connected bot. */
export interface GatewayFaults {
  /** Cuts every connection without a close frame, or closes it with `code`. The sessions can be resumed. */
  disconnect(code?: number): void;
  /** Asks every bot to reconnect (op 7). */
  requestReconnect(): void;
  /** Tells every bot that its session is invalid (op 9). */
  invalidateSessions(options: { readonly resumable: boolean }): void;
  /** Forgets all sessions, as after a restart: the next RESUME is answered with op 9. */
  forgetSessions(): void;
  /** Whether heartbeats are answered. */
  answerHeartbeats(answers: boolean): void;
  /** Whether a new connection gets HELLO (op 10); without it a bot waits. */
  sendHello(sendsHello: boolean): void;
  /** Sends `text` as it is, such as half a JSON value. */
  sendRaw(text: string): void;
}

/** What the gateway does, unless a fault switches it off. */
export interface GatewayBehavior {
  answersHeartbeats: boolean;
  sendsHello: boolean;
}

export const createGatewayFaults = (
  sockets: ReadonlySet<WebSocket>,
  sessions: Map<string, Session>,
  behavior: GatewayBehavior,
): GatewayFaults => {
  const sendAll = (text: string): void => {
    for (const session of sessions.values()) if (session.isConnected) session.socket.send(text);
  };
  return {
    disconnect: (code) => {
      for (const socket of sockets) {
        if (code === undefined) socket.terminate();
        else socket.close(code);
      }
    },
    requestReconnect: () =>
      sendAll(JSON.stringify({ op: GatewayOpcodes.Reconnect, d: null, s: null, t: null })),
    invalidateSessions: ({ resumable }) => {
      sendAll(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: resumable, s: null, t: null }));
      for (const session of sessions.values()) session.suspend();
      if (!resumable) sessions.clear();
    },
    forgetSessions: () => sessions.clear(),
    answerHeartbeats: (answers) => {
      behavior.answersHeartbeats = answers;
    },
    sendHello: (sendsHello) => {
      behavior.sendsHello = sendsHello;
    },
    sendRaw: sendAll,
  };
};
