import {
  GatewayCloseCodes,
  GatewayOpcodes,
  type GatewayHeartbeatAck,
  type GatewayHello,
  type GatewayInvalidSession,
} from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { parsePayload, type ClientPayload, type IdentifyData } from './client-payload.ts';
import { checkIntents } from './intents.ts';
import type { Session } from './session.ts';

/** What a connection needs of the gateway it belongs to. */
export interface ConnectionHost {
  readonly token: string;
  readonly heartbeatMs: number;
  /** Privileged intents that are switched on. */
  readonly grantedIntents: number;
  answersHeartbeats(): boolean;
  sendsHello(): boolean;
  readonly open: (socket: WebSocket, data: IdentifyData, shard: readonly [number, number]) => Session;
  readonly find: (sessionId: string) => Session | undefined;
  resumed(session: Session): void;
  closed(session: Session | undefined, code: number): void;
  refused(code: GatewayCloseCodes): void;
}

/** A bot that closes with one of these does not intend to resume. Discord's documentation, "Disconnecting". */
const FINAL_CLOSE_CODES = [1000, 1001];
export const endsSession = (code: number): boolean => FINAL_CLOSE_CODES.includes(code);

const send = (socket: WebSocket, payload: GatewayHello | GatewayHeartbeatAck | GatewayInvalidSession): void =>
  socket.send(JSON.stringify(payload));

/** Speaks the gateway protocol, version 10 in JSON, over one WebSocket. */
export const serveConnection = (socket: WebSocket, query: URLSearchParams, host: ConnectionHost): void => {
  let session: Session | undefined;
  // After a session was declared invalid, its connection counts as not logged in.
  const isLoggedIn = (): boolean => session?.isConnected ?? false;

  let isRefused = false;
  const refuse = (code: GatewayCloseCodes): void => {
    isRefused = true;
    host.refused(code);
    socket.close(code);
  };

  const identify = (data: IdentifyData): void => {
    const shard = data.shard ?? [0, 1];
    if (data.token !== host.token) return refuse(GatewayCloseCodes.AuthenticationFailed);
    if (shard[0] < 0 || shard[0] >= shard[1]) return refuse(GatewayCloseCodes.InvalidShard);
    const intents = checkIntents(data.intents, host.grantedIntents);
    if (intents === 'invalid') return refuse(GatewayCloseCodes.InvalidIntents);
    if (intents === 'disallowed') return refuse(GatewayCloseCodes.DisallowedIntents);
    session = host.open(socket, data, shard);
  };

  const resume = (data: { token: string; session_id: string; seq: number }): void => {
    if (data.token !== host.token) return refuse(GatewayCloseCodes.AuthenticationFailed);
    const found = host.find(data.session_id);
    const result = found?.resume(socket, data.seq) ?? 'too-old';
    if (result === 'invalid-seq') return refuse(GatewayCloseCodes.InvalidSeq);
    if (!found || result === 'too-old') {
      send(socket, {
        op: GatewayOpcodes.InvalidSession,
        d: false,
        s: null,
        t: null,
      });
      return;
    }
    session = found;
    host.resumed(found);
  };

  const receive = (payload: ClientPayload): void => {
    switch (payload.op) {
      case GatewayOpcodes.Heartbeat:
        if (host.answersHeartbeats()) {
          send(socket, { op: GatewayOpcodes.HeartbeatAck, d: undefined, s: null, t: null });
        }
        return;
      case GatewayOpcodes.Identify:
        return isLoggedIn() ? refuse(GatewayCloseCodes.AlreadyAuthenticated) : identify(payload.d);
      case GatewayOpcodes.Resume:
        return isLoggedIn() ? refuse(GatewayCloseCodes.AlreadyAuthenticated) : resume(payload.d);
      case GatewayOpcodes.PresenceUpdate:
        if (!isLoggedIn()) refuse(GatewayCloseCodes.NotAuthenticated);
    }
  };

  socket.on('error', () => socket.terminate());
  socket.on('close', (code) => host.closed(session, code));
  if (query.get('v') !== '10') return refuse(GatewayCloseCodes.InvalidAPIVersion);
  if (query.get('encoding') !== 'json' || query.has('compress')) return refuse(GatewayCloseCodes.DecodeError);
  socket.on('message', (data: Buffer) => {
    // Messages that were sent before the bot knew that the connection is closed.
    if (isRefused) return;
    const parsed = parsePayload(data);
    switch (parsed.kind) {
      case 'payload':
        return receive(parsed.payload);
      case 'ignored':
        return isLoggedIn() ? undefined : refuse(GatewayCloseCodes.NotAuthenticated);
      case 'unknown-opcode':
        return refuse(isLoggedIn() ? GatewayCloseCodes.UnknownOpcode : GatewayCloseCodes.NotAuthenticated);
      case 'undecodable':
        return refuse(GatewayCloseCodes.DecodeError);
    }
  });
  if (host.sendsHello()) {
    send(socket, {
      op: GatewayOpcodes.Hello,
      d: { heartbeat_interval: host.heartbeatMs },
      s: null,
      t: null,
    });
  }
};
