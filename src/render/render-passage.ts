import type { APIButtonComponentWithURL, APIContainerComponent } from 'discord-api-types/v10';
import type { Passage } from '../answer/answer.ts';
import { wordingFor } from '../i18n/wording.ts';
import { type Span, slice } from '../text/span.ts';
import type { Row } from './buttons.ts';
import { citationMarkdown } from './citation.ts';
import { aroundRows, linkButtons, messageRow } from './passage-buttons.ts';
import { escapeMarkdown } from './quote/escape.ts';
import { splitPassage } from './quote/passage-parts.ts';
import { quoteOrWithhold } from './quote/quote-span.ts';
import { container, type RenderContext } from './reply.ts';

/** Characters of markdown for one quotation. The rest of the message's 4,000 holds what else can be at its longest. */
export const QUOTE_BUDGET = 2000;
/** A longer sentence before, or a longer name, is left out: the buttons lead to it. In characters of markdown. */
const BEFORE_LIMIT = 400;
const SPEAKER_LIMIT = 300;

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

/**
 * Quotes a passage word for word, its answering sentence in bold and the words in it that answer underlined, below the
 * one who says it, and below the sentence before where the passage cannot be understood without it. `part`: which part
 * of a paragraph that exceeds `budget`, from 1; absent: the one with the answer.
 */
export function renderPassage(
  context: RenderContext,
  passage: Passage,
  { budget = QUOTE_BUDGET, part }: { readonly budget?: number; readonly part?: number } = {},
): RenderedPassage {
  const { library, locale } = context;
  const { passage: say } = wordingFor(locale);
  const { report, paragraph, sentence, answer, before } = passage;
  const parts = splitPassage(report, paragraph, budget);
  const index =
    part === undefined ? partOf(parts, answer ?? sentence) : Math.min(Math.max(part, 1), parts.length) - 1;
  const shown = parts[index] ?? paragraph.span;
  const quotation = quoteOrWithhold(report, shown, locale, sentence && [sentence], answer);
  const preceding = (before && index === 0 ? [quoteOrWithhold(report, before, locale)] : []).filter(
    ({ markdown }) => markdown.length <= BEFORE_LIMIT,
  );
  const links = linkButtons(context, report, ...(answer ? [answer] : []), sentence ?? paragraph.span);
  return {
    container: container([
      ...preceding.map(({ markdown }) => `-# ${say.sentenceBefore}\n${markdown}`),
      ...speakerMarkdown(passage, shown, locale),
      quotation.markdown,
      ...(parts.length > 1 ? [`-# ${say.part(index + 1, parts.length)}`] : []),
      citationMarkdown(passage, library.version, locale),
    ]),
    around: aroundRows(context, passage, index + 1, parts.length),
    links,
    message: messageRow(context, links),
    withheld: [...preceding, quotation].flatMap(({ withheld }) => withheld),
  };
}

/**
 * The line that names who says it, in the report's own words; none when nobody is named for certain, or when what is
 * quoted begins with the name.
 */
function speakerMarkdown(
  { report, speaker, sentence }: Passage,
  shown: Span,
  locale: string,
): readonly string[] {
  if (speaker?.start === shown.start && (sentence ?? shown).start === shown.start) return [];
  const name = speaker ? escapeMarkdown(slice(report.body, speaker)) : '';
  return name === '' || name.length > SPEAKER_LIMIT || name.includes('\n')
    ? []
    : [wordingFor(locale).passage.saidBy(name)];
}

const partOf = (parts: readonly Span[], span: Span | undefined): number =>
  Math.max(
    0,
    parts.findIndex(({ end }) => span !== undefined && span.start < end),
  );
