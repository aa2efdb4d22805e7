/*
 * The folders: `world/` contains the people, the guilds and what they may do; `state/` what changes: commands, messages,
 * interactions; `rest/` and `gateway/` are the two ways in which a bot talks with Discord; `rules/` is what Discord
 * refuses although its published schemas accept it; `people/` is what a person can do in their client; `page/` is a web
 * page for people.
 *
 * A request of the bot goes rest -> rules -> state. Its changes are published on the event bus, to the gateway, a page
 * and a waiting test. What a person does goes people -> state -> gateway.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Locale, type APIApplicationCommand } from 'discord-api-types/v10';
import { serveAttachment } from './state/attachments.ts';
import type { EventBus } from './event-bus.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { GatewayFaults } from './gateway/gateway-faults.ts';
import { listenOnLoopback, type LoopbackServer } from './http-server.ts';
import type { LocalDiscordOptions, ClientContextOptions } from './options.ts';
import { createParts } from './parts.ts';
import { createUserClient, type UserClient } from './people/user-client.ts';
import type { RequestFaults } from './rest/request-faults.ts';
import type { RecordedRequest } from './rest/request-log.ts';
import type { Violation } from './violations.ts';
import type { Person } from './world/person.ts';
import type { World } from './world/world.ts';

/** Routes outside `/api`, `/gateway` and `/attachments`, such as a page's. */
export interface Page {
  readonly request: (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>;
}

export interface Outage {
  /** Listens again on the same port. */
  readonly end: () => Promise<void>;
}

/** A Discord on this machine: one guild or several, one bot, a few people. */
export interface LocalDiscord extends Pick<
  World,
  'applicationId' | 'bot' | 'people' | 'guild' | 'roles' | 'channels' | 'guilds'
> {
  /** The base URL of the REST API, without the version: discord.js's `rest.api`. */
  readonly apiUrl: string;
  readonly port: number;
  /** The bot's token. */
  readonly token: string;
  /** A person's Discord client, in one channel. */
  as(person: Person, context?: ClientContextOptions): UserClient;
  /** The commands published for the first guild, or everywhere. */
  commands(scope: 'guild' | 'global'): readonly APIApplicationCommand[];
  readonly sessions: Gateway['sessions'];
  readonly subscribe: EventBus['subscribe'];
  readonly requests: readonly RecordedRequest[];
  readonly violations: readonly Violation[];
  readonly faults: {
    readonly rest: RequestFaults;
    readonly gateway: GatewayFaults;
    /** Refuses all connections, and cuts the open ones, until the outage is ended. */
    readonly outage: () => Promise<Outage>;
  };
  /** Serves a page on the same port. */
  attach(page: Page): void;
  /** Cuts every connection and stops every timer. */
  stop(): Promise<void>;
}

/** Starts a server on 127.0.0.1 that speaks Discord's gateway and REST API, version 10. Rejects when the port is taken. */
export const startLocalDiscord = async (options: LocalDiscordOptions = {}): Promise<LocalDiscord> => {
  let listening: LoopbackServer | undefined;
  const parts = createParts(options, () => listening?.port ?? 0);
  const { world, state, bus, gateway, violations } = parts;
  let page: Page | undefined;

  const server = await listenOnLoopback(options.port ?? 0, {
    request: async (request, response, url) => {
      if (url.pathname.startsWith('/api/')) await parts.api(request, response, url);
      else if (serveAttachment(state.attachments, response, url)) return;
      else if (page) await page.request(request, response, url);
      else response.writeHead(404).end();
    },
    upgrade: (request, socket, head, url) => {
      if (/^\/gateway\/?$/.test(url.pathname)) gateway.upgrade(request, socket, head, url);
      else socket.destroy();
    },
    failed: (error) => violations.add({ by: 'server', where: 'http', what: String(error) }),
  });
  listening = server;

  return {
    applicationId: world.applicationId,
    bot: world.bot,
    people: world.people,
    guild: world.guild,
    roles: world.roles,
    channels: world.channels,
    guilds: world.guilds,
    apiUrl: `http://127.0.0.1:${server.port}/api`,
    port: server.port,
    token: parts.token,
    as: (
      person,
      { directMessage = false, channel = world.channels.general, locale = Locale.EnglishUS } = {},
    ) => {
      const where = directMessage ? world.directMessages(person) : channel;
      return createUserClient(parts.clientHost, { person, channel: where, locale });
    },
    commands: (scope) => state.commands.list(scope === 'guild' ? world.guild.id : undefined),
    sessions: gateway.sessions,
    subscribe: bus.subscribe,
    requests: parts.requests.list,
    violations: violations.list,
    faults: {
      rest: parts.requestFaults,
      gateway: gateway.faults,
      outage: async () => {
        gateway.faults.disconnect();
        await server.close();
        return { end: server.reopen };
      },
    },
    attach: (given) => {
      page = given;
    },
    stop: async () => {
      parts.clock.cancelAll();
      gateway.stop();
      await server.close();
    },
  };
};
