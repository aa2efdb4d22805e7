import {
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { type ComponentName, parseCustomId, type Row } from './buttons.ts';
import { textDisplay } from './reply.ts';

type Components = readonly APIMessageTopLevelComponent[];

/** As what a question was read: `label` is in the reader's language, `question` is markdown. */
export const readAsLine = (label: string, question: string): string => `-# *${label}* ${question}`;

/** The question in such a line, as markdown. */
const READ_AS = /^-# \*[^*]+\* (.+)$/u;

/** The line of one of our messages that holds the question, and the one that says as what it was read, as markdown; undefined when it has none. */
export function questionLine(components: Components): string | undefined {
  const [first] = components;
  if (first?.type !== ComponentType.TextDisplay) return undefined;
  const [line = '', next = ''] = first.content.split('\n');
  return READ_AS.test(next) ? `${line}\n${next}` : line;
}

/** The same as a block of its own; empty when there is none. */
export function questionPart(components: Components): readonly APITextDisplayComponent[] {
  const line = questionLine(components);
  return line === undefined ? [] : [textDisplay(line)];
}

/** The question in it, as it was read; undefined when it holds only a part of it. */
export const questionIn = (components: Components): string | undefined => whole(shownQuestionIn(components));

/** The same as it was written. */
export const writtenQuestionIn = (components: Components): string | undefined =>
  whole(plainText(questionLine(components)?.split('\n')[0]));

/** As much of the question, as it was read, as it holds. */
export function shownQuestionIn(components: Components): string | undefined {
  const [line, next = ''] = questionLine(components)?.split('\n') ?? [];
  const read = READ_AS.exec(next)?.[1];
  return plainText(read === undefined ? line : `-# ${read}`);
}

const plainText = (line: string | undefined): string | undefined =>
  line?.startsWith('-# ') ? line.slice(3).replaceAll(/\\([^0-9A-Za-z\s])/g, '$1') : undefined;

const whole = (shown: string | undefined): string | undefined => (shown?.endsWith('[…]') ? undefined : shown);

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
