import { AsyncLocalStorage } from 'node:async_hooks';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import { type Bot, type BotOptions, startBot } from '../../src/bot.ts';
import type { Config } from '../../src/config.ts';
import { createRest, publishCommands } from '../../src/discord/publish-commands.ts';
import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { systemClock } from '../../src/text/clock.ts';
import { openStore } from '../../src/store/open-store.ts';

const logLine = z.looseObject({ event: z.string() });

/** The whole bot with the real client, over reports of its own. */
export interface BotOnDiscord extends Bot {
  /** The names of all events that were logged. */
  readonly events: readonly string[];
  /** All that was logged, a value a line. */
  readonly lines: readonly z.infer<typeof logLine>[];
}

/** What is not given is as for a bot without limits and without a reader, whose store is in memory. */
export type RunningBotOptions = Partial<BotOptions> &
  Partial<Pick<Config, 'questionLimits' | 'reportLimits' | 'reads' | 'shards' | 'search'>>;

const NO_REPORT_LIMITS = { reports: 0, megabytes: 0, importsPerHour: 0 };

/** Publishes the commands and logs the bot in. */
export async function startBotOn(
  { token, apiUrl }: LocalDiscord,
  dataDir: string,
  {
    questionLimits = { perPerson: 0, perServer: 0 },
    reads = false,
    reportLimits = NO_REPORT_LIMITS,
    shards,
    search,
    ...options
  }: RunningBotOptions = {},
): Promise<BotOnDiscord> {
  const events: string[] = [];
  const lines: z.infer<typeof logLine>[] = [];
  const keep = (text: string) => {
    const line = logLine.parse(JSON.parse(text));
    lines.push(line);
    events.push(line.event);
  };
  const requestIds = new AsyncLocalStorage<string>();
  const log = createLog('debug', { write: keep }, { requestIds, secrets: [token] });
  const list = options.commands ?? commands;
  const definitions = list.map(({ data }) => data);
  await publishCommands(createRest(token, apiUrl), definitions);
  const config = {
    dataDir,
    watch: false,
    reads,
    serverMemory: 64 * 1024 * 1024,
    apiUrl,
    ...(shards !== undefined && { shards }),
    ...(search !== undefined && { search }),
    adminUserIds: [],
    adminRoleIds: [],
    questionLimits,
    reportLimits,
  };
  const clock = options.clock ?? systemClock;
  const store = options.store ?? (await openStore({ kind: 'memory', retentionDays: 30 }, { clock, log }));
  const { signal } = new AbortController();
  const observers = { log, metrics: createMetrics(), requestIds };
  const bot = await startBot({ commands, config, store, clock, token, signal, ...observers, ...options });
  if (!bot) throw new Error('the bot did not start');
  return {
    ...bot,
    events,
    lines,
    async stop() {
      await bot.stop();
      await store.close();
    },
  };
}

/** A bot on a Discord of its own, over a copy of the project's report and {@link MILL_FIRE}. */
export interface RunningBot {
  readonly discord: LocalDiscord;
  readonly bot: BotOnDiscord;
  readonly dataDir: string;
  /** Changes one of the reports, and reloads. */
  change(file: string, edit: (text: string) => string): Promise<void>;
  /** Removes one of the reports, and reloads. */
  remove(file: string): Promise<void>;
  stop(): Promise<void>;
}

/** A report beside the project's own. */
export const MILL_FIRE = `---
title: The fire at the mill
publisher: Valley Post
published: 2021-03-04
questions:
  - Who discovered the fire?
  - What did the fire brigade save?
---

## The night

The paper mill at Oberau burned down in the night of 2 March. A night watchman, Otto Brandl, discovered the fire at three.

The fire brigade saved the archive of the mill, which goes back to 1820.

## What follows

The owners want to rebuild the mill on the other bank of the river.
`;

export async function startRunningBot(options: RunningBotOptions = {}): Promise<RunningBot> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pilcrow-data-'));
  await cp('data', dataDir, { recursive: true });
  await writeFile(join(dataDir, 'mill-fire.md'), MILL_FIRE);
  const discord = await startLocalDiscord();
  const bot = await startBotOn(discord, dataDir, options);
  return {
    discord,
    bot,
    dataDir,
    async change(file, edit) {
      const path = join(dataDir, file);
      await writeFile(path, edit(await readFile(path, 'utf8')));
      await bot.reload();
    },
    async remove(file) {
      await rm(join(dataDir, file));
      await bot.reload();
    },
    async stop() {
      await bot.stop();
      await discord.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}
