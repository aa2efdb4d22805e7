import {
  ComponentType,
  type APIAttachment,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIFileComponent,
  type APIMessageTopLevelComponent,
  type APIUnfurledMediaItem,
  type Snowflake,
} from 'discord-api-types/v10';
import { allComponents } from './component-tree.ts';
import { referencedName } from './file-facts.ts';

type AnyComponent = APIMessageTopLevelComponent | APIComponentInContainer | APIComponentInMessageActionRow;

interface NormalizeOptions {
  readonly attachments: readonly APIAttachment[];
  readonly snowflake: () => Snowflake;
}

/** A component that an edit sends back has the file's address already. */
const findAttachment = (media: APIUnfurledMediaItem, { attachments }: NormalizeOptions) => {
  const name = referencedName(media.url);
  return attachments.find(({ filename, url }) => filename === name || url === media.url);
};

const normalizeFile = (component: APIFileComponent, options: NormalizeOptions): object => {
  const attachment = findAttachment(component.file, options);
  const { url } = attachment ?? component.file;
  return {
    file: {
      id: options.snowflake(),
      url,
      proxy_url: url,
      ...(attachment && { attachment_id: attachment.id, content_type: attachment.content_type ?? null }),
    },
    name: attachment?.filename ?? null,
    size: attachment?.size ?? null,
    spoiler: component.spoiler ?? false,
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

  /** A button has nothing to fill in, and what is not emulated is refused. */
  const filledFields = (component: AnyComponent): object => {
    if (component.type === ComponentType.ActionRow)
      return { components: component.components.map(normalize) };
    if (component.type === ComponentType.Container)
      return {
        components: component.components.map(normalize),
        accent_color: component.accent_color ?? null,
        spoiler: component.spoiler ?? false,
      };
    if (component.type === ComponentType.TextDisplay) return { content: component.content.trim() };
    if (component.type === ComponentType.File) return normalizeFile(component, options);
    return component.type === ComponentType.StringSelect || component.type === ComponentType.ChannelSelect
      ? { min_values: component.min_values ?? 1, max_values: component.max_values ?? 1 }
      : {};
  };
  return components.map(normalize);
};
