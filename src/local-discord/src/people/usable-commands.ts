import {
  ApplicationCommandType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommand,
} from 'discord-api-types/v10';
import type { State } from '../state/state.ts';
import { ALL_PERMISSIONS, permissionsOf } from '../world/permissions.ts';
import { ClientRefusal } from './client-refusal.ts';
import type { ClientContext } from './interaction-payload.ts';

const isFor = (command: APIApplicationCommand, where: InteractionContextType): boolean => {
  if (command.contexts) return command.contexts.includes(where);
  return where === InteractionContextType.Guild || command.dm_permission !== false;
};

/** `default_member_permissions`: all of its bits are needed; "0" leaves the command to administrators. */
const mayUse = ({ default_member_permissions: needed }: APIApplicationCommand, held: bigint): boolean => {
  if (needed === null) return true;
  const bits = BigInt(needed);
  return bits === 0n ? (held & PermissionFlagsBits.Administrator) !== 0n : (held & bits) === bits;
};

const commandsAt = (
  { world, commands }: State,
  { channel }: ClientContext,
): readonly APIApplicationCommand[] => {
  const guild = world.guildOf(channel.id);
  const where = guild ? InteractionContextType.Guild : InteractionContextType.BotDM;
  const global = commands.list(undefined).filter((command) => isFor(command, where));
  return guild ? [...commands.list(guild.id), ...global] : global;
};

const permissionsAt = ({ world }: State, { person, channel }: ClientContext): bigint => {
  const guild = world.guildOf(channel.id);
  return guild ? permissionsOf(guild, person) : ALL_PERMISSIONS;
};

/** The commands that a person's client offers where they are: the guild's own first. */
export const usableCommands = (state: State, context: ClientContext): APIApplicationCommand[] =>
  commandsAt(state, context).filter((command) => mayUse(command, permissionsAt(state, context)));

/** Throws ClientRefusal when the client does not offer it. */
export const findUsableCommand = (
  state: State,
  context: ClientContext,
  type: ApplicationCommandType,
  name: string,
): APIApplicationCommand => {
  const fits = (command: APIApplicationCommand) => command.type === type && command.name === name;
  const usable = usableCommands(state, context).find(fits);
  if (usable) return usable;
  throw new ClientRefusal(
    commandsAt(state, context).some(fits)
      ? `Cannot use "${name}": ${context.person.user.username} lacks the permission`
      : `Cannot use "${name}": no such command here`,
  );
};
