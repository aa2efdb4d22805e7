import { Client, GatewayIntentBits, type ClientOptions, type Interaction } from 'discord.js';
import { test } from 'vitest';
import { startLocalDiscord, type LocalDiscord } from '../../src/local-discord.ts';
import type { LocalDiscordOptions } from '../../src/options.ts';

const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** discord.js waits 5 seconds between two log-ins of one shard, for Discord's sake; here nobody minds. */
const buildIdentifyThrottler = async () =>
  await Promise.resolve({ waitForIdentify: async () => await Promise.resolve() });

/** Servers and real discord.js clients for one test. All are stopped after it. */
export interface Fixture {
  start(options?: LocalDiscordOptions): Promise<LocalDiscord>;
  /** Logs a client in. What its handler throws fails the test. */
  connect(
    discord: LocalDiscord,
    handle?: (interaction: Interaction) => unknown,
    options?: Partial<ClientOptions>,
  ): Promise<Client<true>>;
  /** For a test that breaks a rule on purpose, and says itself which. */
  readonly allowViolations: () => void;
}

/** A promise, and what settles it. */
export const createSignal = <T = void>(): { promise: Promise<T>; resolve: (value: T) => void } => {
  let settle: ((value: T) => void) | undefined;
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: (value) => settle?.(value) };
};

/** Settles once `isSo` holds, looked at again whenever something happens on the server. */
export const until = async (discord: LocalDiscord, isSo: () => boolean): Promise<void> =>
  await new Promise((resolve) => {
    if (isSo()) {
      resolve();
      return;
    }
    const stop = discord.subscribe(() => {
      if (!isSo()) return;
      stop();
      resolve();
    });
  });

const fail = (what: string, found: readonly unknown[]): void => {
  if (found.length > 0) throw new Error(`${what}: ${found.map((item) => JSON.stringify(item)).join('\n')}`);
};

export const it = test.extend<{ fixture: Fixture }>({
  fixture: async ({ task: _ }, use) => {
    const servers: LocalDiscord[] = [];
    const clients: Client[] = [];
    const errors: unknown[] = [];
    let judged = true;
    const keep = (error: unknown) => void errors.push(error instanceof Error ? error.stack : error);
    await use({
      start: async (options) => {
        const discord = await startLocalDiscord(options);
        servers.push(discord);
        return discord;
      },
      connect: async (discord, handle = () => undefined, options = {}) => {
        const rest = { api: discord.apiUrl, ...options.rest };
        const client = new Client({ intents: INTENTS, ws: { buildIdentifyThrottler }, ...options, rest });
        clients.push(client);
        client.on('error', keep);
        client.on(
          'interactionCreate',
          (interaction) => void Promise.resolve(interaction).then(handle).catch(keep),
        );
        const ready = new Promise<Client<true>>((resolve) => client.once('clientReady', resolve));
        await client.login(discord.token);
        return await ready;
      },
      allowViolations: () => {
        judged = false;
      },
    });
    for (const client of clients) await client.destroy();
    for (const discord of servers) await discord.stop();
    fail('The bot threw', errors);
    if (judged)
      fail(
        'Rules were broken',
        servers.flatMap(({ violations }) => violations),
      );
  },
});
