import type { ComponentHandler } from '../command.ts';
import { othersIn, questionPart } from '../../render/message-parts.ts';
import { renderPassage } from '../../render/render-passage.ts';
import { renderSection } from '../../render/render-reading.ts';
import { resolveTarget } from './button-notes.ts';

/** Shows a paragraph, or a part of it, on its own. */
export const passage: ComponentHandler = {
  isReading: true,
  async handle(input, { library }) {
    const found = resolveTarget(input, library);
    if (found.kind !== 'found') return found;
    const { report, paragraph, part } = found;
    const audience = input.audience === 'public' ? 'private' : input.audience;
    await library.prepare([report]);
    const attributed = library.attribute({ report, paragraph, score: 0 });
    const view = renderPassage({ library, locale: input.locale, audience }, attributed, { part });
    const { components } = input.message;
    return {
      kind: 'show',
      reply: {
        components: [
          ...questionPart(components),
          view.container,
          ...view.around,
          ...othersIn(components),
          ...view.message,
        ],
        withheld: view.withheld,
      },
    };
  },
};

/** The menu of other passages: the value that is chosen is the target. */
export const others: ComponentHandler = {
  isReading: true,
  handle: (input, context) => passage.handle({ ...input, argument: input.values[0] ?? '' }, context),
};

/** Reads the section around a paragraph: as many paragraphs as one message holds, and a button to the next ones. */
export const section: ComponentHandler = {
  isReading: true,
  async handle(input, { library }) {
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
