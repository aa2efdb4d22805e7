import {
  ComponentType,
  TextInputStyle,
  type APIComponentInLabel,
  type APITextInputComponent,
} from 'discord-api-types/v10';
import type { LocalDiscord } from '../local-discord.ts';
import type { OpenModal } from '../people/modal-input.ts';
import { parseMarkdown } from './parse-markdown.ts';
import type { ModalFieldView, ModalInputView, ModalView } from './protocol.ts';
import { viewChoices, viewOptions } from './view-components.ts';
import { acceptOf } from './view-commands.ts';
import { finderFor } from './view-message.ts';

/** Characters of a text input when it does not say. Discord's documentation, "Text Input". */
const MAX_CHARACTERS = 4000;

const viewText = (input: APITextInputComponent): ModalInputView => ({
  kind: 'text',
  long: input.style === TextInputStyle.Paragraph,
  placeholder: input.placeholder ?? '',
  value: input.value ?? '',
  minLength: input.min_length ?? 0,
  maxLength: input.max_length ?? MAX_CHARACTERS,
});

const viewInput = (input: APIComponentInLabel, { guild }: Pick<LocalDiscord, 'guild'>): ModalInputView => {
  const placeholder = 'placeholder' in input ? (input.placeholder ?? '') : '';
  const min = 'min_values' in input ? (input.min_values ?? 1) : 1;
  const max = 'max_values' in input ? (input.max_values ?? 1) : 1;
  switch (input.type) {
    case ComponentType.TextInput:
      return viewText(input);
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return { kind: max > 1 ? 'boxes' : 'menu', placeholder, min, max, choices: viewChoices(input, guild) };
    case ComponentType.RadioGroup:
      return { kind: 'radio', placeholder, min, max, choices: viewOptions(input.options) };
    case ComponentType.CheckboxGroup: {
      const choices = viewOptions(input.options);
      return { kind: 'boxes', placeholder, min, max: input.max_values ?? choices.length, choices };
    }
    case ComponentType.Checkbox:
      return { kind: 'tick', ticked: input.default ?? false };
    case ComponentType.FileUpload:
      return { kind: 'files', accept: acceptOf(input.file_types), min, max };
  }
};

/** A bot's form, with the name under which the page sends it back. */
export const viewModal = (
  { data, openedBy }: OpenModal,
  world: Pick<LocalDiscord, 'guild' | 'bot'>,
): ModalView => {
  const viewPart = (part: OpenModal['data']['components'][number]): ModalView['parts'][number][] => {
    switch (part.type) {
      case ComponentType.ActionRow:
        return part.components.map(({ custom_id, label = '', required = true, ...input }) => ({
          customId: custom_id,
          label,
          required,
          input: viewText({ custom_id, ...input }),
        }));
      case ComponentType.Label: {
        const { component, label, description } = part;
        const field: ModalFieldView = {
          customId: component.custom_id,
          label,
          ...(description === undefined ? {} : { description }),
          // A tick alone is an answer either way.
          required:
            'required' in component
              ? (component.required ?? true)
              : component.type !== ComponentType.Checkbox,
          input: viewInput(component, world),
        };
        return [field];
      }
      case ComponentType.TextDisplay:
        return [parseMarkdown(part.content, finderFor(world))];
    }
  };
  return { id: openedBy, title: data.title, parts: data.components.flatMap(viewPart) };
};
