import type { APITextChannel, GatewayIntentBits, Locale } from 'discord-api-types/v10';
import type { Clock } from './clock.ts';
import type { Violation } from './violations.ts';
import type { Thread } from './world/thread.ts';

export interface LocalDiscordOptions {
  /** 0 (the default) takes any free port. */
  readonly port?: number;
  readonly clock?: Clock;
  /** Called with each violation of a rule, as it happens. */
  readonly log?: (violation: Violation) => void;
  /** The name of the bot's account; `Bot` by default. */
  readonly botName?: string;
  /** How many guilds there are, with the same people in all; 1 by default. */
  readonly guilds?: number;
  /** How many shards the bot is told to open. */
  readonly shards?: number;
  /** Milliseconds between the bot's heartbeats. Discord's own value is 41,250. */
  readonly heartbeatMs?: number;
  /** Privileged intents that are switched on for the application; none by default. */
  readonly grantedIntents?: GatewayIntentBits;
  /** Makes tokens: the bot's own, those of interactions, and ids of sessions. Each must be new, and safe in a path. */
  readonly newToken?: () => string;
}

/** Where a person uses Discord: in `general` of the first guild unless set. */
export interface ClientContextOptions {
  readonly channel?: APITextChannel | Thread;
  /** In the private channel with the bot, instead of in a guild. */
  readonly directMessage?: boolean;
  /** The language of their client. English by default. */
  readonly locale?: Locale;
}
