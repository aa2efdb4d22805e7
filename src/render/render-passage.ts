import {
  type APIButtonComponentWithURL,
  type APIContainerComponent,
  ComponentType,
} from 'discord-api-types/v10';
import type { Passage } from '../answer/answer.ts';
import { citationMarkdown } from './citation.ts';
import { aroundRows, linkButtons, messageRow, type Row } from './passage-controls.ts';
import { type QuoteOptions, quotePassage } from './quote/quote-passage.ts';
import type { RenderContext } from './render-context.ts';
import { textDisplay } from './text.ts';

/** Characters of markdown for one quotation. The rest of the message's 4,000 holds what else can be at its longest. */
export const QUOTE_ROOM = 2000;

/** A quotation with its citation. */
export interface Frame {
  readonly container: APIContainerComponent;
  /** To the source. */
  readonly links: readonly APIButtonComponentWithURL[];
  /** Why quotations were left out, for the log. */
  readonly inexact: readonly string[];
}

/** A passage in its frame, and the buttons that go with it. */
export interface RenderedPassage extends Frame {
  readonly around: readonly Row[];
  readonly message: readonly Row[];
}

export function renderPassage(
  context: RenderContext,
  passage: Passage,
  options: Partial<Omit<QuoteOptions, 'locale'>> = {},
): RenderedPassage {
  const { report, paragraph, sentence } = passage;
  const quoted = quotePassage(passage, { room: QUOTE_ROOM, ...options, locale: context.locale });
  const links = linkButtons(report, sentence ?? paragraph.span, context.locale);
  const citation = citationMarkdown(passage, context.library.version, context.locale);
  return {
    container: {
      type: ComponentType.Container,
      components: [...quoted.markdown, citation].map(textDisplay),
    },
    around: aroundRows(context, passage, quoted.part, quoted.parts),
    links,
    message: messageRow(context, links),
    inexact: quoted.inexact,
  };
}
