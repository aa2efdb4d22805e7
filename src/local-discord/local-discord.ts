import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  Locale,
  type APIDMChannel,
  type APITextChannel,
  type GatewayIntentBits,
} from 'discord-api-types/v10';
import { serveAttachment } from './attachment-route.ts';
import { systemClock, withCancelAll, type Clock } from './clock.ts';
import { createFeed, type Feed } from './feed.ts';
import { createGateway, type Gateway, type GatewayFaults } from './gateway/gateway.ts';
import { listenOnLoopback, type LoopbackServer } from './http-server.ts';
import { createActingPerson, type ActingPerson } from './people/acting-person.ts';
import { applicationRoutes } from './rest/application-routes.ts';
import { createApiServer } from './rest/api-server.ts';
import { callbackRoute } from './rest/callback-route.ts';
import { channelRoutes } from './rest/channel-routes.ts';
import { commandRoutes } from './rest/command-routes.ts';
import { createRequestFaults, type RequestFaults } from './rest/request-faults.ts';
import { createRequestLog, type RecordedRequest } from './rest/request-log.ts';
import { webhookRoutes } from './rest/webhook-routes.ts';
import { createSnowflakes } from './snowflake.ts';
import { createState, type State } from './state/state.ts';
import { createViolations, type Violation } from './violations.ts';
import type { Person } from './world/person.ts';
import { createWorld, type World } from './world/world.ts';

export interface LocalDiscordOptions {
  /** 0 (the default) takes any free port. */
  readonly port?: number;
  readonly clock?: Clock;
  /** Told of whatever breaks a rule, as it happens. */
  readonly log?: (violation: Violation) => void;
  readonly botName?: string;
  /** Lets the application belong to a team instead of to one person. */
  readonly team?: boolean;
  /** How many shards the bot is told to open. */
  readonly shards?: number;
  /** Milliseconds between the bot's heartbeats. Discord's own value is 41,250. */
  readonly heartbeatMs?: number;
  /** Privileged intents that are switched on for the application; none by default. */
  readonly grantedIntents?: GatewayIntentBits;
  /** Makes tokens: the bot's own and those of interactions. Each must be new, and safe in a path. */
  readonly newToken?: () => string;
}

/** Where a person sits: in `general` unless said otherwise. */
export interface SeatOptions {
  readonly channel?: APITextChannel;
  /** In the private channel with the bot, instead of in the guild. */
  readonly directMessage?: boolean;
  /** The language of their client. English by default. */
  readonly locale?: Locale;
}

/** Routes outside `/api`, `/gateway` and `/attachments`, such as a page's. */
export interface Page {
  request(request: IncomingMessage, response: ServerResponse, url: URL): void | Promise<void>;
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer, url: URL): void;
}

export interface Outage {
  /** Listens again on the same port. */
  end(): Promise<void>;
}

/** A Discord on this machine: one guild, one bot, a few people. */
export interface LocalDiscord extends Pick<
  World,
  'applicationId' | 'bot' | 'people' | 'guild' | 'roles' | 'channels'
> {
  /** What a REST client takes as its base, without the version. */
  readonly apiUrl: string;
  readonly port: number;
  /** The bot's. */
  readonly token: string;
  /** Puts a person at their client. */
  as(person: Person, seat?: SeatOptions): ActingPerson;
  /** The commands published for the guild (or everywhere). */
  commands(scope: 'guild' | 'global'): ReturnType<State['commands']['list']>;
  /** Settles when a bot has logged in. */
  connected(): Promise<void>;
  readonly sessions: Gateway['sessions'];
  readonly subscribe: Feed['subscribe'];
  readonly requests: readonly RecordedRequest[];
  readonly violations: readonly Violation[];
  readonly faults: {
    readonly rest: RequestFaults;
    readonly gateway: GatewayFaults;
    /** Refuses all connections, and cuts the open ones, until the outage is ended. */
    outage(): Promise<Outage>;
  };
  /** Serves a page on the same port. */
  attach(page: Page): void;
  stop(): Promise<void>;
}

const HEARTBEAT_MS = 41_250;

/** Starts a server on 127.0.0.1 that speaks Discord's gateway and REST API, version 10. Rejects when the port is taken. */
export const startLocalDiscord = async (options: LocalDiscordOptions = {}): Promise<LocalDiscord> => {
  const newToken = options.newToken ?? (() => randomBytes(32).toString('base64url'));
  const token = newToken();
  const clock = withCancelAll(options.clock ?? systemClock);
  const snowflake = createSnowflakes(() => clock.now());
  const feed = createFeed();
  const violations = createViolations((violation) => options.log?.(violation));
  const world = createWorld({
    botName: options.botName ?? 'pilcrow',
    team: options.team ?? false,
    now: () => clock.now(),
    snowflake,
  });
  let server: LoopbackServer | undefined;
  const address = (): string => `127.0.0.1:${server?.port ?? 0}`;
  const gatewayUrl = () => `ws://${address()}/gateway`;
  const state = createState({ world, clock, feed, snowflake, origin: () => `http://${address()}` });
  const gateway = createGateway({
    world,
    token,
    url: gatewayUrl,
    heartbeatMs: options.heartbeatMs ?? HEARTBEAT_MS,
    grantedIntents: options.grantedIntents ?? 0,
    newSessionId: newToken,
    feed,
    violations,
  });
  const requests = createRequestLog();
  const faults = createRequestFaults();
  const routes = [
    ...applicationRoutes({ world, gatewayUrl, shards: options.shards ?? 1 }),
    ...commandRoutes(world, state.commands),
    callbackRoute(state),
    ...webhookRoutes(state),
    ...channelRoutes(state),
  ];
  const api = createApiServer({ routes, token, clock, violations, requests, faults });
  let page: Page | undefined;

  server = await listenOnLoopback(options.port ?? 0, {
    request: async (request, response, url) => {
      if (url.pathname.startsWith('/api/')) await api(request, response, url);
      else if (serveAttachment(state.attachments, response, url)) return;
      else if (page) await page.request(request, response, url);
      else response.writeHead(404).end();
    },
    upgrade: (request, socket, head, url) => {
      if (/^\/gateway\/?$/.test(url.pathname)) gateway.upgrade(request, socket, head, url);
      else if (page?.upgrade) page.upgrade(request, socket, head, url);
      else socket.destroy();
    },
    failed: (error) => violations.add({ by: 'server', where: 'http', what: String(error) }),
  });
  const { port, close, reopen } = server;

  const channelOf = (person: Person, seat: SeatOptions): APITextChannel | APIDMChannel =>
    seat.directMessage ? world.directMessages(person) : (seat.channel ?? world.channels.general);

  return {
    ...world,
    apiUrl: `http://${address()}/api`,
    port,
    token,
    as: (person, seat = {}) =>
      createActingPerson(
        { state, newToken, sendInteraction: gateway.sendInteraction },
        { person, channel: channelOf(person, seat), locale: seat.locale ?? Locale.EnglishUS },
      ),
    commands: (scope) => state.commands.list(scope === 'guild' ? world.guild.id : undefined),
    connected: async () =>
      await new Promise<void>((resolve) => {
        if (gateway.sessions().some((session) => session.isConnected)) return resolve();
        const stop = feed.subscribe((event) => {
          if (event.kind !== 'bot-presence' || !event.online) return;
          stop();
          resolve();
        });
      }),
    sessions: gateway.sessions,
    subscribe: feed.subscribe,
    requests: requests.list,
    violations: violations.list,
    faults: {
      rest: faults,
      gateway: gateway.faults,
      outage: async () => {
        gateway.faults.disconnect();
        await close();
        return { end: reopen };
      },
    },
    attach: (given) => {
      page = given;
    },
    stop: async () => {
      clock.cancelAll();
      gateway.stop();
      await close();
    },
  };
};
