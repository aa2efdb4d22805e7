import {
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { type ComponentName, parseCustomId, type Row } from './buttons.ts';
import { textDisplay } from './reply.ts';

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
  components
    .filter((component) => component.type === ComponentType.ActionRow)
    .filter((row) => row.components.some((each) => ['others', 'search'].includes(nameOf(each))));

/** The components without the buttons and menus of those names, and without rows that this leaves empty. */
export const withoutNamed = (components: Components, names: readonly ComponentName[]): Components =>
  components.flatMap((component): Components => {
    if (component.type !== ComponentType.ActionRow) return [component];
    const kept = component.components.filter((each) => !names.some((name) => name === nameOf(each)));
    return kept.length > 0 ? [{ ...component, components: kept }] : [];
  });

/** The components with other labels on some buttons, by their name. */
export const relabelled = (
  components: Components,
  labels: Partial<Record<string, string>>,
): readonly APIMessageTopLevelComponent[] =>
  components.map((component) => {
    if (component.type !== ComponentType.ActionRow) return component;
    const relabel = (each: Row['components'][number]): Row['components'][number] => {
      const label = labels[nameOf(each)];
      const isOurs = each.type === ComponentType.Button && 'custom_id' in each;
      return isOurs && label !== undefined ? { ...each, label } : each;
    };
    return { ...component, components: component.components.map(relabel) };
  });

/** Of a button or a menu, by which its handler is found; empty when it has none, such as a link. */
const nameOf = (component: object): string =>
  'custom_id' in component ? parseCustomId(String(component.custom_id)).name : '';
