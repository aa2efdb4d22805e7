import type { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout } from 'node:timers/promises';
import { type Client, Events } from 'discord.js';
import { answerLogger, reloadFromOutside, unansweredKeeper } from './bot-records.ts';
import type { Config } from './config.ts';
import { createAccess } from './discord/access.ts';
import { type Alerts, createAlerts } from './discord/alerts/alerts.ts';
import { createChannelPoster } from './discord/alerts/channel-poster.ts';
import type { BotContext } from './discord/command.ts';
import { createConversations } from './discord/conversations.ts';
import { connect, createClient, fetchOwnerIds, shardsOf, whenRefused } from './discord/client.ts';
import { createDispatch, type DispatchOptions } from './discord/dispatch.ts';
import { createDoor, type Door } from './discord/door.ts';
import { createRateLimiter } from './discord/rate-limiter.ts';
import { createReportImporter } from './discord/reports/import-source.ts';
import { createReportLimiter } from './discord/reports/report-limits.ts';
import type { SourceReader } from './import/draft-article.ts';
import type { ContentStore } from './library/content-store.ts';
import { openDatabaseContent } from './library/database/database-content.ts';
import { openAnalysisCaches } from './library/folder/analysis-cache.ts';
import { createFolderContent } from './library/folder/folder-content.ts';
import type { Postgres } from './postgres/postgres.ts';
import type { ReloadOutcome } from './library/collection.ts';
import { openCollections } from './library/collections.ts';
import type { Log } from './log.ts';
import { openReader } from './reader/open-reader.ts';
import { noReader } from './reader/reader.ts';
import { openSearch } from './search/opensearch/open-search.ts';
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
  /** Where the reports lie; absent: in the folder. Stays open when the bot stops, as the store does. */
  readonly postgres?: Postgres | undefined;
  readonly store: Store;
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
  const { config, token, log, metrics, signal } = options;
  const door = createDoor();
  // Words alone answer too: what is left out first when there is too much to do.
  const reader = config.reads ? openReader({ log, isCrowded: () => door.isCrowded }) : undefined;
  const search = config.search && (await openSearch(config.search, options));
  let alerts: Alerts | undefined;
  const languageOf = createLanguages();
  const content = await openContent(options, languageOf);
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
  const reload = () => reloadFromOutside(collections, log, metrics);
  // Before Discord is reached, which may take long: what changes meanwhile is not missed.
  const unfollow = content.follow((server) => {
    if (server === undefined) return reload();
    collections.forget(server);
    return Promise.resolve({ kind: 'reloaded' });
  });
  const begin = (client: Client<true>) => {
    log.info({ user: client.user.tag, servers: client.guilds.cache.size }, 'connected');
    observeGateway(client, log, metrics);
    const post = createChannelPoster(client);
    alerts = createAlerts({ store: options.store, collections, post, clock: options.clock, log });
    const parts = { collections, post, reader: reader ?? noReader, reload };
    return { client, dispatch: serve(client, door, parts, options) };
  };
  let begun: ReturnType<typeof begin> | undefined;
  try {
    begun = await connect(() => createClient(config, log), begin, token, log, signal);
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
      const finished = Promise.all([dispatch.settled(), alerts?.stop()]);
      await Promise.race([finished, setTimeout(STOP_TIMEOUT, undefined, { ref: false })]);
      await Promise.all([client.destroy(), reader?.close(), search?.close()]);
      log.info({}, 'stopped');
    },
  };
}

async function openContent(
  { config: { dataDir, cacheDir, watch }, postgres, clock, log }: BotOptions,
  languageOf: LanguageOf,
): Promise<ContentStore> {
  if (postgres !== undefined) return openDatabaseContent(postgres, { clock, log, languageOf });
  const caches = cacheDir === undefined ? undefined : await openAnalysisCaches(cacheDir, log);
  return createFolderContent(dataDir, { languageOf, caches, log, watch });
}

function serve(
  client: Client<true>,
  door: Door,
  parts: Pick<BotContext, 'collections' | 'post' | 'reader' | 'reload'>,
  {
    config,
    log,
    store,
    commands,
    deferAfter,
    metrics,
    requestIds,
    now = () => performance.now(),
    readSource,
  }: BotOptions,
) {
  const access = createAccess(config, () => fetchOwnerIds(client));
  const dispatch = createDispatch({
    commands,
    context: {
      ...parts,
      commands,
      access,
      store,
      metrics,
      importer: createReportImporter(config.apiUrl, { read: readSource }),
      reportLimiter: createReportLimiter(config.reportLimits),
      conversations: createConversations(now),
      shards: () => shardsOf(client),
    },
    rateLimiter: createRateLimiter(config.questionLimits),
    log,
    answered: [metrics.answered, answerLogger(log), unansweredKeeper(store, log)],
    failed: metrics.failed,
    dropped: metrics.dropped,
    door,
    ...(deferAfter !== undefined && { deferAfter }),
  });
  client.on(Events.InteractionCreate, (interaction) => {
    void requestIds.run(interaction.id, () => dispatch.handleInteraction(interaction));
  });
  client.on(Events.MessageCreate, (message) => {
    void requestIds.run(message.id, () => dispatch.handleMessage(message));
  });
  return dispatch;
}
