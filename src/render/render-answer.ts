import {
  type APIButtonComponentWithCustomId,
  type APIContainerComponent,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { type Answer, type Passage, shownIn } from '../answer/answer.ts';
import type { Report } from '../corpus/report.ts';
import { listed, wordingFor } from '../i18n/wording.ts';
import { rowOf } from './buttons.ts';
import { readAsLine } from './message-parts.ts';
import { titleMarkdown } from './citation.ts';
import { messageRow, othersRow, voteButtons } from './passage-buttons.ts';
import { escapeMarkdown, truncate } from './quote/escape.ts';
import { type RenderedPassage, renderPassage } from './render-passage.ts';
import { type RenderContext, type Reply, TEXT_LIMIT, textDisplay } from './reply.ts';

/** Characters of markdown for each quotation where several share a message. */
export const SEVERAL_BUDGET = 700;
/** Of two, parts of both say more than all of one. */
const LEAST_BUDGET = 200;
const QUESTION_LIMIT = 200;
const MISSING_LIMIT = 200;

/** What was asked. */
export interface AskedQuestion {
  /** As it was read. */
  readonly question: string;
  /** As it was written, where that was completed to `question`. */
  readonly written?: string;
  /** The one report that was asked, if only one was. */
  readonly report?: Report;
}

/** The message for `answer` to what was `asked`. */
export function renderAnswer(answer: Answer, asked: AskedQuestion, given: RenderContext): Reply {
  const { report } = asked;
  const context = { ...given, isCompleted: asked.written !== undefined };
  const { locale } = context;
  const { answer: say } = wordingFor(locale);
  const intro = (...verdict: readonly string[]) =>
    textDisplay([...askedMarkdown(asked, locale), ...verdict].join('\n'));
  switch (answer.kind) {
    case 'quoted':
      return renderQuoted(answer, intro(...(answer.tied ? [say.tied] : [])), context);
    case 'related': {
      const { passages, missing, noneAnswers } = answer;
      const shown = shownIn(answer).map(withoutMarks);
      const nearest = noneAnswers ? say.noneAnswers : say.nearest;
      const head = intro(unansweredMarkdown(missing, locale, report), nearest);
      return renderSeveral(shown, passages, head, context);
    }
    case 'none': {
      const { missing } = answer;
      const verdict = missing.length > 0 ? unansweredMarkdown(missing, locale, report) : say.nothingAsked;
      return { components: [intro(verdict), ...messageRow(context)] };
    }
  }
}

/** The first line of every answer, or the first two: what was asked, and as what it was read. */
const askedMarkdown = ({ question, written }: AskedQuestion, locale: string): readonly string[] =>
  written === undefined
    ? [questionMarkdown(question, locale)]
    : [
        questionMarkdown(written.replaceAll(/\s+/gu, ' '), locale),
        readAsLine(wordingFor(locale).answer.readAs, escapeMarkdown(question)),
      ];

/** The line that holds what was asked. */
export const questionMarkdown = (question: string, locale: string): string =>
  `-# ${escapeMarkdown(truncate(question, QUESTION_LIMIT) || wordingFor(locale).answer.noQuestion)}`;

function renderQuoted(
  answer: Answer & { kind: 'quoted' },
  intro: APITextDisplayComponent,
  context: RenderContext,
): Reply {
  const { passages } = answer;
  const [first, ...others] = passages;
  const shown = shownIn(answer);
  const { answer: say } = wordingFor(context.locale);
  const votes = voteButtons(context, first);
  if (shown.length > 1) return renderSeveral(shown, passages, intro, context, { votes });
  const { container, around, links, withheld } = renderPassage(context, first);
  return {
    components: [
      intro,
      container,
      ...around,
      ...othersRow(context, others, say.others),
      ...messageRow(context, [...links, ...votes]),
    ],
    withheld,
  };
}

interface SeveralOptions {
  /** Characters of markdown for each quotation. */
  readonly budget?: number;
  readonly votes?: readonly APIButtonComponentWithCustomId[];
}

/** As many of `shown` as fit, in order, and a menu of all the passages. */
export function renderSeveral(
  shown: readonly Passage[],
  passages: readonly Passage[],
  intro: APITextDisplayComponent,
  context: RenderContext,
  { budget = SEVERAL_BUDGET, votes = [] }: SeveralOptions = {},
): Reply {
  const room = TEXT_LIMIT - intro.content.length;
  const render = (each: number) =>
    fittingPassages(
      shown.map((passage) => renderPassage(context, passage, { budget: each })),
      room,
    );
  const most = render(budget);
  const fitting = shown.length === 2 && most.length < 2 ? render(LEAST_BUDGET) : most;
  return {
    components: [
      intro,
      ...fitting.map(withLinks),
      ...othersRow(context, passages, wordingFor(context.locale).answer.open),
      ...messageRow(context, votes),
    ],
    withheld: fitting.flatMap(({ withheld }) => withheld),
  };
}

/** Where several passages share a message, each has its own way to the source. */
const withLinks = ({ container, links }: RenderedPassage): APIContainerComponent => ({
  ...container,
  components: [...container.components, ...rowOf(links)],
});

function fittingPassages(rendered: readonly RenderedPassage[], budget: number): readonly RenderedPassage[] {
  let used = 0;
  const count = rendered.findIndex(({ container }) => (used += textLength(container)) > budget);
  return count < 0 ? rendered : rendered.slice(0, count);
}

const textLength = ({ components }: APIContainerComponent): number =>
  components.reduce(
    (sum, each) => sum + (each.type === ComponentType.TextDisplay ? each.content.length : 0),
    0,
  );

/** What is not an answer has no answering sentence to mark. */
export const withoutMarks = ({ sentence: _, answer: __, ...passage }: Passage): Passage => passage;

function unansweredMarkdown(missing: readonly string[], locale: string, report?: Report): string {
  const { answer: say } = wordingFor(locale);
  const verdict = report === undefined ? say.unanswered : say.unansweredBy(titleMarkdown(report));
  return [verdict, ...missingMarkdown(missing, locale, report)].join(' ');
}

/** A sentence on the words that the reports, or the one `report`, lack; empty when they lack none. */
export function missingMarkdown(
  missing: readonly string[],
  locale: string,
  report?: Report,
): readonly string[] {
  if (missing.length === 0) return [];
  const { answer: say, inQuotes } = wordingFor(locale);
  const words = escapeMarkdown(truncate(listed(locale, missing.map(inQuotes)), MISSING_LIMIT));
  return [report === undefined ? say.missing(words) : say.missingFrom(titleMarkdown(report), words)];
}
