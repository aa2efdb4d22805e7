import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APISelectMenuComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { LocalDiscord } from '../local-discord.ts';
import type {
  BlockView,
  ButtonStyle as ViewStyle,
  ButtonView,
  ChoiceView,
  FileView,
  MarkdownNode,
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

/** The last part of the address, which for an upload is its name. */
const nameIn = (url: string): string =>
  decodeURIComponent(new URL(url, 'http://localhost').pathname.split('/').at(-1) ?? '');

const viewFile = (url: string, source: ComponentSource): FileView => ({
  kind: 'file',
  name: nameIn(url),
  size: source.size(url),
  url: source.address(url),
});

const hex = (color: number): string => `#${color.toString(16).padStart(6, '0')}`;

/** Nothing for a component that is not emulated: no message holds one. */
const viewComponent = (
  component: APIMessageTopLevelComponent | APIComponentInContainer,
  source: ComponentSource,
): BlockView[] => {
  if (component.type === ComponentType.TextDisplay)
    return [{ kind: 'text', nodes: source.read(component.content) }];
  if (component.type === ComponentType.ActionRow)
    return [{ kind: 'row', items: component.components.map((item) => viewRowItem(item, source)) }];
  if (component.type === ComponentType.File) return [viewFile(component.file.url, source)];
  if (component.type !== ComponentType.Container) return [];
  const { accent_color: color, components } = component;
  const accent = typeof color === 'number' ? { accent: hex(color) } : {};
  return [{ kind: 'container', ...accent, blocks: viewComponents(components, source) }];
};

export const viewComponents = (
  components: readonly (APIMessageTopLevelComponent | APIComponentInContainer)[],
  source: ComponentSource,
): BlockView[] => components.flatMap((component) => viewComponent(component, source));

/** The choices of a menu: its own, or the channels of the guild. */
const viewChoices = (select: APISelectMenuComponent, { channels }: LocalDiscord['guild']): ChoiceView[] => {
  if (select.type === ComponentType.StringSelect)
    return select.options.map(({ value, label, description, default: selected = false }) => ({
      value,
      label,
      selected,
      ...(description === undefined ? {} : { description }),
    }));
  const chosen = new Set((select.default_values ?? []).map(({ id }) => id));
  return channels.map(({ id, name }) => ({ value: id, label: `#${name}`, selected: chosen.has(id) }));
};
