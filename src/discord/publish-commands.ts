import {
  ApplicationCommandType,
  ApplicationFlags,
  REST,
  type RESTPostAPIApplicationCommandsJSONBody as Definition,
  Routes,
} from 'discord.js';
import { z } from 'zod';

/** A client of Discord's REST API, or of the one at `apiUrl`, which has no version in it. */
export const createRest = (token: string, apiUrl?: string): REST =>
  new REST({ ...(apiUrl !== undefined && { api: apiUrl }) }).setToken(token);

const user = z.object({ username: z.string() });
const application = z.object({ id: z.string(), flags: z.int().default(0) });
const gateway = z.object({ shards: z.int().positive() });
const registered = z.array(z.looseObject({ name: z.string() }));

/**
 * Makes Discord's list of commands equal `definitions`: in one PUT, and only when they differ, because Discord
 * allows 200 creations a day. With `guildId` the list is that server's, else the one for all servers.
 * @throws what `rest` throws, and a ZodError when the answers are not Discord's.
 */
export async function publishCommands(
  rest: REST,
  definitions: readonly Definition[],
  guildId?: string,
): Promise<{ readonly kind: 'published' | 'unchanged'; readonly count: number }> {
  const { route, commands } = await fetchPublished(rest, guildId);
  const count = definitions.length;
  if (sameCommands(definitions, commands)) return { kind: 'unchanged', count };
  await rest.put(route, { body: definitions });
  return { kind: 'published', count };
}

/** The application, and its commands: those of the server `guildId`, else those for all servers. */
async function fetchPublished(rest: REST, guildId?: string) {
  const { id, flags } = application.parse(await rest.get(Routes.currentApplication()));
  const route =
    guildId === undefined ? Routes.applicationCommands(id) : Routes.applicationGuildCommands(id, guildId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  return { id, flags, route, commands: registered.parse(await rest.get(route, { query })) };
}

/** What Discord knows of the bot behind a token. */
export interface ApplicationState {
  readonly name: string;
  readonly applicationId: string;
  /** Privileged intents switched on in the developer portal, by the portal's names. */
  readonly privilegedIntents: readonly string[];
  /** `missing`: none of our commands is published. */
  readonly commands: 'current' | 'outdated' | 'missing';
  /** As many as Discord recommends. */
  readonly shards: number;
}

const PRIVILEGED = [
  ['Presence Intent', ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited],
  [
    'Server Members Intent',
    ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
  ],
  [
    'Message Content Intent',
    ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
  ],
] as const;

/**
 * Asks Discord about the bot; changes nothing. `guildId`: look at the commands of that server, else at the global ones.
 * @throws what `rest` throws, and a ZodError when the answers are not Discord's.
 */
export async function inspectApplication(
  rest: REST,
  definitions: readonly Definition[],
  guildId?: string,
): Promise<ApplicationState> {
  const { username } = user.parse(await rest.get(Routes.user()));
  const { id, flags, commands } = await fetchPublished(rest, guildId);
  const { shards } = gateway.parse(await rest.get(Routes.gatewayBot()));
  const ours = new Set(definitions.map(({ name }) => name));
  const known = commands.some(({ name }) => ours.has(name));
  return {
    name: username,
    applicationId: id,
    privilegedIntents: PRIVILEGED.filter(([, bits]) => (flags & bits) !== 0).map(([name]) => name),
    commands: sameCommands(definitions, commands) ? 'current' : known ? 'outdated' : 'missing',
    shards,
  };
}

/** Whether Discord holds `current` just as `wanted` asks. The order of commands does not count; that of options does. */
export function sameCommands(wanted: readonly Definition[], current: readonly object[]): boolean {
  return JSON.stringify(canonicalTexts(wanted)) === JSON.stringify(canonicalTexts(current));
}

const canonicalTexts = (commands: readonly object[]): string[] =>
  commands
    .map((command) => JSON.stringify(canonical({ type: ApplicationCommandType.ChatInput, ...command })))
    .sort();

/** What Discord adds to a command, and settings that mean the same whether given or not. */
const ASSIGNED = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'dm_permission',
  'default_permission',
  'handler',
  'name_localized',
  'description_localized',
]);
const DEFAULTS: Readonly<Record<string, unknown>> = {
  nsfw: false,
  required: false,
  autocomplete: false,
  description: '',
};

/** `value` with sorted keys and without what is assigned or default, so that equal definitions read equal. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value)
    .filter(
      ([key, field]) =>
        !ASSIGNED.has(key) && field !== null && field !== undefined && field !== DEFAULTS[key],
    )
    .filter(([, field]) => !(Array.isArray(field) && field.length === 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => [key, canonical(field)]);
  return Object.fromEntries(fields);
}

/** Of the library that talks with Discord. */
export { version as discordJsVersion } from 'discord.js';
