import { TextInputStyle } from 'discord-api-types/v10';
import type { LocalDiscord } from '../local-discord.ts';
import { MAX_CHARACTERS, type OpenModal } from '../people/modal-input.ts';
import { inputIn } from '../rules/modal-rules.ts';
import { parseMarkdown } from './parse-markdown.ts';
import type { ModalView } from './protocol.ts';
import { finderFor } from './view-message.ts';

/** A bot's form, with the name under which the page sends it back. */
export const viewModal = (
  { data, openedBy }: OpenModal,
  world: Pick<LocalDiscord, 'guild' | 'bot'>,
): ModalView => ({
  id: openedBy,
  title: data.title,
  parts: data.components.flatMap((part): ModalView['parts'] => {
    if ('content' in part) return [parseMarkdown(part.content, finderFor(world))];
    const input = inputIn(part);
    if (!input || !('label' in part)) return [];
    const { label, description } = part;
    return [
      {
        customId: input.custom_id,
        label,
        ...(description === undefined ? {} : { description }),
        required: input.required ?? true,
        long: input.style === TextInputStyle.Paragraph,
        placeholder: input.placeholder ?? '',
        value: input.value ?? '',
        minLength: input.min_length ?? 0,
        maxLength: input.max_length ?? MAX_CHARACTERS,
      },
    ];
  }),
});
