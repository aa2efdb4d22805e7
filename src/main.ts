import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import { config as readEnvFile } from 'dotenv';
import { commands } from '../commands/index.ts';
import { type Bot, type Observers, startBot } from './bot.ts';
import { type Config, ConfigError, parseConfig } from './config.ts';
import { RefusedError } from './discord/client.ts';
import { createRest, publishCommands } from './discord/publish-commands.ts';
import type { LocalDiscord } from 'local-discord';
import { createLog, type Log } from './log.ts';
import type { HealthServer } from './metrics/health-server.ts';
import { createMetrics } from './metrics/metrics.ts';
import { secretsIn } from './redact.ts';
import { runProgram } from './run-program.ts';
import { createServiceManager } from './service-manager.ts';
import { systemClock } from './text/clock.ts';
import { isProgram } from './tools/run-tool.ts';
import { openPostgres } from './postgres/postgres.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';

if (isProgram(import.meta.url)) {
  await runProgram(async () => {
    readEnvFile({ quiet: true });
    const config = parseConfig(process.env);
    const requestIds = new AsyncLocalStorage<string>();
    const log = createLog(config.logLevel, undefined, {
      secrets: secretsIn(process.env),
      requestIds,
    });
    const observers = { log, metrics: createMetrics(), requestIds };
    const stopping = stopOnSignals(log);
    const health = config.health && (await startHealth(config.health, observers));
    try {
      await run(config, observers, stopping);
    } finally {
      await health?.stop();
    }
  });
  // A request that Discord does not answer would keep the process alive for as long as the client library waits.
  process.exit();
}

/** On Discord with a token, else on the local Discord. */
export async function run(config: Config, observers: Observers, stopping: AbortSignal): Promise<void> {
  const { token } = config;
  if (token !== undefined) return runBot({ ...config, token }, observers, stopping);

  const discord = await runLocalDiscord(config.port, observers.log);
  try {
    const own = { ...forLocal(config, discord), token: discord.token, apiUrl: discord.apiUrl };
    await runBot(own, observers, stopping, `Open http://127.0.0.1:${discord.port}`);
  } finally {
    await discord.stop();
  }
}

/** On the local Discord the person with the role Admin is one, beside who is by default, and no other process serves it. */
function forLocal({ shards: _, ...config }: Config, { people, roles }: LocalDiscord): Config {
  return {
    ...config,
    adminUserIds: [...config.adminUserIds, people.owner.user.id],
    adminRoleIds: [...config.adminRoleIds, roles.admin.id],
  };
}

/** Serves until a signal comes or Discord ends the connection for good. Prints `greeting` when the bot is ready. */
async function runBot(
  config: Config & { readonly token: string },
  observers: Observers,
  signal: AbortSignal,
  greeting?: string,
): Promise<void> {
  let bot: Bot | undefined;
  const manager = createServiceManager(process.env, observers.log);
  // Listened to from the start, because without a listener this signal ends the process.
  process.on('SIGHUP', () => {
    bot?.reload().catch((error: unknown) => observers.log.error({ err: error }, 'reload failed'));
  });
  const world = { clock: systemClock, log: observers.log };
  const { databaseUrl: url } = config;
  // One that is out of reach is waited for, as Discord is: whoever starts the bot again and again gives up at some time.
  const postgres =
    url === undefined ? undefined : await orStopped(openPostgres(url, { ...world, signal }), signal);
  if (postgres === undefined && url !== undefined) return;
  let store: Store | undefined;
  try {
    store = await openStore(config.store, { ...world, postgres });
    bot = await startBot({
      commands,
      config,
      store,
      postgres,
      clock: systemClock,
      token: config.token,
      ...observers,
      signal,
    });
    if (!bot) return;
    manager.ready();
    if (greeting !== undefined) process.stdout.write(`${greeting}\n`);
    const loss = await Promise.race([bot.lost, signal.aborted || once(signal, 'abort')]);
    manager.stopping();
    await bot.stop();
    if (typeof loss === 'string') throw new RefusedError(loss);
  } finally {
    await store?.close();
    await postgres?.close();
  }
}

/** What `work` gives; undefined when it failed because the bot is to stop. */
async function orStopped<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

/** Starts before the bot does, so that it can report that the bot is not ready yet. */
export async function startHealth(
  place: NonNullable<Config['health']>,
  { log, metrics }: Observers,
): Promise<HealthServer> {
  // Loaded only here: what counts for Prometheus takes memory that a bot without it does not need.
  const { startHealthServer } = await import('./metrics/health-server.ts');
  const { host, port } = place;
  const server = await startHealthServer(place, metrics).catch((error: unknown) => {
    const code = codeOf(error);
    if (code === 'EADDRNOTAVAIL')
      throw new ConfigError([`HEALTH_HOST is "${host}", wanted an address of this computer`]);
    if (code === 'EADDRINUSE' || code === 'EACCES')
      throw new ConfigError([`HEALTH_PORT is ${port}, which cannot be had (${code}), wanted a free port`]);
    throw error;
  });
  log.info({ host, port: server.port }, 'health server listens');
  return server;
}

/** The local Discord, for people without a token: with its page, and with the commands published. */
async function runLocalDiscord(port: number, log: Log): Promise<LocalDiscord> {
  // Loaded only here: the schemas of Discord's whole API take 20 MB, which a bot with a token does not need.
  const { startLocalDiscord } = await import('local-discord');
  const { createPage } = await import('local-discord/page');
  const discord = await startLocalDiscord({
    port,
    botName: 'Pilcrow',
    log: (violation) => log.warn(violation, 'Discord would refuse this'),
  }).catch((error: unknown) => {
    throw codeOf(error) === 'EADDRINUSE'
      ? new ConfigError([`PORT is ${port}, which is in use, wanted a free port`])
      : error;
  });
  discord.attach(createPage(discord, { botAvatar: '¶' }));
  const definitions = commands.map(({ data }) => data);
  await publishCommands(createRest(discord.token, discord.apiUrl), definitions);
  return discord;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function stopOnSignals(log: Log): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      stopping.abort();
    });
  }
  return stopping.signal;
}
