import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APISelectMenuComponent,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import type { LocalDiscord } from '../local-discord.ts';
import type {
  BlockView,
  ButtonStyle as ViewStyle,
  ButtonView,
  ChoiceView,
  FileView,
  MarkdownNode,
  PictureView,
  SelectView,
} from './message-view.ts';

/** What components need from the server to be drawn. */
export interface ComponentSource {
  readonly read: (markdown: string) => readonly MarkdownNode[];
  readonly guild: LocalDiscord['guild'];
  /** The address as the page may use it: a path for files of this server. */
  readonly address: (url: string) => string;
  /** Bytes of an uploaded file. */
  readonly size: (url: string) => number;
}

const styles: Partial<Record<ButtonStyle, ViewStyle>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
};

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);

const viewButton = (button: APIButtonComponent): ButtonView => {
  const disabled = button.disabled ?? false;
  const label = 'label' in button ? (button.label ?? '') : '';
  const emoji = 'emoji' in button ? (button.emoji?.name ?? '') : '';
  const text = [emoji, label].filter((part) => part !== '').join(' ');
  if (button.style === ButtonStyle.Link)
    return { kind: 'link-button', label: text, url: button.url, disabled: disabled || !isWeb(button.url) };
  const customId = 'custom_id' in button ? button.custom_id : '';
  return { kind: 'button', style: styles[button.style] ?? 'secondary', label: text, customId, disabled };
};

const viewSelect = (select: APISelectMenuComponent, source: ComponentSource): SelectView => ({
  kind: 'select',
  customId: select.custom_id,
  placeholder: select.placeholder ?? '',
  min: select.min_values ?? 1,
  max: select.max_values ?? 1,
  disabled: select.disabled ?? false,
  choices: viewChoices(select, source.guild),
});

const viewRowItem = (
  item: APIComponentInMessageActionRow,
  source: ComponentSource,
): ButtonView | SelectView =>
  item.type === ComponentType.Button ? viewButton(item) : viewSelect(item, source);

interface Picture {
  readonly media: { readonly url: string };
  readonly description?: string | null | undefined;
  readonly spoiler?: boolean | undefined;
}

const viewPicture = ({ media, description, spoiler }: Picture, source: ComponentSource): PictureView => ({
  kind: 'picture',
  url: source.address(media.url),
  description: description ?? '',
  spoiler: spoiler ?? false,
});

/** The last part of the address, which for an upload is its name. */
const nameIn = (url: string): string =>
  decodeURIComponent(new URL(url, 'http://localhost').pathname.split('/').at(-1) ?? '');

const viewFile = (url: string, spoiler: boolean, source: ComponentSource): FileView => ({
  kind: 'file',
  name: nameIn(url),
  size: source.size(url),
  url: source.address(url),
  spoiler,
  // A file component shows no picture.
  isPicture: false,
});

const hex = (color: number): string => `#${color.toString(16).padStart(6, '0')}`;

const viewComponent = (
  component: APIMessageTopLevelComponent | APIComponentInContainer,
  source: ComponentSource,
): BlockView => {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return { kind: 'text', nodes: source.read(component.content) };
    case ComponentType.Container:
      return {
        kind: 'container',
        ...(typeof component.accent_color === 'number' ? { accent: hex(component.accent_color) } : {}),
        spoiler: component.spoiler ?? false,
        blocks: viewComponents(component.components, source),
      };
    case ComponentType.Section:
      return {
        kind: 'section',
        blocks: viewComponents(component.components, source),
        accessory:
          component.accessory.type === ComponentType.Button
            ? viewButton(component.accessory)
            : viewPicture(component.accessory, source),
      };
    case ComponentType.Separator:
      return {
        kind: 'separator',
        line: component.divider ?? true,
        large: component.spacing === SeparatorSpacingSize.Large,
      };
    case ComponentType.ActionRow:
      return { kind: 'row', items: component.components.map((item) => viewRowItem(item, source)) };
    case ComponentType.MediaGallery:
      return { kind: 'gallery', pictures: component.items.map((item) => viewPicture(item, source)) };
    case ComponentType.File:
      return viewFile(component.file.url, component.spoiler ?? false, source);
  }
};

export const viewComponents = (
  components: readonly (APIMessageTopLevelComponent | APIComponentInContainer)[],
  source: ComponentSource,
): BlockView[] => components.map((component) => viewComponent(component, source));

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
