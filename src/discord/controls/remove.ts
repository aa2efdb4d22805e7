import type { Control } from '../control.ts';
import { textDisplay } from '../text.ts';

/** Removes a public answer, for whoever asked for it. */
export const remove: Control = {
  name: 'remove',
  async react({ message, person }) {
    if (message.askedBy === person.id) return { kind: 'remove' };
    return {
      kind: 'note',
      reply: { components: [textDisplay('Only the person who asked can remove this answer.')] },
    };
  },
};
