import { type APITextDisplayComponent, ComponentType } from 'discord-api-types/v10';
import type { Passage } from '../answer/answer.ts';
import type { Paragraph, Report } from '../corpus/report.ts';
import { commandName, type Wording, wordingFor } from '../i18n/wording.ts';
import type { QuotationCheck, QuotationPlace } from '../quotation/check-quotation.ts';
import type { Span } from '../text/span.ts';
import { escapeMarkdown, truncate } from './quote/escape.ts';
import { renderSeveral, SEVERAL_BUDGET } from './render-answer.ts';
import { kindsOf, renderComparison, typographyLines } from './render-comparison.ts';
import { renderPassage } from './render-passage.ts';
import { type RenderContext, type Reply, TEXT_LIMIT, textDisplay } from './reply.ts';

const QUOTE_LIMIT = 150;
/** Characters of markdown: for a quotation at most and at least, and for all else at its longest. */
const MOST_BUDGET = 1500;
const LEAST_BUDGET = 400;
const RESERVED = 1700;
const COMPARISON_BUDGET = 1100;
const MOST_SHOWN = 3;
const COMPARISON_FILE = 'comparison.txt';

/** The message for what a check of `quote` found. */
export function renderQuotation(check: QuotationCheck, quote: string, context: RenderContext): Reply {
  const wording = wordingFor(context.locale);
  const { verify: say } = wording;
  // Other than the line of a question, which "Ask again" would ask.
  const head = `**${say.head}** ${escapeMarkdown(truncate(quote, QUOTE_LIMIT) || say.noText)}`;
  switch (check.kind) {
    case 'exact': {
      const parts = check.places[0].spans.length;
      const how = parts > 1 ? say.inParts(parts) : say.inOne;
      return renderPlaces(check, [head, `${say.exact} ${how} ${say.proves}`], context);
    }
    case 'typographic': {
      return renderPlaces(
        check,
        [head, say.sameWords, ...typographyLines(check.differences, wording)],
        context,
      );
    }
    case 'differs':
      return renderDifference(check, head, quote, context);
    case 'not-found':
      return note([head, say.notFound(commandName(wording, 'sources'))]);
    case 'too-short':
      return note([head, shortSentence(check.total, say)]);
  }
}

const note = (lines: readonly string[]): Reply => ({ components: [textDisplay(lines.join('\n'))] });

type Say = Wording['verify'];

/** The check counts no further than this. */
const MOST_PLACES = 100;

function shortSentence(total: number, say: Say): string {
  if (total === 0) return say.noWords;
  return total >= MOST_PLACES ? say.muchTooShort : say.tooShort(total);
}

function renderPlaces(
  { places, total }: QuotationCheck & { kind: 'exact' | 'typographic' },
  lines: readonly string[],
  context: RenderContext,
): Reply {
  const passages = eachOnce(
    places.flatMap(({ report, paragraphs, spans }) =>
      paragraphs.map((paragraph) => toPassage(context, report, paragraph, spans)),
    ),
  );
  const first = passages[0];
  const { verify: say, passage } = wordingFor(context.locale);
  const named = placeNames(places, passage);
  const more = total - places.length;
  const where = more > 0 ? say.foundInAnd(named, more) : say.foundIn(named);
  const intro = textDisplay([...lines, `-# ${where}`].join('\n'));
  if (first !== undefined && passages.length === 1) {
    const { container, around, message, withheld } = renderPassage(context, first, {
      budget: budgetBelow(intro),
    });
    return { components: [intro, container, ...around, ...message], withheld };
  }
  const budget = Math.min(SEVERAL_BUDGET, budgetBelow(intro));
  const options = passages.slice(0, MOST_OPTIONS);
  return renderSeveral(passages.slice(0, MOST_SHOWN), options, intro, context, { budget });
}

/** The message's characters that `intro` leaves for a quotation. */
const budgetBelow = ({ content }: APITextDisplayComponent): number =>
  Math.max(LEAST_BUDGET, Math.min(MOST_BUDGET, TEXT_LIMIT - RESERVED - content.length));

/** A menu takes each place once, and a person needs no paragraph twice. */
const eachOnce = (passages: readonly Passage[]): readonly Passage[] =>
  [...new Map(passages.toReversed().map((passage) => [passage.paragraph, passage])).values()].reverse();

/** Discord's limit for the options of a menu. */
const MOST_OPTIONS = 25;
const TITLE_LIMIT = 60;

const placeNames = (places: readonly QuotationPlace[], say: Wording['passage']): string =>
  places
    .map(({ report, paragraphs }) => {
      const [first, last] = [paragraphs[0].number, paragraphs.at(-1)?.number];
      const numbers = say.range(`¶ ${first}`, `¶ ${last}`);
      return `${escapeMarkdown(truncate(report.title, TITLE_LIMIT))}, ${numbers}`;
    })
    .join('; ');

/** The paragraph with what the quotation covers of it, from the first word to the last, as its marked sentence. */
function toPassage(
  { library }: RenderContext,
  report: Report,
  paragraph: Paragraph,
  spans: readonly Span[],
): Passage {
  const { start, end } = paragraph.span;
  const inside = spans.filter((span) => span.start < end && span.end > start);
  const from = Math.max(start, Math.min(...inside.map((span) => span.start)));
  const to = Math.min(end, Math.max(...inside.map((span) => span.end)));
  return library.attribute({
    report,
    paragraph,
    score: 0,
    ...(from < to && { sentence: { start: from, end: to } }),
  });
}

function renderDifference(
  { why, report, comparisons }: QuotationCheck & { kind: 'differs' },
  head: string,
  quote: string,
  context: RenderContext,
): Reply {
  const nearest = comparisons.find(({ paragraphs }) => paragraphs.length > 0);
  const paragraph = nearest?.paragraphs[0];
  const { verify: say } = wordingFor(context.locale);
  const compared = renderComparison(comparisons, report.body, quote, COMPARISON_BUDGET, context.locale);
  const left = compared.omitted;
  const verdict = why === 'order' ? say.order : say.differs;
  const typography = comparisons.flatMap((each) => each.typography);
  const intro = textDisplay(
    [
      head,
      verdict,
      ...(why === 'words' ? [compared.markdown] : []),
      ...(typography.length > 0 ? [`-# ${say.alsoTypography(kindsOf(typography, context.locale))}`] : []),
      ...(left > 0 ? [`-# ${say.omitted(left)}`] : []),
    ].join('\n'),
  );
  if (nearest === undefined || paragraph === undefined) return { components: [intro] };
  const passage = toPassage(context, report, paragraph, nearest.span ? [nearest.span] : []);
  // A file belongs to one message: what is shared would lack it.
  const audience = left > 0 ? 'direct' : context.audience;
  const view = renderPassage({ ...context, audience }, passage, { budget: budgetBelow(intro) });
  return {
    components: [
      intro,
      ...(left > 0
        ? [{ type: ComponentType.File as const, file: { url: `attachment://${COMPARISON_FILE}` } }]
        : []),
      textDisplay(`-# ${say.nearest}`),
      view.container,
      ...view.around,
      ...view.message,
    ],
    ...(left > 0 && { files: [{ name: COMPARISON_FILE, text: `${compared.text}\n` }] }),
    withheld: view.withheld,
  };
}
