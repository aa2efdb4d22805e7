import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  type APIApplicationCommand,
  type Snowflake,
} from 'discord-api-types/v10';
import { tooManyCommands } from '../api-error.ts';
import type { EventBus } from '../event-bus.ts';
import type { CommandBody } from './request-bodies.ts';

/** Commands of one type in one scope. Discord's documentation, "Registering a Command". */
const MAX_COMMANDS: Partial<Record<ApplicationCommandType, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
};

/** Where a command is known: in one guild, or (undefined) everywhere. */
export type Scope = Snowflake | undefined;

export interface Commands {
  list(scope: Scope): readonly APIApplicationCommand[];
  /** Replaces all commands of a scope. A command whose type and name were known keeps its id. */
  replaceAll(scope: Scope, bodies: readonly CommandBody[]): readonly APIApplicationCommand[];
}

interface CommandsOptions {
  readonly applicationId: Snowflake;
  readonly snowflake: () => Snowflake;
  readonly bus: EventBus;
}

const typeOf = ({ type }: Pick<CommandBody, 'type'>): ApplicationCommandType =>
  type ?? ApplicationCommandType.ChatInput;

const describe = (body: Partial<CommandBody>) => ({
  description: (body.description ?? '').trim(),
  description_localizations: body.description_localizations ?? null,
  name_localizations: body.name_localizations ?? null,
  // A number is the old form of the same bit field.
  default_member_permissions:
    body.default_member_permissions === undefined || body.default_member_permissions === null
      ? null
      : String(body.default_member_permissions),
  nsfw: body.nsfw ?? false,
  ...(body.options && body.options.length > 0 ? { options: body.options } : {}),
});

export const createCommands = ({ applicationId, snowflake, bus }: CommandsOptions): Commands => {
  const scopes = new Map<Scope, readonly APIApplicationCommand[]>();
  const list = (scope: Scope) => scopes.get(scope) ?? [];

  const store = (scope: Scope, commands: readonly APIApplicationCommand[]): void => {
    for (const [type, max] of Object.entries(MAX_COMMANDS)) {
      if (commands.filter((command) => String(command.type) === type).length > max)
        throw tooManyCommands(max);
    }
    scopes.set(scope, commands);
    bus.publish({ kind: 'commands-changed', guildId: scope, commands });
  };

  const build = (scope: Scope, body: CommandBody): APIApplicationCommand => {
    const known = list(scope).find(({ type, name }) => type === typeOf(body) && name === body.name);
    return {
      id: known?.id ?? snowflake(),
      application_id: applicationId,
      version: snowflake(),
      type: typeOf(body),
      name: body.name,
      ...describe(body),
      ...(scope === undefined
        ? {
            contexts: body.contexts ?? null,
            integration_types: body.integration_types ?? [ApplicationIntegrationType.GuildInstall],
            dm_permission: body.dm_permission ?? true,
          }
        : { guild_id: scope }),
    };
  };

  return {
    list,
    replaceAll: (scope, bodies) => {
      const commands = bodies.map((body) => build(scope, body));
      store(scope, commands);
      return commands;
    },
  };
};
