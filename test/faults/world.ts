import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { type InteractionHandle, type LocalDiscord, startLocalDiscord, type UserClient } from 'local-discord';
import { commands } from '../../commands/index.ts';
import { createRest, publishCommands } from '../../src/discord/publish-commands.ts';
import type { Needs } from './fault.ts';
import { type Servers, startServers } from './servers.ts';
import { type BotProcess, startBotProcess } from '../bench/bot/bot-process.ts';

/** A Discord, a bot on it in a process of its own, and the bot's files. */
export interface World {
  readonly discord: LocalDiscord;
  /** Paths; `outside` is a folder that the bot does not know. */
  readonly files: Readonly<Record<'data' | 'cache' | 'store' | 'outside', string>>;
  readonly member: UserClient;
  /** May do everything: the application's owner. */
  readonly owner: UserClient;
  /** The servers that the bot uses; undefined: its files are on the disk. */
  readonly servers: Servers | undefined;
  /** Seconds that a fault lasts, where that is free. */
  readonly seconds: number;
  /** The bot that answers. */
  readonly bot: BotProcess;
  /** Starts a bot that takes its place; connected when this resolves. */
  startBot(): Promise<BotProcess>;
  /** Starts a bot beside it. */
  startAnother(): Promise<BotProcess>;
  /** Starts a bot that may end at once. */
  launch(): Promise<BotProcess>;
  /** All that bots print from now on, when it is asked for. */
  listen(): () => string;
  stop(): Promise<void>;
}

export interface WorldOptions {
  readonly needs?: Needs;
  readonly seconds: number;
  readonly reads: boolean;
}

/** So often a person tries when the bot does not respond in time. */
const MOST_TRIES = 5;

/** What the bot answers in the end: what a fault needs is not what it is measured by. */
export async function insist(act: () => InteractionHandle): Promise<APIMessage> {
  for (let tries = 1; ; tries++) {
    try {
      return await act().response();
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
    }
  }
}

/** Short, so that a heartbeat which nobody answers shows soon. Milliseconds; Discord's own are 41,250. */
const HEARTBEAT = 1000;

/** Root may write everything: without these rights it is refused like any other account. */
const AS_ANY_ACCOUNT = ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--'];

export async function createWorld({ seconds, reads, needs }: WorldOptions): Promise<World> {
  const root = await mkdtemp(join(tmpdir(), 'pilcrow-faults-'));
  const files = {
    data: join(root, 'data'),
    cache: join(root, 'cache'),
    store: join(root, 'kept', 'pilcrow.db'),
    outside: join(root, 'outside'),
  };
  await cp('data', files.data, { recursive: true });
  const servers = needs && (await startServers(needs, files.data));
  const discord = await startLocalDiscord({ heartbeatMs: HEARTBEAT });
  const { token, apiUrl } = discord;
  const definitions = commands.map(({ data }) => data);
  await publishCommands(createRest(token, apiUrl), definitions);
  const bots: BotProcess[] = [];

  async function launch(): Promise<BotProcess> {
    const env = {
      DISCORD_TOKEN: token,
      DISCORD_API_URL: apiUrl,
      DATA_DIR: files.data,
      STORE: files.store,
      CACHE_DIR: files.cache,
      ...servers?.env,
      READER: reads ? 'on' : 'off',
      // One person asks everything here.
      QUESTIONS_PER_PERSON: '0',
      QUESTIONS_PER_SERVER: '0',
    };
    const bot = await startBotProcess(env, {
      wrapper: process.getuid?.() === 0 ? AS_ANY_ACCOUNT : [],
    });
    bots.push(bot);
    return bot;
  }
  async function startAnother(): Promise<BotProcess> {
    const bot = await launch();
    await bot.printed(/"event":"connected"/);
    await bot.watchDelay();
    return bot;
  }

  let bot = await startAnother();
  return {
    discord,
    files,
    servers,
    seconds,
    member: discord.as(discord.people.member),
    owner: discord.as(discord.people.owner),
    get bot() {
      return bot;
    },
    async startBot() {
      return (bot = await startAnother());
    },
    startAnother,
    launch,
    listen() {
      const heard = new Map(bots.map((each) => [each, each.output().length]));
      return () => bots.map((each) => each.output().slice(heard.get(each) ?? 0)).join('');
    },
    async stop() {
      await Promise.all(bots.map((each) => each.stop()));
      await discord.stop();
      await servers?.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}
