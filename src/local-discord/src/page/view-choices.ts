import { ComponentType, type APISelectMenuComponent } from 'discord-api-types/v10';
import type { LocalDiscord } from '../local-discord.ts';
import type { ChoiceView } from './message-view.ts';

type Guild = LocalDiscord['guild'];
type Offered = readonly Omit<ChoiceView, 'selected'>[];

const users = ({ members }: Guild): Offered =>
  members.map(({ user }) => ({ value: user.id, label: user.global_name ?? user.username }));

const roles = (guild: Guild): Offered => guild.roles.map(({ id, name }) => ({ value: id, label: name }));

const channels = (guild: Guild): Offered =>
  guild.channels.map(({ id, name }) => ({ value: id, label: `#${name}` }));

interface Option extends Omit<ChoiceView, 'selected' | 'description'> {
  readonly description?: string | undefined;
  readonly default?: boolean | undefined;
}

/** Choices that the bot lists itself. */
export const viewOptions = (options: readonly Option[]): ChoiceView[] =>
  options.map(({ value, label, description, default: selected = false }) => ({
    value,
    label,
    selected,
    ...(description === undefined ? {} : { description }),
  }));

/** The choices of a menu: its own, or the people, roles or channels of the guild. */
export const viewChoices = (select: APISelectMenuComponent, guild: Guild): ChoiceView[] => {
  if (select.type === ComponentType.StringSelect) return viewOptions(select.options);
  const offered = {
    [ComponentType.UserSelect]: () => users(guild),
    [ComponentType.RoleSelect]: () => roles(guild),
    [ComponentType.ChannelSelect]: () => channels(guild),
    [ComponentType.MentionableSelect]: () => [...users(guild), ...roles(guild)],
  }[select.type]();
  const defaults = new Set((select.default_values ?? []).map(({ id }) => id));
  return offered.map((choice) => ({ ...choice, selected: defaults.has(choice.value) }));
};
