import { GatewayIntentBits, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startLocalDiscord, type LocalDiscord } from '../src/local-discord.ts';

interface Received {
  readonly op: number;
  readonly t?: string | null;
  readonly s?: number | null;
  readonly d?: { readonly session_id?: string; readonly heartbeat_interval?: number };
}

/** A bot that speaks the protocol by hand. */
interface RawBot {
  send(payload: unknown): void;
  /** The next payload of that opcode or event. */
  next(what: number | string): Promise<Received>;
  readonly open: Promise<unknown>;
  readonly closed: Promise<number>;
  /** What nobody asked for yet. */
  readonly received: readonly Received[];
}

let discord: LocalDiscord;
let sockets: WebSocket[];

beforeEach(async () => {
  discord = await startLocalDiscord({ heartbeatMs: 1234 });
  sockets = [];
});
afterEach(async () => {
  for (const socket of sockets) socket.terminate();
  await discord.stop();
});

const connect = (query = '?v=10&encoding=json'): RawBot => {
  const socket = new WebSocket(`ws://127.0.0.1:${discord.port}/gateway${query}`);
  sockets.push(socket);
  const received: Received[] = [];
  let look: (() => void) | undefined;
  socket.on('message', (data: Buffer) => {
    received.push(JSON.parse(data.toString()));
    look?.();
  });
  return {
    send: (payload) => socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload)),
    next: async (what) =>
      await new Promise((resolve) => {
        look = () => {
          const index = received.findIndex(({ op, t }) =>
            typeof what === 'number' ? op === what : t === what,
          );
          const [found] = index < 0 ? [] : received.splice(index, 1);
          if (found) resolve(found);
        };
        look();
      }),
    received,
    open: new Promise((resolve) => socket.once('open', resolve)),
    closed: new Promise((resolve) => socket.once('close', resolve)),
  };
};

const identify = (extra: object = {}) => ({
  op: Op.Identify,
  d: {
    token: discord.token,
    intents: GatewayIntentBits.Guilds,
    properties: { os: 'linux', browser: 'test', device: 'test' },
    ...extra,
  },
});
const presence = { since: null, activities: [], status: 'online', afk: false };

const logIn = async (): Promise<{ bot: RawBot; session: string }> => {
  const bot = connect();
  await bot.next(Op.Hello);
  bot.send(identify());
  const ready = await bot.next('READY');
  await bot.next('GUILD_CREATE');
  return { bot, session: ready.d?.session_id ?? '' };
};

describe('the gateway', () => {
  it('greets with the heartbeat interval and acknowledges heartbeats', async () => {
    const bot = connect();
    expect((await bot.next(Op.Hello)).d?.heartbeat_interval).toBe(1234);
    bot.send({ op: Op.Heartbeat, d: null });
    expect(await bot.next(Op.HeartbeatAck)).toMatchObject({ op: Op.HeartbeatAck });
  });

  it('can leave the greeting out', async () => {
    discord.faults.gateway.sendHello(false);
    const bot = connect();
    await bot.open;
    bot.send({ op: Op.Heartbeat, d: null });
    await bot.next(Op.HeartbeatAck);
    expect(bot.received).toEqual([]);
  });

  it('numbers events without gaps, through a resume', async () => {
    const { bot, session } = await logIn();
    const answered = connect();
    await answered.next(Op.Hello);
    answered.send({ op: Op.Resume, d: { token: discord.token, session_id: session, seq: 1 } });
    expect(await answered.next('GUILD_CREATE')).toMatchObject({ s: 2 });
    expect(await answered.next('RESUMED')).toMatchObject({ s: 3, d: {} });
    expect(await bot.closed).toBe(1006);
  });

  it('takes presence updates and member requests', async () => {
    const { bot } = await logIn();
    bot.send({ op: Op.PresenceUpdate, d: presence });
    bot.send({ op: Op.RequestGuildMembers, d: { guild_id: discord.guild.id, query: '', limit: 0 } });
    bot.send({ op: Op.Heartbeat, d: 2 });
    expect(await bot.next(Op.HeartbeatAck)).toBeDefined();
    expect(discord.violations).toEqual([]);
  });

  it('refuses to resume a session that there is not (op 9)', async () => {
    const bot = connect();
    await bot.next(Op.Hello);
    bot.send({ op: Op.Resume, d: { token: discord.token, session_id: 'gone', seq: 1 } });
    expect(await bot.next(Op.InvalidSession)).toMatchObject({ d: false });
  });

  it('refuses to resume when too much has happened since (op 9)', async () => {
    const first = connect();
    await first.next(Op.Hello);
    first.send(identify({ intents: GatewayIntentBits.GuildMessages }));
    const ready = await first.next('READY');
    discord.faults.gateway.disconnect();
    await first.closed;
    const mira = discord.as(discord.people.member);
    for (let count = 0; count <= 1000; count += 1) mira.say('Again');
    const bot = connect();
    await bot.next(Op.Hello);
    bot.send({ op: Op.Resume, d: { token: discord.token, session_id: ready.d?.session_id, seq: ready.s } });
    expect(await bot.next(Op.InvalidSession)).toMatchObject({ d: false });
  });

  it('takes a new log-in on the connection of an invalid session', async () => {
    const { bot } = await logIn();
    discord.faults.gateway.invalidateSessions({ resumable: false });
    await bot.next(Op.InvalidSession);
    bot.send(identify());
    expect(await bot.next('READY')).toMatchObject({ s: 1 });
  });

  // Discord's documentation, "Gateway Close Event Codes" and "Gateway Intents".
  it.each<[string, number, () => unknown]>([
    ['a payload that is not JSON', 4002, () => '{'],
    [
      'a payload of more than 4,096 bytes',
      4002,
      () => ({ op: Op.Heartbeat, d: 1, filler: 'x'.repeat(4096) }),
    ],
    ['an IDENTIFY without properties', 4002, () => identify({ properties: undefined })],
    ['a presence before the log-in', 4003, () => ({ op: Op.PresenceUpdate, d: presence })],
    ['an unknown opcode before the log-in', 4003, () => ({ op: 99, d: null })],
    ['a wrong token', 4004, () => identify({ token: 'wrong' })],
    [
      'a wrong token in a RESUME',
      4004,
      () => ({ op: Op.Resume, d: { token: 'x', session_id: 'x', seq: 0 } }),
    ],
    ['a shard beyond the count', 4010, () => identify({ shard: [2, 2] })],
    ['an intent that there is not', 4013, () => identify({ intents: 2 ** 30 })],
    ['negative intents', 4013, () => identify({ intents: -1 })],
    ['an intent that is not granted', 4014, () => identify({ intents: GatewayIntentBits.GuildMembers })],
  ])('closes on %s with %i', async (_, code, payload) => {
    const bot = connect();
    await bot.next(Op.Hello);
    bot.send(payload());
    expect(await bot.closed).toBe(code);
    expect(discord.violations).toHaveLength(code === 4004 ? 0 : 1);
  });

  it.each<[string, number, (session: string) => unknown]>([
    ['an unknown opcode', 4001, () => ({ op: 99, d: null })],
    ['a second IDENTIFY', 4005, () => identify()],
    [
      'a RESUME while logged in',
      4005,
      (session_id) => ({ op: Op.Resume, d: { token: discord.token, session_id, seq: 0 } }),
    ],
  ])('closes a logged-in connection on %s with %i', async (_, code, payload) => {
    const { bot, session } = await logIn();
    bot.send(payload(session));
    expect(await bot.closed).toBe(code);
  });

  it('does not listen any more once it has closed', async () => {
    const bot = connect();
    await bot.next(Op.Hello);
    bot.send('{');
    bot.send('{');
    bot.send(identify());
    expect(await bot.closed).toBe(4002);
    expect(discord.violations).toHaveLength(1);
    expect(discord.sessions()).toEqual([]);
  });

  it('closes on a RESUME from the future with 4007', async () => {
    const { session } = await logIn();
    const bot = connect();
    await bot.next(Op.Hello);
    bot.send({ op: Op.Resume, d: { token: discord.token, session_id: session, seq: 99 } });
    expect(await bot.closed).toBe(4007);
  });

  it.each([
    ['another version', 4012, '?v=9&encoding=json'],
    ['no version', 4012, ''],
    ['another encoding', 4002, '?v=10&encoding=etf'],
    ['compression', 4002, '?v=10&encoding=json&compress=zlib-stream'],
  ])('closes on %s with %i', async (_, code, query) => {
    expect(await connect(query).closed).toBe(code);
  });
});
