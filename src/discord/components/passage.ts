import type { ComponentHandler } from '../component-handler.ts';
import { othersIn, questionPart } from '../../render/message-parts.ts';
import { renderPassage } from '../../render/render-passage.ts';
import { resolveTarget } from './button-notes.ts';

/** Shows a paragraph, or a part of it, on its own. */
export const passage: ComponentHandler = {
  async handle(input, { library: { current: library } }) {
    const found = resolveTarget(input, library);
    if (found.kind !== 'found') return found;
    const { report, paragraph, part } = found;
    const audience = input.audience === 'public' ? 'private' : input.audience;
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
