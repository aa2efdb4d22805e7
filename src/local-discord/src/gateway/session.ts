import { GatewayOpcodes, type GatewayDispatchPayload } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';

/** An event before it is numbered: `t` and `d` of one of Discord's dispatches. */
export type GatewayEvent = GatewayDispatchPayload extends infer Payload
  ? Payload extends GatewayDispatchPayload
    ? Pick<Payload, 't' | 'd'>
    : never
  : never;

/** One log-in of a bot on one shard. It outlives its connection, so that the bot can resume it on another. */
export interface Session {
  readonly id: string;
  /** Which of the bot's shards this is, and of how many. */
  readonly shard: readonly [number, number];
  readonly intents: number;
  /** Whether events reach the bot now. */
  readonly isConnected: boolean;
  /** Numbers an event, keeps it for a resume, and sends it if the bot is connected. */
  send(event: GatewayEvent): void;
  /** Keeps what happens for a resume, which may come over the same connection. */
  suspend(): void;
  /** Continues on `socket` after the event numbered `seq`. */
  resume(socket: WebSocket, seq: number): 'resumed' | 'invalid-seq' | 'too-old';
  readonly socket: WebSocket;
}

/** Events kept for a resume. Discord's own figure is not published. */
const MAX_REPLAYED_EVENTS = 1_000;

interface NewSession {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  readonly socket: WebSocket;
}

export const createSession = ({ id, shard, intents, socket: first }: NewSession): Session => {
  let socket = first;
  let seq = 0;
  let suspended = false;
  const replayBuffer: { readonly s: number; readonly text: string }[] = [];

  const isConnected = (): boolean => !suspended && socket.readyState === socket.OPEN;
  const deliver = (text: string): void => {
    if (isConnected()) socket.send(text);
  };
  const send = (event: GatewayEvent): void => {
    seq += 1;
    // RESUMED has no data, but Discord never leaves out `d`.
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, s: seq, t: event.t, d: event.d ?? {} });
    replayBuffer.push({ s: seq, text });
    if (replayBuffer.length > MAX_REPLAYED_EVENTS) replayBuffer.shift();
    deliver(text);
  };

  return {
    id,
    shard,
    intents,
    get isConnected() {
      return isConnected();
    },
    get socket() {
      return socket;
    },
    send,
    suspend: () => {
      suspended = true;
    },
    resume: (next, lastSeen) => {
      if (lastSeen > seq) return 'invalid-seq';
      const oldest = replayBuffer[0]?.s ?? seq + 1;
      if (lastSeen + 1 < oldest) return 'too-old';
      if (socket !== next) socket.terminate();
      socket = next;
      suspended = false;
      for (const { s, text } of replayBuffer) if (s > lastSeen) deliver(text);
      return 'resumed';
    },
  };
};
