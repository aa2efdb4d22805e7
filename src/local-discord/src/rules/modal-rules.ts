import {
  ComponentType,
  type APIModalInteractionResponseCallbackComponent as Part,
  type APIModalInteractionResponseCallbackData,
  type APITextInputComponent,
} from 'discord-api-types/v10';
import {
  duplicates,
  missing,
  notEmulated,
  problem,
  tooLong,
  prefixPaths,
  when,
  type Problem,
} from './problem.ts';

/** Parts of a modal at most; the published schema lets 40 through. Discord's documentation, "Modal". */
const PARTS = 5;

/** The text input of a part; undefined for a text. */
export const inputIn = (part: Part): APITextInputComponent | undefined =>
  part.type === ComponentType.Label && part.component.type === ComponentType.TextInput
    ? part.component
    : undefined;

const textInputProblems = (input: APITextInputComponent): Problem[] => {
  const min = input.min_length ?? 0;
  const max = input.max_length ?? 4_000;
  const value = input.value ?? '';
  return [
    ...when(
      min > max,
      problem(['min_length'], 'BASE_TYPE_BAD_VALUE', 'min_length must not exceed max_length.'),
    ),
    ...when(
      value !== '' && (value.length < min || value.length > max),
      problem(['value'], 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`),
    ),
  ];
};

const partProblems = (part: Part): Problem[] => {
  const input = inputIn(part);
  if (input) return prefixPaths(['component'], textInputProblems(input));
  if (part.type === ComponentType.TextDisplay) return when(part.content.trim() === '', missing(['content']));
  return part.type === ComponentType.Label
    ? [notEmulated(['component', 'type'], ComponentType[part.component.type])]
    : [notEmulated(['type'], ComponentType[part.type])];
};

const duplicateProblems = (all: readonly object[]): Problem[] =>
  (['custom_id', 'id'] as const).flatMap((field) =>
    when(
      duplicates(all, (component) => Reflect.get(component, field) || undefined).length > 0,
      problem(
        ['components'],
        `COMPONENT_${field.toUpperCase()}_DUPLICATED`,
        `Component ${field.replace('_', ' ')} cannot be duplicated`,
      ),
    ),
  );

/** What Discord refuses of a modal that its published API description accepts. */
export const modalProblems = ({ components }: APIModalInteractionResponseCallbackData): Problem[] => [
  ...when(components.length > PARTS, tooLong(['components'], PARTS)),
  ...components.flatMap((part, index) => prefixPaths(['components', index], partProblems(part))),
  ...duplicateProblems(components.flatMap((part) => [part, inputIn(part) ?? []].flat())),
];
