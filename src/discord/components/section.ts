import type { ComponentHandler } from '../component-handler.ts';
import { othersIn, questionPart } from '../../render/message-parts.ts';
import { renderSection } from '../../render/render-reading.ts';
import { resolveTarget } from './button-notes.ts';

/** Reads the section around a paragraph: as many paragraphs as one message holds, and a button to the next ones. */
export const section: ComponentHandler = {
  async handle(input, { library: { current: library } }) {
    const found = resolveTarget(input, library);
    if (found.kind !== 'found') return found;
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
