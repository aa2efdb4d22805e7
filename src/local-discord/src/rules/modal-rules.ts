import {
  ComponentType,
  type APIModalInteractionResponseCallbackComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextInputComponent,
} from 'discord-api-types/v10';
import { duplicates, missing, problem, tooLong, prefixPaths, type Problem } from './problem.ts';

/** Parts of a modal at most; the published schema lets 40 through. Discord's documentation, "Modal". */
const PARTS = 5;

const textInputProblems = (input: APITextInputComponent): Problem[] => {
  const min = input.min_length ?? 0;
  const max = input.max_length ?? 4_000;
  const value = input.value ?? '';
  return [
    ...(min > max
      ? [problem(['min_length'], 'BASE_TYPE_BAD_VALUE', 'min_length must not exceed max_length.')]
      : []),
    ...(value !== '' && (value.length < min || value.length > max)
      ? [problem(['value'], 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)]
      : []),
  ];
};

const partProblems = (part: APIModalInteractionResponseCallbackComponent): Problem[] => {
  switch (part.type) {
    case ComponentType.ActionRow:
      // In a label the label has the text above the input; in a row the input itself must have it.
      return part.components.flatMap((input, index) =>
        prefixPaths(
          ['components', index],
          [...(input.label ? [] : [missing(['label'])]), ...textInputProblems(input)],
        ),
      );
    case ComponentType.Label:
      return part.component.type === ComponentType.TextInput
        ? prefixPaths(['component'], textInputProblems(part.component))
        : [];
    case ComponentType.TextDisplay:
      return [];
  }
};

/** The custom ids of the inputs in a modal. */
const customIds = (part: APIModalInteractionResponseCallbackComponent): string[] => {
  switch (part.type) {
    case ComponentType.ActionRow:
      return part.components.map((input) => input.custom_id);
    case ComponentType.Label:
      return [part.component.custom_id];
    case ComponentType.TextDisplay:
      return [];
  }
};

/** What Discord refuses of a modal that its published API description accepts. */
export const modalProblems = ({ components }: APIModalInteractionResponseCallbackData): Problem[] => [
  ...(components.length > PARTS ? [tooLong(['components'], PARTS)] : []),
  ...components.flatMap((part, index) => prefixPaths(['components', index], partProblems(part))),
  ...(duplicates(components.flatMap(customIds), (id) => id).length > 0
    ? [problem(['components'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')]
    : []),
];
