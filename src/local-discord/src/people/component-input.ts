import {
  ComponentType,
  ButtonStyle,
  type APIInteractionDataResolved,
  type APIMessage,
  type APIMessageComponentInteractionData,
  type APIMessageComponent,
  type APISelectMenuComponent,
  type Snowflake,
} from 'discord-api-types/v10';
import { allComponents } from '../state/component-tree.ts';
import type { State } from '../state/state.ts';
import { ClientRefusal } from './client-refusal.ts';
import type { ClientContext } from './interaction-payload.ts';
import { permissionsOf } from '../world/permissions.ts';
import type { World } from '../world/world.ts';

/** The message as it is now. Throws ClientRefusal when the person cannot see it. */
export const findVisibleMessage = (
  state: State,
  { person, channel }: ClientContext,
  id: Snowflake,
): APIMessage => {
  const found = state.messages.find(id);
  if (!found) throw new ClientRefusal(`Cannot use message ${id}: it is deleted`);
  if (found.message.channel_id !== channel.id)
    throw new ClientRefusal(`Cannot use message ${id}: it is elsewhere`);
  if (found.viewer !== undefined && found.viewer !== person.user.id) {
    throw new ClientRefusal(`Cannot use message ${id}: only somebody else can see it`);
  }
  return found.message;
};

type Pressable = Extract<APIMessageComponent, { type: ComponentType.Button }> | APISelectMenuComponent;

const isPressable = (component: APIMessageComponent): component is Pressable =>
  'custom_id' in component || component.type === ComponentType.Button;

const findEnabled = (message: APIMessage, customId: string): Pressable => {
  const components = allComponents(message.components ?? []).map(({ component }) => component);
  const found = components.find(
    (component): component is Pressable =>
      isPressable(component) && Reflect.get(component, 'custom_id') === customId,
  );
  if (!found) throw new ClientRefusal(`Cannot use "${customId}": the message has no such component`);
  if ('disabled' in found && found.disabled)
    throw new ClientRefusal(`Cannot use "${customId}": it is disabled`);
  return found;
};

/** What a client sends for a click. Throws ClientRefusal when there is nothing to click. */
export const clickInput = (message: APIMessage, customId: string): APIMessageComponentInteractionData => {
  const found = findEnabled(message, customId);
  if (found.type !== ComponentType.Button || found.style === ButtonStyle.Link) {
    throw new ClientRefusal(`Cannot click "${customId}": it is not a button`);
  }
  return { custom_id: customId, component_type: found.type };
};

const checkCount = (
  { custom_id, min_values = 1, max_values = 1 }: APISelectMenuComponent,
  count: number,
): void => {
  if (count < min_values)
    throw new ClientRefusal(`Cannot choose in "${custom_id}": ${count} values, at least ${min_values}`);
  if (count > max_values)
    throw new ClientRefusal(`Cannot choose in "${custom_id}": ${count} values, at most ${max_values}`);
};

const offeredBy = (select: APISelectMenuComponent): object =>
  'options' in select ? Object.fromEntries(select.options.map(({ value }) => [value, true])) : {};

/** The channels that Discord adds to an interaction for the ids that a person picked. Unknown ids are left out. */
const resolveChannels = (
  world: World,
  channelId: Snowflake,
  ids: readonly Snowflake[],
): Required<Pick<APIInteractionDataResolved, 'channels'>> => {
  const guild = world.guildOf(channelId) ?? world.guild;
  const permissions = String(permissionsOf(guild, world.bot));
  const picked = guild.channels.filter(({ id }) => ids.includes(id));
  return {
    channels: Object.fromEntries(picked.map(({ id, type, name }) => [id, { id, type, name, permissions }])),
  };
};

/** What a client sends for values chosen in a select menu. Throws ClientRefusal when they cannot be chosen. */
export const chooseInput = (
  state: State,
  message: APIMessage,
  customId: string,
  values: readonly string[],
): APIMessageComponentInteractionData => {
  const select = findEnabled(message, customId);
  if (select.type === ComponentType.Button)
    throw new ClientRefusal(`Cannot choose in "${customId}": it is a button`);
  const chosen = [...new Set(values)];
  checkCount(select, chosen.length);
  const requireOffered = (offered: object): void => {
    const unknown = chosen.find((value) => !Object.hasOwn(offered, value));
    if (unknown !== undefined) {
      throw new ClientRefusal(`Cannot choose "${unknown}" in "${customId}": it is not offered`);
    }
  };
  if (select.type !== ComponentType.ChannelSelect) {
    requireOffered(offeredBy(select));
    return { custom_id: customId, component_type: ComponentType.StringSelect, values: chosen };
  }
  const resolved = resolveChannels(state.world, message.channel_id, chosen);
  requireOffered(resolved.channels);
  return { custom_id: customId, component_type: select.type, values: chosen, resolved };
};
