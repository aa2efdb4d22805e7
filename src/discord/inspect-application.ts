import {
  ApplicationFlags,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody as Definition,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import { fetchPublished, sameCommands } from './publish-commands.ts';

/** What Discord knows of the bot behind a token. */
export interface ApplicationState {
  readonly userId: string;
  readonly name: string;
  readonly applicationId: string;
  /** Privileged intents switched on in the developer portal, by the portal's names. */
  readonly privilegedIntents: readonly string[];
  /** `missing`: none of our commands is published. */
  readonly commands: 'current' | 'outdated' | 'missing';
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

const user = z.object({ id: z.string(), username: z.string() });
const application = z.object({ id: z.string(), flags: z.int().default(0) });

/**
 * Asks Discord about the bot; changes nothing. `guildId`: look at the commands of that server, else at the global ones.
 * @throws what `rest` throws, and a ZodError when the answers are not Discord's.
 */
export async function inspectApplication(
  rest: REST,
  definitions: readonly Definition[],
  guildId?: string,
): Promise<ApplicationState> {
  const { id: userId, username } = user.parse(await rest.get(Routes.user()));
  const { id: applicationId, flags } = application.parse(await rest.get(Routes.currentApplication()));
  const { commands } = await fetchPublished(rest, guildId);
  const ours = new Set(definitions.map(({ name }) => name));
  const known = commands.some(({ name }) => ours.has(name));
  return {
    userId,
    name: username,
    applicationId,
    privilegedIntents: PRIVILEGED.filter(([, bits]) => (flags & bits) !== 0).map(([name]) => name),
    commands: sameCommands(definitions, commands) ? 'current' : known ? 'outdated' : 'missing',
  };
}

/** Of the library that talks with Discord. */
export { version as discordJsVersion } from 'discord.js';
