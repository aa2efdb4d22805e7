import type { APIButtonComponentWithURL, APIContainerComponent } from 'discord-api-types/v10';
import type { Passage } from '../answer/answer.ts';
import type { Row } from './buttons.ts';
import { citationMarkdown } from './citation.ts';
import { aroundRows, linkButtons, messageRow } from './passage-buttons.ts';
import { type QuoteOptions, quotePassage } from './quote/quote-passage.ts';
import { container, type RenderContext } from './reply.ts';

/** Characters of markdown for one quotation. The rest of the message's 4,000 holds what else can be at its longest. */
export const QUOTE_BUDGET = 2000;

/** A quotation with its citation, and the buttons that go with it. */
export interface RenderedPassage {
  readonly container: APIContainerComponent;
  /** To the source. */
  readonly links: readonly APIButtonComponentWithURL[];
  /** Why quotations were left out, for the log. */
  readonly withheld: readonly string[];
  readonly around: readonly Row[];
  readonly message: readonly Row[];
}

export function renderPassage(
  context: RenderContext,
  passage: Passage,
  options: Partial<Omit<QuoteOptions, 'locale'>> = {},
): RenderedPassage {
  const { report, paragraph, sentence } = passage;
  const quoted = quotePassage(passage, { budget: QUOTE_BUDGET, ...options, locale: context.locale });
  const links = linkButtons(context, report, sentence ?? paragraph.span);
  const citation = citationMarkdown(passage, context.library.version, context.locale);
  return {
    container: container([...quoted.markdown, citation]),
    around: aroundRows(context, passage, quoted.part, quoted.parts),
    links,
    message: messageRow(context, links),
    withheld: quoted.withheld,
  };
}
