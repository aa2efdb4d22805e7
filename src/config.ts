import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { ReportLimits } from './discord/reports/report-limits.ts';
import type { Shards } from './discord/shards.ts';
import { environment } from './environment.ts';
import type { LogLevel } from './log.ts';
import type { HealthPlace } from './metrics/health-server.ts';
import { deriveStoreKey } from './store/anonymise.ts';
import type { SearchPlace } from './search/opensearch/connect-server.ts';
import type { StorePlace } from './store/open-store.ts';

/** The settings of whoever hosts the bot; `.env.example` lists every variable. */
export interface Config {
  /** Absent: the bot runs on the local Discord. */
  readonly token?: string;
  /** Register the commands in this server only. */
  readonly guildId?: string;
  /** REST base without version; absent: Discord's own. */
  readonly apiUrl?: string;
  /** Absent: one, which serves all servers. */
  readonly shards?: Shards;
  readonly dataDir: string;
  /** Reload when the folder of the reports changes. */
  readonly watch: boolean;
  /** Whether a neural network reads the nearest paragraphs; else questions are answered by words alone. */
  readonly reads: boolean;
  /** How much the reports of servers' own may take in memory, in bytes. */
  readonly serverMemory: number;
  /** Absent: nothing is kept for the next start. */
  readonly cacheDir?: string;
  /** Both lists empty: the application's owner or team are the admins. */
  readonly adminUserIds: readonly string[];
  readonly adminRoleIds: readonly string[];
  /** In any 60 seconds; 0: no limit. */
  readonly questionLimits: { readonly perPerson: number; readonly perServer: number };
  /** Of one server's own reports; 0: no limit. */
  readonly reportLimits: ReportLimits;
  /** Of the local Discord's page; 0: any free one. */
  readonly port: number;
  readonly logLevel: LogLevel;
  /** Of settings, votes and unanswered questions. */
  readonly store: StorePlace;
  /** Of PostgreSQL, with the password; absent: reports lie in a folder, and the store is a file. */
  readonly databaseUrl?: string;
  /** OpenSearch, for large collections; absent: all are searched in memory. */
  readonly search?: SearchPlace;
  /** Where `/healthz`, `/readyz` and `/metrics` are served; absent: nowhere. */
  readonly health?: HealthPlace;
}

/** The environment does not make a Config. The message lists every fault, one a line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.map((fault) => `Cannot read the environment: ${fault}`).join('\n'));
    this.faults = faults;
  }
}

/** An empty variable has its default, so there is a word for no cache at all. */
const NO_CACHE = 'off';

/** Variables whose value a message never repeats. */
const SECRETS: readonly string[] = ['DISCORD_TOKEN', 'STORE_KEY', 'DATABASE_URL', 'SEARCH_URL'];

/**
 * Reads `env` once; an empty or blank variable counts as absent. A value that is a secret is never repeated.
 * @throws {ConfigError} naming every variable that is wrong, and what was wanted.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(environment.shape)
      .map((name) => [name, env[name]?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(({ path: [name], message }) => {
        const shown = SECRETS.includes(String(name)) ? 'not usable' : JSON.stringify(given[String(name)]);
        return `${String(name)} is ${shown}, wanted ${message}`;
      }),
    );
  }
  const { DISCORD_TOKEN: token, DISCORD_GUILD_ID: guildId, DISCORD_API_URL: apiUrl, ...rest } = parsed.data;
  return {
    ...(token !== undefined && { token }),
    ...(guildId !== undefined && { guildId }),
    ...(apiUrl !== undefined && { apiUrl }),
    ...(rest.SHARDS !== undefined && { shards: rest.SHARDS }),
    dataDir: rest.DATA_DIR,
    watch: rest.WATCH,
    reads: rest.READER,
    serverMemory: rest.COLLECTION_MEMORY_MB * 1024 * 1024,
    ...(rest.CACHE_DIR !== NO_CACHE && { cacheDir: rest.CACHE_DIR }),
    adminUserIds: rest.ADMIN_USER_IDS,
    adminRoleIds: rest.ADMIN_ROLE_IDS,
    questionLimits: { perPerson: rest.QUESTIONS_PER_PERSON, perServer: rest.QUESTIONS_PER_SERVER },
    reportLimits: {
      reports: rest.REPORTS_PER_SERVER,
      megabytes: rest.MEGABYTES_PER_SERVER,
      importsPerHour: rest.IMPORTS_PER_HOUR,
    },
    port: rest.PORT,
    // On the local Discord a person reads the terminal: events must not hide the address of the page.
    logLevel: rest.LOG_LEVEL ?? (token === undefined ? 'warn' : 'info'),
    store: storePlace(parsed.data),
    ...(rest.DATABASE_URL !== undefined && { databaseUrl: rest.DATABASE_URL }),
    ...searchPlace(parsed.data),
    ...(rest.HEALTH_PORT !== undefined && {
      health: { host: rest.HEALTH_HOST, port: rest.HEALTH_PORT, names: rest.HEALTH_NAMES },
    }),
  };
}

/** @throws {ConfigError} when something is to be kept, and there is neither a key nor a token to derive one from. */
function storePlace(env: z.infer<typeof environment>): StorePlace {
  const { DISCORD_TOKEN: token, STORE: place, DATABASE_URL: url, RETENTION_DAYS: retentionDays } = env;
  if (place?.toLowerCase() === 'off') return { kind: 'off' };
  // On the local Discord the bot writes nothing that nobody asked for.
  if (token === undefined && (place ?? url) === undefined) return { kind: 'memory', retentionDays };
  const key = env.STORE_KEY ?? (token === undefined ? undefined : deriveStoreKey(token));
  if (key === undefined) {
    const named = url === undefined ? 'STORE names a file' : 'DATABASE_URL names a database';
    throw new ConfigError([
      `STORE_KEY is absent, wanted a secret of at least 16 characters, because ${named} and there is no DISCORD_TOKEN`,
    ]);
  }
  if (url !== undefined) return { kind: 'database', key, retentionDays };
  return { kind: 'file', file: place ?? 'pilcrow.db', key, retentionDays };
}

/** Enough to tell the bots of one server apart. */
const OWNER_DIGITS = 12;

/** @throws {ConfigError} when there is no database with it: the processes that share a server share all else there. */
function searchPlace(env: z.infer<typeof environment>): Pick<Config, 'search'> {
  const { SEARCH_URL: urls, SEARCH_CA_FILE: caFile, SEARCH_FROM_PARAGRAPHS: from } = env;
  if (urls === undefined) return {};
  if (env.DATABASE_URL === undefined)
    throw new ConfigError([
      'DATABASE_URL is absent, wanted a PostgreSQL database, because SEARCH_URL names a search server',
    ]);
  // The id in the token: it stays when the token is changed.
  const [bot = ''] = (env.DISCORD_TOKEN ?? '').split('.');
  const owner = createHash('sha256').update(bot).digest('hex').slice(0, OWNER_DIGITS);
  return { search: { urls, from, owner, ...(caFile !== undefined && { caFile }) } };
}
