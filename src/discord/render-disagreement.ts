import { ComponentType } from 'discord.js';
import type { Disagreement } from '../answer/find-disagreement.ts';
import { citationMarkdown } from './citation.ts';
import { linkButtons } from './passage-controls.ts';
import { gated, speakerMarkdown } from './quote-passage.ts';
import type { Frame } from './render-passage.ts';
import type { RenderContext } from './render-context.ts';
import { textDisplay } from './text.ts';

/** The sides of a disagreement, each with the one who says it, what differs in bold, and its citation. */
export const renderDisagreement = (
  { sides }: Disagreement,
  { library, locale }: RenderContext,
): readonly Frame[] =>
  sides.map(({ passage, sentence, differing }) => {
    const { markdown, why } = gated(passage.report, sentence, locale, [differing]);
    const texts = [
      ...speakerMarkdown(passage, locale),
      markdown,
      citationMarkdown(passage, library.version, locale),
    ];
    return {
      container: { type: ComponentType.Container, components: texts.map(textDisplay) },
      links: linkButtons(passage.report, sentence, locale),
      inexact: why === undefined ? [] : [why],
    };
  });
