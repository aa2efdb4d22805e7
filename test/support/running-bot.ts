import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import { type Bot, type BotOptions, startBot } from '../../src/bot.ts';
import { createRest, publishCommands } from '../../src/discord/publish-commands.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/local-discord/local-discord.ts';
import { createLog } from '../../src/log.ts';

const logLine = z.object({ event: z.string() });

/** The whole bot with the real client, on a Discord of its own, over a copy of the project's reports. */
export interface RunningBot {
  readonly discord: LocalDiscord;
  readonly bot: Bot;
  readonly dataDir: string;
  /** The names of all events that were logged. */
  readonly events: readonly string[];
  stop(): Promise<void>;
}

export async function startRunningBot(options: Partial<BotOptions> = {}): Promise<RunningBot> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pilcrow-data-'));
  await cp('data', dataDir, { recursive: true });
  const discord = await startLocalDiscord();
  const { token, apiUrl } = discord;
  const events: string[] = [];
  const log = createLog('debug', {
    write: (line) => events.push(logLine.parse(JSON.parse(line)).event),
  });
  const list = options.commands ?? commands;
  await publishCommands(
    createRest(token, apiUrl),
    list.map(({ data }) => data),
  );
  const config = { dataDir, apiUrl, adminUserIds: [], adminRoleIds: [] };
  const signal = new AbortController().signal;
  const bot = await startBot({ commands, config, token, log, signal, ...options });
  if (!bot) throw new Error('the bot did not start');
  return {
    discord,
    bot,
    dataDir,
    events,
    async stop() {
      await bot.stop();
      await discord.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}
