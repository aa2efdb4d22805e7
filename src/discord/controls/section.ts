import type { Control } from '../control.ts';
import { othersIn, questionPart } from '../../render/message-parts.ts';
import { findTarget } from '../../render/button-target.ts';
import { renderSection } from '../../render/render-reading.ts';
import { unknownButton, staleNote } from './stale-note.ts';

/** Reads the section around a paragraph: as many paragraphs as one message holds, and a button to the next ones. */
export const section: Control = {
  name: 'section',
  async react(input, { library: { current: library } }) {
    const found = findTarget(library, input.argument);
    if (found.kind === 'changed') return staleNote(input, library.version);
    if (found.kind === 'unknown') return unknownButton(input.locale);
    const { components } = input.message;
    const page = renderSection({ library, locale: input.locale }, found.report, found.paragraph, found.part);
    return {
      kind: 'show',
      reply: {
        ...page,
        components: [...questionPart(components), ...page.components, ...othersIn(components)],
      },
    };
  },
};
