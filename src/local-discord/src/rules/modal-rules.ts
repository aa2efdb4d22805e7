import {
  ComponentType,
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextInputComponent,
} from 'discord-api-types/v10';
import { choiceListProblems } from './component-rules.ts';
import { duplicates, missing, problem, tooLong, prefixPaths, type Problem } from './problem.ts';

/** Parts of a modal at most; the published schema lets 40 through. Discord's documentation, "Modal". */
const PARTS = 5;

const badValue = (field: string, message: string): Problem =>
  problem([field], 'BASE_TYPE_BAD_VALUE', message);

const textInputProblems = (input: APITextInputComponent): Problem[] => {
  const min = input.min_length ?? 0;
  const max = input.max_length ?? 4_000;
  const value = input.value ?? '';
  return [
    ...(min > max ? [badValue('min_length', 'min_length must not exceed max_length.')] : []),
    ...(value !== '' && (value.length < min || value.length > max)
      ? [problem(['value'], 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)]
      : []),
  ];
};

interface Counted {
  readonly min_values?: number | null;
  readonly max_values?: number | null;
  readonly required?: boolean | null;
}

/** Of the notes below each table in Discord's documentation, "Component Reference". */
const countProblems = ({ min_values: min, max_values: max, required }: Counted, most: number): Problem[] => [
  ...(min === 0 && (required ?? true)
    ? [badValue('min_values', 'Must be at least 1, or left out, when the component is required.')]
    : []),
  ...((min ?? 1) > (max ?? most) ? [badValue('min_values', 'min_values must not exceed max_values.')] : []),
];

const inLabelProblems = (component: APIComponentInLabel): Problem[] => {
  switch (component.type) {
    case ComponentType.TextInput:
      return textInputProblems(component);
    case ComponentType.StringSelect:
      return [
        ...countProblems(component, 1),
        ...disabledProblems(component),
        ...choiceListProblems(component.options, component.max_values ?? 1),
      ];
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect: {
      const chosen = component.default_values?.length ?? 0;
      const isOff =
        chosen > (component.max_values ?? 1) || (chosen > 0 && chosen < (component.min_values ?? 1));
      return [
        ...countProblems(component, 1),
        ...disabledProblems(component),
        ...(isOff
          ? [badValue('default_values', 'Their number must lie between min_values and max_values.')]
          : []),
      ];
    }
    case ComponentType.RadioGroup:
      return choiceListProblems(component.options, 1);
    case ComponentType.CheckboxGroup: {
      const most = component.options.length;
      return [
        ...countProblems(component, most),
        ...choiceListProblems(component.options, component.max_values ?? most),
      ];
    }
    case ComponentType.FileUpload:
      return countProblems(component, 1);
    case ComponentType.Checkbox:
      return [];
  }
};

const disabledProblems = ({ disabled }: { readonly disabled?: boolean | null }): Problem[] =>
  disabled ? [badValue('disabled', 'A modal cannot have disabled components.')] : [];

const partProblems = (part: APIModalInteractionResponseCallbackComponent): Problem[] => {
  switch (part.type) {
    case ComponentType.ActionRow:
      return [
        ...(part.components.length > 1
          ? [
              problem(
                ['components'],
                'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
                'The specified component exceeds the maximum width',
              ),
            ]
          : []),
        // In a label the label has the text above the input; in a row the input itself must have it.
        ...part.components.flatMap((input, index) =>
          prefixPaths(
            ['components', index],
            [...(input.label ? [] : [missing(['label'])]), ...textInputProblems(input)],
          ),
        ),
      ];
    case ComponentType.Label:
      return prefixPaths(['component'], inLabelProblems(part.component));
    case ComponentType.TextDisplay:
      return part.content.trim() === '' ? [missing(['content'])] : [];
  }
};

/** A part and the inputs in it. */
const withInputs = (part: APIModalInteractionResponseCallbackComponent): object[] => {
  if (part.type === ComponentType.ActionRow) return [part, ...part.components];
  return part.type === ComponentType.Label ? [part, part.component] : [part];
};

const duplicateProblems = (all: readonly object[]): Problem[] =>
  (['custom_id', 'id'] as const).flatMap((field) =>
    duplicates(all, (component) => Reflect.get(component, field) || undefined).length === 0
      ? []
      : [
          problem(
            ['components'],
            `COMPONENT_${field.toUpperCase()}_DUPLICATED`,
            `Component ${field.replace('_', ' ')} cannot be duplicated`,
          ),
        ],
  );

/** What Discord refuses of a modal that its published API description accepts. */
export const modalProblems = ({ components }: APIModalInteractionResponseCallbackData): Problem[] => [
  ...(components.length > PARTS ? [tooLong(['components'], PARTS)] : []),
  ...components.flatMap((part, index) => prefixPaths(['components', index], partProblems(part))),
  ...duplicateProblems(components.flatMap(withInputs)),
];
