import type { ComponentHandler } from '../component-handler.ts';
import { wordingFor } from '../../i18n/wording.ts';
import { textDisplay } from '../../render/reply.ts';

/** Removes a public answer, for whoever asked for it. */
export const remove: ComponentHandler = {
  async handle({ message, person, locale }) {
    if ((await message.askedBy()) === person.id) return { kind: 'remove' };
    return {
      kind: 'note',
      reply: { components: [textDisplay(wordingFor(locale).notes.onlyAsker)] },
    };
  },
};
