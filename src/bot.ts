import type { AsyncLocalStorage } from 'node:async_hooks';
import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { type Client, Events } from 'discord.js';
import { reloadFromOutside } from './bot-records.ts';
import type { Config } from './config.ts';
import { type Alerts, createAlerts } from './discord/alerts/alerts.ts';
import { createChannelPoster } from './discord/alerts/channel-poster.ts';
import { connect, createClient, shardsOf, whenRefused } from './discord/client.ts';
import type { DispatchOptions } from './discord/dispatch.ts';
import { createDoor } from './discord/door.ts';
import { spaceLogIns } from './discord/identify-turns.ts';
import type { SourceReader } from './import/draft-article.ts';
import type { ContentStore } from './library/content-store.ts';
import { openDatabaseContent } from './library/database/database-content.ts';
import { openAnalysisCaches } from './library/folder/analysis-cache.ts';
import { createFolderContent } from './library/folder/folder-content.ts';
import type { ReloadOutcome } from './library/collection.ts';
import { openCollections } from './library/collections.ts';
import type { Log } from './log.ts';
import { openReader } from './reader/open-reader.ts';
import { noReader } from './reader/reader.ts';
import { type OpenSearch, openSearch, type TakeTurn } from './search/opensearch/open-search.ts';
import type { Postgres } from './postgres/postgres.ts';
import { renderShards } from './render/render-processes.ts';
import { serveRequests } from './serve-requests.ts';
import { joinProcesses, noProcesses } from './store/processes.ts';
import type { Store } from './store/store.ts';
import type { Clock } from './text/clock.ts';
import { createLanguages, type LanguageOf } from './text/language.ts';
import { observeGateway } from './discord/gateway.ts';
import type { Metrics } from './metrics/metrics.ts';

/** The running bot. */
export interface Bot {
  /** Loads the reports again, as `/reload` does; the outcome goes to the log. */
  reload(): Promise<ReloadOutcome>;
  /** Accepts no more questions, finishes those begun (within a few seconds), and logs out. */
  stop(): Promise<void>;
  /** Resolves with what to tell people when Discord ends the connection for good. */
  readonly lost: Promise<string>;
}

/** What observes the bot. */
export interface Observers {
  readonly log: Log;
  readonly metrics: Metrics;
  /** Holds the id of the request that is being answered, for the lines of the log. */
  readonly requestIds: AsyncLocalStorage<string>;
}

export interface BotOptions extends Pick<DispatchOptions, 'commands' | 'deferAfter'>, Observers {
  readonly config: Pick<
    Config,
    | 'dataDir'
    | 'watch'
    | 'reads'
    | 'cacheDir'
    | 'serverMemory'
    | 'apiUrl'
    | 'shards'
    | 'adminUserIds'
    | 'adminRoleIds'
    | 'questionLimits'
    | 'reportLimits'
    | 'search'
  >;
  readonly store: Store;
  /** Where the reports lie, and what the bot's processes share; stays open too. Absent: reports are in the folder. */
  readonly postgres?: Postgres | undefined;
  readonly token: string;
  readonly clock: Clock;
  /** Aborts a start that is still trying to reach Discord. */
  readonly signal: AbortSignal;
  /** Milliseconds, from any beginning, by which what was answered is forgotten. */
  readonly now?: () => number;
  /** Reads what is imported, in a process of its own unless something else is given. */
  readonly readSource?: SourceReader;
}

/** Milliseconds that stopping waits for answers that were begun: hosts allow a process some 5 to 10 seconds. */
const STOP_TIMEOUT = 4000;

/**
 * Loads the reports, logs in and answers.
 * @returns undefined when `signal` was aborted before the bot was ready.
 * @throws {CorpusError} when the reports have faults.
 * @throws {SearchError} when SEARCH_CA_FILE cannot be read.
 * @throws {RefusedError} when Discord will not have this token.
 */
export async function startBot(options: BotOptions): Promise<Bot | undefined> {
  const { config, token, log, metrics, signal, postgres, clock } = options;
  const door = createDoor();
  // Words alone answer too: what is left out first when there is too much to do.
  const reader = config.reads ? openReader({ log, isCrowded: () => door.isCrowded }) : undefined;
  const search =
    config.search &&
    (await openSearch(config.search, { clock, log, takeTurn: postgres && bringInTurns(postgres) }));
  let alerts: Alerts | undefined;
  let processes = noProcesses;
  const languageOf = createLanguages();
  const content = await openContent(options, languageOf, search);
  const collections = await openCollections(content, {
    languageOf,
    ...(reader !== undefined && { reader }),
    serverMemory: config.serverMemory,
    search,
    log,
    onChanged: (...change) => alerts?.changed(...change),
  });
  const { reports, version } = collections.shared;
  log.info({ reports: reports.length, version }, 'reports loaded');
  const reload = async () => {
    const outcome = await reloadFromOutside(collections, log, metrics);
    void processes.beat();
    return outcome;
  };
  // Before Discord is reached, which may take long: what changes meanwhile is not missed.
  const unfollow = content.follow((server) => {
    if (server === undefined) return reload();
    collections.forget(server);
    return Promise.resolve({ kind: 'reloaded' });
  });
  const begin = (client: Client<true>) => {
    const shards = config.shards && renderShards(shardsOf(client));
    log.info({ user: client.user.tag, servers: client.guilds.cache.size, shards }, 'connected');
    observeGateway(client, log, metrics);
    const post = createChannelPoster(client);
    alerts = createAlerts({ store: options.store, collections, post, clock, log });
    const self = () => ({ host: hostname(), ...shardsOf(client), version: collections.shared.version });
    if (postgres) processes = joinProcesses({ postgres, self, clock, log });
    const parts = { collections, post, processes, reader: reader ?? noReader, reload };
    return { client, dispatch: serveRequests(client, door, parts, options) };
  };
  const isOneOfSeveral = config.shards !== undefined && config.shards !== 'auto';
  const buildIdentifyThrottler =
    postgres && isOneOfSeveral ? spaceLogIns({ takeTurn: postgres.hold, clock, log }) : undefined;
  let begun: ReturnType<typeof begin> | undefined;
  try {
    const create = () => createClient({ ...config, buildIdentifyThrottler }, log);
    begun = await connect(create, begin, token, log, signal);
  } finally {
    if (!begun) unfollow();
  }
  if (!begun) return undefined;
  const { client, dispatch } = begun;
  // Only now, so that the start is no slower for it.
  void reader?.load();
  return {
    reload,
    lost: whenRefused(client),
    async stop() {
      unfollow();
      client.removeAllListeners(Events.InteractionCreate);
      client.removeAllListeners(Events.MessageCreate);
      metrics.gateway('stopped');
      // To log out is not to lose the connection.
      client.removeAllListeners(Events.ShardReconnecting);
      // A timer that counts would keep the process alive for as long.
      const finished = Promise.all([dispatch.settled(), alerts?.stop(), processes.leave()]);
      await Promise.race([finished, setTimeout(STOP_TIMEOUT, undefined, { ref: false })]);
      await Promise.all([client.destroy(), reader?.close(), search?.close()]);
      log.info({}, 'stopped');
    },
  };
}

/** Not one of the numbers that log-ins wait for. */
const BRING_IN_LOCK = 1000;

/** One process after another brings paragraphs into the search server; without the database, each for itself. */
const bringInTurns =
  ({ hold }: Postgres): TakeTurn =>
  (signal) =>
    hold(BRING_IN_LOCK, signal).catch(() => () => undefined);

async function openContent(
  { config: { dataDir, cacheDir, watch }, postgres, clock, log }: BotOptions,
  languageOf: LanguageOf,
  search: OpenSearch | undefined,
): Promise<ContentStore> {
  if (postgres !== undefined) return openDatabaseContent(postgres, { clock, log, languageOf, search });
  const caches = cacheDir === undefined ? undefined : await openAnalysisCaches(cacheDir, log);
  return createFolderContent(dataDir, { languageOf, caches, log, watch });
}
