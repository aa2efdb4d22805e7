import { othersIn, questionPart } from '../../render/message-parts.ts';
import type { Passage } from '../../answer/answer.ts';
import type { CommandContext } from '../command.ts';
import type { Control, ControlInput, Reaction } from '../control.ts';
import { findTarget } from '../../render/button-target.ts';
import { renderPassage } from '../../render/render-passage.ts';
import { staleNote, unknownButton } from './stale-note.ts';

/** Shows a paragraph, or a part of it, on its own. */
async function showPassage(
  input: ControlInput,
  { library: { current: library } }: CommandContext,
): Promise<Reaction> {
  const found = findTarget(library, input.argument);
  switch (found.kind) {
    case 'changed':
      return staleNote(input, library.version);
    case 'unknown':
      return unknownButton(input.locale);
    case 'found': {
      const passage: Passage = library.attribute({
        report: found.report,
        paragraph: found.paragraph,
        score: 0,
      });
      const audience = input.audience === 'public' ? 'private' : input.audience;
      const view = renderPassage({ library, locale: input.locale, audience }, passage, { part: found.part });
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
    }
  }
}

export const passage: Control = { name: 'passage', react: showPassage };

/** The menu of other passages: its value is a place. */
export const others: Control = { name: 'others', react: showPassage };
