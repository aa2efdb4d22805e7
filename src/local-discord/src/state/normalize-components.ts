import {
  ComponentType,
  SeparatorSpacingSize,
  type APIAttachment,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APISectionAccessoryComponent,
  type APITextDisplayComponent,
  type APIUnfurledMediaItem,
  type Snowflake,
} from 'discord-api-types/v10';
import { allComponents } from './component-tree.ts';
import { referencedName } from './file-facts.ts';

type AnyComponent =
  | APIMessageTopLevelComponent
  | APIComponentInContainer
  | APIComponentInMessageActionRow
  | APISectionAccessoryComponent;

interface NormalizeOptions {
  readonly attachments: readonly APIAttachment[];
  readonly snowflake: () => Snowflake;
}

/** A component that an edit sends back has the file's address already. */
const findAttachment = (media: APIUnfurledMediaItem, { attachments }: NormalizeOptions) => {
  const name = referencedName(media.url);
  return attachments.find(({ filename, url }) => filename === name || url === media.url);
};

const normalizeMedia = ({ url }: APIUnfurledMediaItem, options: NormalizeOptions) => {
  const attachment = findAttachment({ url }, options);
  const address = attachment?.url ?? url;
  return {
    id: options.snowflake(),
    url: address,
    proxy_url: address,
    ...(attachment
      ? {
          attachment_id: attachment.id,
          content_type: attachment.content_type ?? null,
          size: attachment.size,
          ...(attachment.width ? { width: attachment.width, height: attachment.height ?? null } : {}),
        }
      : {}),
  };
};

/** A copy without the parts that are null, at any depth: Discord takes a null for "absent", and gives none back. */
export const withoutNulls = <T extends object>(value: T): T => {
  const copy: T = Array.isArray(value) ? Object.assign([], value) : { ...value };
  for (const [key, part] of Object.entries(copy)) {
    if (part === null) Reflect.deleteProperty(copy, key);
    else if (typeof part === 'object') Reflect.set(copy, key, withoutNulls(part));
  }
  return copy;
};

/** Fills in what Discord fills in: an `id` for each component, defaults, and the addresses of uploaded files. */
export const normalizeComponents = (
  components: readonly APIMessageTopLevelComponent[],
  options: NormalizeOptions,
): APIMessageTopLevelComponent[] => {
  const taken = new Set(allComponents(components).map(({ component }) => component.id));
  let last = 0;
  const freeId = (): number => {
    do last += 1;
    while (taken.has(last));
    return last;
  };

  const normalize = <T extends AnyComponent>(given: T): T => {
    const component = { ...withoutNulls(given), id: given.id || freeId() };
    return { ...component, ...filledFields(component) };
  };

  const filledFields = (component: AnyComponent): object => {
    switch (component.type) {
      case ComponentType.ActionRow:
        return { components: component.components.map(normalize) };
      case ComponentType.Section:
        return {
          components: component.components.map((text): APITextDisplayComponent => normalize(text)),
          accessory: normalize(component.accessory),
        };
      case ComponentType.Container:
        return {
          components: component.components.map(normalize),
          accent_color: component.accent_color ?? null,
          spoiler: component.spoiler ?? false,
        };
      case ComponentType.TextDisplay:
        return { content: component.content.trim() };
      case ComponentType.Separator:
        return {
          divider: component.divider ?? true,
          spacing: component.spacing ?? SeparatorSpacingSize.Small,
        };
      case ComponentType.StringSelect:
      case ComponentType.UserSelect:
      case ComponentType.RoleSelect:
      case ComponentType.MentionableSelect:
      case ComponentType.ChannelSelect:
        return { min_values: component.min_values ?? 1, max_values: component.max_values ?? 1 };
      case ComponentType.Thumbnail:
        return {
          media: normalizeMedia(component.media, options),
          description: component.description ?? null,
          spoiler: component.spoiler ?? false,
        };
      case ComponentType.MediaGallery:
        return {
          items: component.items.map((item) => ({
            media: normalizeMedia(item.media, options),
            description: item.description ?? null,
            spoiler: item.spoiler ?? false,
          })),
        };
      case ComponentType.File: {
        const { size = null, ...file } = normalizeMedia(component.file, options);
        const name = findAttachment(component.file, options)?.filename ?? null;
        return { file, name, size, spoiler: component.spoiler ?? false };
      }
      case ComponentType.Button:
        return {};
    }
  };
  return components.map(normalize);
};
