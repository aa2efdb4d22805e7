import { textDisplay } from './reply.ts';
import {
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { type ComponentName, parseCustomId, type Row } from './buttons.ts';

type Components = readonly APIMessageTopLevelComponent[];

/** The line of one of our messages that holds the question, as markdown; undefined when it has none. */
export function questionLine(components: Components): string | undefined {
  const [first] = components;
  return first?.type === ComponentType.TextDisplay ? first.content.split('\n')[0] : undefined;
}

/** The same line as a block of its own; empty when there is none. */
export function questionPart(components: Components): readonly APITextDisplayComponent[] {
  const line = questionLine(components);
  return line === undefined ? [] : [textDisplay(line)];
}

/** The question in that line; undefined when the line holds only a part of it. */
export function questionIn(components: Components): string | undefined {
  const shown = shownQuestionIn(components);
  return shown?.endsWith('[…]') ? undefined : shown;
}

/** As much of the question as that line holds. */
export function shownQuestionIn(components: Components): string | undefined {
  const line = questionLine(components);
  if (line === undefined || !line.startsWith('-# ')) return undefined;
  return line.slice(3).replaceAll(/\\([^0-9A-Za-z\s])/g, '$1');
}

/** The menu of the other passages that were found, and the buttons to the pages of what was found. */
export const othersIn = (components: Components): readonly Row[] =>
  components.flatMap((component) =>
    component.type === ComponentType.ActionRow &&
    (hasControl(component, 'others') || hasControl(component, 'search'))
      ? [component]
      : [],
  );

/** The components without the controls of those names, and without rows that this leaves empty. */
export const withoutControls = (
  components: Components,
  names: readonly ComponentName[],
): readonly APIMessageTopLevelComponent[] =>
  components.flatMap((component): readonly APIMessageTopLevelComponent[] => {
    if (component.type !== ComponentType.ActionRow) return [component];
    const kept = component.components.filter((each) => !names.some((name) => isControl(each, name)));
    return kept.length > 0 ? [{ ...component, components: kept }] : [];
  });

/** The components with the labels of some buttons changed, by the name of their control. */
export const relabelled = (
  components: Components,
  labels: Partial<Record<ComponentName, string>>,
): readonly APIMessageTopLevelComponent[] =>
  components.map((component) =>
    component.type === ComponentType.ActionRow
      ? { ...component, components: component.components.map((each) => withLabel(each, labels)) }
      : component,
  );

function withLabel(
  component: Row['components'][number],
  labels: Partial<Record<string, string>>,
): Row['components'][number] {
  if (component.type !== ComponentType.Button || !('custom_id' in component)) return component;
  const label = labels[parseCustomId(component.custom_id).name];
  return label === undefined ? component : { ...component, label };
}

const hasControl = ({ components }: Row, name: ComponentName): boolean =>
  components.some((each) => isControl(each, name));

const isControl = (component: object, name: ComponentName): boolean =>
  'custom_id' in component && parseCustomId(String(component.custom_id)).name === name;
