import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../../commands/index.ts';
import { createRest, publishCommands } from '../../../src/discord/publish-commands.ts';
import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import { type BotProcess, startBotProcess } from './bot-process.ts';

/** The bot in a process of its own, logged in to a Discord on loopback in this one. */
export interface BotOnDiscord {
  readonly discord: LocalDiscord;
  readonly bot: BotProcess;
  /** When the process was started, in milliseconds as `performance.now()` tells them. */
  readonly startedAt: number;
  /** Sends `/ask`, and gives the milliseconds until the bot's first response. Rejects when there is none in time. */
  ask(question: string): Promise<number>;
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly cacheDir?: string;
  readonly reads?: boolean;
  readonly guilds?: number;
  /** Done before the bot starts, as the reports of servers need their ids. */
  readonly prepare?: (discord: LocalDiscord) => Promise<void>;
  /** URL of the program, where it is not the one that `npm start` runs. */
  readonly main?: string | undefined;
  /** More of the bot's variables. */
  readonly env?: Readonly<Record<string, string>>;
}

export async function startBotOnDiscord(
  dataDir: string,
  { cacheDir = 'off', reads = true, guilds = 1, prepare, env, main }: StartOptions = {},
): Promise<BotOnDiscord> {
  const discord = await startLocalDiscord({ guilds });
  await prepare?.(discord);
  const { token, apiUrl } = discord;
  const definitions = commands.map(({ data }) => data);
  await publishCommands(createRest(token, apiUrl), definitions);
  const kept = await mkdtemp(join(tmpdir(), 'pilcrow-kept-'));
  const startedAt = performance.now();
  const bot = await startBotProcess(
    {
      DISCORD_TOKEN: token,
      DISCORD_API_URL: apiUrl,
      DATA_DIR: dataDir,
      STORE: join(kept, 'pilcrow.db'),
      CACHE_DIR: cacheDir,
      READER: reads ? 'on' : 'off',
      // One person asks all the questions here, and a refusal would be measured as an answer.
      QUESTIONS_PER_PERSON: '0',
      QUESTIONS_PER_SERVER: '0',
      ...env,
    },
    { main },
  );
  await bot.printed(/"event":"connected"/);
  const member = discord.as(discord.people.member);
  return {
    discord,
    bot,
    startedAt,
    async ask(question) {
      const sent = performance.now();
      await member.command('ask', { question }).acknowledged();
      return performance.now() - sent;
    },
    async stop() {
      await bot.stop();
      await discord.stop();
      await rm(kept, { recursive: true });
    },
  };
}
