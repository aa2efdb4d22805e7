import type { APIApplicationCommand, APIMessage, Snowflake } from 'discord-api-types/v10';
import type { Interaction } from './state/interactions.ts';
import type { Thread } from './world/thread.ts';

/** What happened on the server, for its observers: the gateway, a page, or a test that waits. */
export type LocalDiscordEvent =
  | { readonly kind: 'message-created'; readonly message: APIMessage; readonly viewer: Snowflake | undefined }
  | { readonly kind: 'message-updated'; readonly message: APIMessage; readonly viewer: Snowflake | undefined }
  | {
      readonly kind: 'message-deleted';
      readonly id: Snowflake;
      readonly channelId: Snowflake;
      readonly viewer: Snowflake | undefined;
    }
  | { readonly kind: 'thread-created'; readonly thread: Thread }
  | {
      readonly kind: 'commands-changed';
      /** The guild whose commands changed; undefined for the global ones. */
      readonly guildId: Snowflake | undefined;
      readonly commands: readonly APIApplicationCommand[];
    }
  | { readonly kind: 'interaction-changed'; readonly interaction: Interaction }
  | { readonly kind: 'bot-presence'; readonly online: boolean };

export interface EventBus {
  readonly publish: (event: LocalDiscordEvent) => void;
  /** Calls `listener` for each later event, in order. A listener must not throw. The result ends the subscription. */
  readonly subscribe: (listener: (event: LocalDiscordEvent) => void) => () => void;
}

export const createEventBus = (): EventBus => {
  const listeners = new Set<(event: LocalDiscordEvent) => void>();
  return {
    publish: (event) => {
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
