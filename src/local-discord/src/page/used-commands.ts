import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
} from 'discord-api-types/v10';
import type { LocalDiscord } from '../local-discord.ts';

/** The names of the commands that people used: a message only says which interaction it answers. */
export interface UsedCommands {
  /** Such as `/report list`, or the name in a message's menu. Undefined when the interaction was no command. */
  findName(interactionId: string): string | undefined;
  /** Whether the bot deferred its answer and never gave it. */
  isUnanswered(interactionId: string): boolean;
}

const subcommands = (options: readonly APIApplicationCommandInteractionDataOption[] = []): string[] =>
  options.flatMap((option) =>
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
      ? [option.name, ...subcommands(option.options)]
      : [],
  );

const nameOf = (payload: APIInteraction): string | undefined => {
  if (payload.type !== InteractionType.ApplicationCommand) return undefined;
  const { data } = payload;
  return data.type === ApplicationCommandType.ChatInput
    ? `/${[data.name, ...subcommands(data.options)].join(' ')}`
    : data.name;
};

/** Records the commands that are used from now on. */
export const watchCommands = (discord: Pick<LocalDiscord, 'subscribe'>): UsedCommands => {
  const names = new Map<string, string>();
  const failed = new Set<string>();
  discord.subscribe((event) => {
    if (event.kind !== 'interaction-changed') return;
    const { payload, state } = event.interaction;
    const name = nameOf(payload);
    if (name !== undefined) names.set(payload.id, name);
    if (state.kind === 'failed') failed.add(payload.id);
  });
  return { findName: (id) => names.get(id), isUnanswered: (id) => failed.has(id) };
};
