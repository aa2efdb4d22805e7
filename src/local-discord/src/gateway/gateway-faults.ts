import { GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Session } from './session.ts';

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

/** What the gateway asks before it answers. */
export interface Willingness {
  answersHeartbeats: boolean;
  greets: boolean;
}

export const createGatewayFaults = (
  sockets: ReadonlySet<WebSocket>,
  sessions: Map<string, Session>,
  willing: Willingness,
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
      willing.answersHeartbeats = answers;
    },
    greet: (greets) => {
      willing.greets = greets;
    },
    sendRaw: sendAll,
  };
};
