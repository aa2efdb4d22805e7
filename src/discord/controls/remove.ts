import type { Control } from '../control.ts';
import { textDisplay } from '../../render/reply.ts';
import { wordingFor } from '../../i18n/wording.ts';

/** Removes a public answer, for whoever asked for it. */
export const remove: Control = {
  name: 'remove',
  async react({ message, person, locale }) {
    if ((await message.askedBy()) === person.id) return { kind: 'remove' };
    return {
      kind: 'note',
      reply: { components: [textDisplay(wordingFor(locale).notes.onlyAsker)] },
    };
  },
};
