import { ComponentType, TextInputStyle, type APITextInputComponent } from 'discord-api-types/v10';
import type { OpenModal } from '../people/modal-input.ts';
import { parseMarkdown, plainText } from './parse-markdown.ts';
import type { ModalFieldView, ModalView } from './protocol.ts';

/** Characters of a text input when it does not say. Discord's documentation, "Text Input". */
const MAX_CHARACTERS = 4000;

const viewText = (
  input: APITextInputComponent,
  label: string,
  description: string | undefined,
): ModalFieldView => ({
  customId: input.custom_id,
  label,
  ...(description === undefined ? {} : { description }),
  required: input.required ?? true,
  input: {
    kind: 'text',
    long: input.style === TextInputStyle.Paragraph,
    placeholder: input.placeholder ?? '',
    value: input.value ?? '',
    minLength: input.min_length ?? 0,
    maxLength: input.max_length ?? MAX_CHARACTERS,
  },
});

const viewPart = (part: OpenModal['data']['components'][number]): ModalFieldView[] => {
  if (part.type === ComponentType.ActionRow)
    return part.components.map((input) => viewText(input, input.label ?? '', undefined));
  if (part.type !== ComponentType.Label) return [];
  const { component, label, description } = part;
  if (component.type === ComponentType.TextInput) return [viewText(component, label, description)];
  // `modalInput` submits no other kind of menu.
  if (component.type !== ComponentType.StringSelect) return [];
  const input = {
    kind: 'select',
    max: component.max_values ?? 1,
    choices: component.options.map((option) => ({ label: option.label, value: option.value })),
  } as const;
  return [
    {
      customId: component.custom_id,
      label,
      ...(description === undefined ? {} : { description }),
      required: component.required ?? true,
      input,
    },
  ];
};

/** A bot's form, with the name under which the page sends it back. */
export const viewModal = ({ data, openedBy }: OpenModal): ModalView => ({
  id: openedBy,
  title: data.title,
  texts: data.components.flatMap((part) =>
    part.type === ComponentType.TextDisplay ? [plainText(parseMarkdown(part.content, () => undefined))] : [],
  ),
  fields: data.components.flatMap(viewPart),
});
