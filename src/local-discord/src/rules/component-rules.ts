import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
} from 'discord-api-types/v10';
import type { PlacedComponent } from '../state/component-tree.ts';
import { duplicates, missing, notEmulated, problem, prefixPaths, when, type Problem } from './problem.ts';

const forbidden = (field: string, kind: string): Problem =>
  problem([field], 'BASE_TYPE_BAD_VALUE', `A ${kind} button cannot have "${field}".`);

const linkSchemes = ['http:', 'https:', 'discord:'];

const buttonProblems = (button: APIButtonComponent): Problem[] => {
  const has = (field: string) => (Reflect.get(button, field) ?? undefined) !== undefined;
  const without = (kind: string, fields: readonly string[]) =>
    fields.filter(has).map((field) => forbidden(field, kind));
  const unlabelled = when(!has('label') && !has('emoji'), missing(['label']));
  switch (button.style) {
    case ButtonStyle.Link: {
      if (!has('url')) return [missing(['url'])];
      const scheme = URL.canParse(button.url) ? new URL(button.url).protocol : '';
      return [
        ...without('link', ['custom_id', 'sku_id']),
        ...unlabelled,
        ...when(
          !linkSchemes.includes(scheme),
          problem(['url'], 'URL_TYPE_INVALID_SCHEME', `Scheme must be one of ('http', 'https', 'discord').`),
        ),
      ];
    }
    case ButtonStyle.Premium:
      return [notEmulated(['style'], 'premium buttons')];
    case ButtonStyle.Primary:
    case ButtonStyle.Secondary:
    case ButtonStyle.Success:
    case ButtonStyle.Danger:
      return [
        ...when(!has('custom_id'), missing(['custom_id'])),
        ...without('custom', ['url', 'sku_id']),
        ...unlabelled,
      ];
  }
};

const selectProblems = ({ min_values, max_values, options }: APIStringSelectComponent): Problem[] => {
  const [min, max] = [min_values ?? 1, max_values ?? 1];
  return [
    ...when(
      min > max,
      problem(['min_values'], 'BASE_TYPE_BAD_VALUE', 'min_values must not exceed max_values.'),
    ),
    ...when(
      max > options.length,
      problem(['max_values'], 'BASE_TYPE_BAD_VALUE', 'max_values must not exceed the number of options.'),
    ),
    ...when(
      options.filter((option) => option.default).length > max,
      problem(['options'], 'BASE_TYPE_BAD_VALUE', 'More options are chosen at first than max_values.'),
    ),
    ...duplicates(options, ({ value }) => value).map((index) =>
      problem(
        ['options', index, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      ),
    ),
  ];
};

/** A select menu fills a row alone. Discord's documentation, "Action Row". */
const rowProblems = ({ components }: APIActionRowComponent<APIComponentInMessageActionRow>): Problem[] =>
  when(
    components.length > 1 && components.some(({ type }) => type !== ComponentType.Button),
    problem(
      ['components'],
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    ),
  );

const SHOWN = new Set([ComponentType.ChannelSelect, ComponentType.Container, ComponentType.File]);

const ownProblems = ({ component }: PlacedComponent): Problem[] => {
  if (component.type === ComponentType.ActionRow) return rowProblems(component);
  if (component.type === ComponentType.Button) return buttonProblems(component);
  if (component.type === ComponentType.StringSelect) return selectProblems(component);
  // Discord trims text displays, so one of white space alone is empty.
  if (component.type === ComponentType.TextDisplay)
    return when(component.content.trim() === '', missing(['content']));
  return when(!SHOWN.has(component.type), notEmulated(['type'], ComponentType[component.type]));
};

const duplicated = (all: readonly PlacedComponent[], field: 'custom_id' | 'id', code: string): Problem[] =>
  duplicates(all, ({ component }) => Reflect.get(component, field) || undefined).map((index) =>
    problem(
      [...(all[index]?.path ?? []), field],
      code,
      `Component ${field.replace('_', ' ')} cannot be duplicated`,
    ),
  );

/** What Discord refuses of a message's components, alone and together; paths within `components`. */
export const componentProblems = (all: readonly PlacedComponent[]): Problem[] => [
  ...all.flatMap((placed) => prefixPaths(placed.path, ownProblems(placed))),
  ...duplicated(all, 'custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED'),
  ...duplicated(all, 'id', 'COMPONENT_ID_DUPLICATED'),
];
