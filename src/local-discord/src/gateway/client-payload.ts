import { GatewayOpcodes } from 'discord-api-types/v10';
import { z } from 'zod';

/** Bytes of one payload at most. Discord's documentation, "Sending Events". */
const MAX_BYTES = 4_096;

const identify = z.object({
  token: z.string(),
  intents: z.number(),
  properties: z.object({ os: z.string(), browser: z.string(), device: z.string() }),
  compress: z.boolean().nullish(),
  large_threshold: z.int().min(50).max(250).nullish(),
  shard: z.tuple([z.int(), z.int()]).nullish(),
  presence: z.object({}).nullish(),
});

const payload = z.discriminatedUnion('op', [
  z.object({ op: z.literal(GatewayOpcodes.Heartbeat), d: z.int().nullable() }),
  z.object({ op: z.literal(GatewayOpcodes.Identify), d: identify }),
  z.object({
    op: z.literal(GatewayOpcodes.Resume),
    d: z.object({ token: z.string(), session_id: z.string(), seq: z.int() }),
  }),
  z.object({
    op: z.literal(GatewayOpcodes.PresenceUpdate),
    d: z.object({
      since: z.int().nullable(),
      activities: z.array(z.object({ name: z.string(), type: z.int() })),
      status: z.enum(['online', 'dnd', 'idle', 'invisible', 'offline']),
      afk: z.boolean(),
    }),
  }),
]);

/** What a bot sends that the server acts upon. */
export type ClientPayload = z.infer<typeof payload>;
export type IdentifyData = z.infer<typeof identify>;

/** For voice, member lists and sounds: accepted, but not answered. */
const IGNORED: readonly unknown[] = [
  GatewayOpcodes.VoiceStateUpdate,
  GatewayOpcodes.RequestGuildMembers,
  GatewayOpcodes.RequestSoundboardSounds,
];

const KNOWN: readonly unknown[] = payload.options.map(({ shape }) => shape.op.value);

export type ParsedPayload =
  | { readonly kind: 'payload'; readonly payload: ClientPayload }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'unknown-opcode' }
  | { readonly kind: 'undecodable' };

/** Reads one WebSocket message of the bot. */
export const parsePayload = (bytes: Buffer): ParsedPayload => {
  if (bytes.length > MAX_BYTES) return { kind: 'undecodable' };
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    return { kind: 'undecodable' };
  }
  const op: unknown = Reflect.get(Object(json), 'op');
  if (IGNORED.includes(op)) return { kind: 'ignored' };
  if (!KNOWN.includes(op)) return { kind: 'unknown-opcode' };
  const parsed = payload.safeParse(json);
  return parsed.success ? { kind: 'payload', payload: parsed.data } : { kind: 'undecodable' };
};
