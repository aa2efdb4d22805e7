import { setTimeout } from 'node:timers/promises';
import {
  Client,
  DefaultRestOptions,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  Options,
  Partials,
  RESTEvents,
  type RESTOptions,
  Team,
} from 'discord.js';
import type { Log } from '../log.ts';
import type { ShardState } from '../render/render-status.ts';
import { skipUnreadable } from './gateway.ts';
import type { BuildThrottler } from './identify-turns.ts';
import { clientShards, ONE_SHARD, type Shards } from './shards.ts';

/** Discord refuses this token or these intents: trying again cannot help. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** Kept of each server, and of all; every message brings its author, and nobody needs them later. */
const MOST_PEOPLE = 100;

/** What the client connects to, and as what. */
interface Connection {
  /** REST base without version; absent: Discord's own. */
  readonly apiUrl?: string | undefined;
  /** Absent: one, which serves all servers. */
  readonly shards?: Shards | undefined;
  /** Absent: log-ins are spaced within this process. */
  readonly buildIdentifyThrottler?: BuildThrottler | undefined;
}

/**
 * A client that asks for no privileged intent and never pings anybody. It receives every message in the bot's
 * channels, without the text of those that do not mention it, and keeps none of them.
 */
export function createClient(
  { apiUrl, shards = ONE_SHARD, buildIdentifyThrottler }: Connection,
  log: Log,
): Client {
  return new Client({
    ...clientShards(shards),
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Without it the client drops direct messages from channels that it does not know yet.
    partials: [Partials.Channel],
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: MOST_PEOPLE, keepOverLimit: ({ id, client }) => id === client.user.id },
      UserManager: { maxSize: MOST_PEOPLE, keepOverLimit: ({ id, client }) => id === client.user.id },
    }),
    allowedMentions: { parse: [] },
    ws: { buildStrategy: skipUnreadable(log), ...(buildIdentifyThrottler && { buildIdentifyThrottler }) },
    rest: { makeRequest: sendSurely, ...(apiUrl !== undefined && { api: apiUrl }) },
  });
}

/** Undici's code for a connection that was closed without a response: nobody knows whether the request arrived. */
const CLOSED = 'UND_ERR_SOCKET';
/** Requests that make something. Of two equal ones to these, Discord takes only the first, as `replyTo()` asks it to. */
const TAKEN_ONCE = /\/callback(?:\?|$)|\/channels\/\d+\/messages$/u;

/** Sends a request, and once more when the connection was closed under it, as far as that cannot have it done twice. */
const sendSurely: RESTOptions['makeRequest'] = (url, init) => {
  const send = () => DefaultRestOptions.makeRequest(url, init);
  const isRepeatable = init.method !== 'POST' || TAKEN_ONCE.test(url);
  return send().catch((error: unknown) => {
    const isClosed = error instanceof Error && 'code' in error && error.code === CLOSED;
    if (!isRepeatable || !isClosed) throw error;
    return send();
  });
};

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;

/**
 * Logs in, and tries again with growing waits while Discord cannot be reached, until `signal` is aborted. Calls `begin`
 * at the moment the client is ready: a question may come in the same piece, and is lost when nobody listens yet.
 * @returns what `begin` gave; undefined when `signal` was aborted first.
 * @throws {RefusedError} when trying again cannot help.
 */
export async function connect<Begun>(
  create: () => Client,
  begin: (client: Client<true>) => Begun,
  token: string,
  log: Log,
  signal: AbortSignal,
): Promise<Begun | undefined> {
  for (let wait = FIRST_WAIT; !signal.aborted; wait = Math.min(2 * wait, LONGEST_WAIT)) {
    const client = create();
    try {
      return await ready(client, begin, token, signal);
    } catch (error) {
      await client.destroy();
      if (error instanceof RefusedError) throw error;
      if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
        throw new RefusedError(BAD_TOKEN, { cause: error });
      if (!signal.aborted) log.warn({ err: error, retryInSeconds: wait / 1000 }, 'cannot reach Discord');
    }
    // Rejects only when it is aborted, which ends the loop.
    await setTimeout(wait, undefined, { signal }).catch(() => undefined);
  }
  return undefined;
}

/** Rejects when log-in fails, when the gateway closes for good before it is ready, or when `signal` is aborted. */
function ready<Begun>(
  client: Client,
  begin: (client: Client<true>) => Begun,
  token: string,
  signal: AbortSignal,
): Promise<Begun> {
  return new Promise((resolve, reject) => {
    client.once(Events.ClientReady, (connected) => resolve(begin(connected)));
    client.once(Events.ShardDisconnect, ({ code }) => reject(new RefusedError(closedForGood(code))));
    signal.addEventListener('abort', () => reject(new Error('stopped while connecting')), { once: true });
    client.login(token).catch(reject);
  });
}

/** What to do about a token that Discord does not take. */
export const BAD_TOKEN =
  'Discord refuses the token. Copy it again from the developer portal (Bot, Reset Token) into DISCORD_TOKEN.';

const CLOSE_REASONS: ReadonlyMap<number, string> = new Map([
  [GatewayCloseCodes.AuthenticationFailed, BAD_TOKEN],
  [GatewayCloseCodes.DisallowedIntents, 'Discord refuses the intents of this bot (close code 4014).'],
  [
    GatewayCloseCodes.ShardingRequired,
    'This bot is in too many servers for its shards (close code 4011), wanted more of them in SHARDS.',
  ],
]);

/** What to tell people about a gateway close code after which trying again cannot help. */
const closedForGood = (code: number): string =>
  CLOSE_REASONS.get(code) ?? `Discord closed the connection for good (close code ${code}).`;

/** Resolves with what to tell people when Discord ends the connection for good. */
export const whenRefused = (client: Client<true>): Promise<string> =>
  new Promise((resolve) => {
    client.once(Events.ShardDisconnect, ({ code }) => resolve(closedForGood(code)));
    client.rest.on(RESTEvents.Response, ({ data }, { status }) => {
      // What needs no token of ours, such as an expired interaction, may be refused with this status as well.
      if (status === 401 && data.auth) resolve(BAD_TOKEN);
    });
  });

/** Which of Discord's servers come to this client. */
export const shardsOf = ({ ws, guilds, options }: Client<true>): ShardState => ({
  first: Math.min(...ws.shards.keys()),
  last: Math.max(...ws.shards.keys()),
  // Known since the connection was made.
  count: options.shardCount ?? ws.shards.size,
  servers: guilds.cache.size,
});

/** Ids of the application's owner, or of all members of the team that owns it. */
export async function fetchOwnerIds(client: Client<true>): Promise<readonly string[]> {
  const { owner } = await client.application.fetch();
  if (owner instanceof Team) return [...owner.members.keys()];
  return owner ? [owner.id] : [];
}

/** System calls that fail when the other side cannot be reached. */
const NETWORK_CALLS: ReadonlySet<unknown> = new Set(['connect', 'getaddrinfo', 'read', 'write']);

/** What went wrong between us and Discord, as a sentence that says what to do; undefined for other errors. */
export function explainDiscordFailure(error: unknown): string | undefined {
  if (error instanceof DiscordAPIError) {
    const { status, method, url, message } = error;
    return status === 401 ? BAD_TOKEN : `Discord answered ${method} ${url} with: ${message}`;
  }
  if (!(error instanceof Error)) return undefined;
  // Node's network calls throw such errors by themselves, or as the cause of a failed `fetch`.
  const failed = error.cause instanceof Error ? error.cause : error;
  const isNetwork = 'syscall' in failed && NETWORK_CALLS.has(failed.syscall);
  return isNetwork ? `Cannot reach Discord: ${failed.message}` : undefined;
}
