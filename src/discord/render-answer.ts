import { type APIContainerComponent, type APITextDisplayComponent, ComponentType } from 'discord.js';
import type { Answer, Passage } from '../answer/answer.ts';
import { escapeMarkdown } from './escape.ts';
import { messageRow, othersRow, row } from './passage-controls.ts';
import type { RenderContext } from './render-context.ts';
import { renderDisagreement } from './render-disagreement.ts';
import { type Frame, renderPassage } from './render-passage.ts';
import { type Reply, TEXT_LIMIT } from './reply.ts';
import { shorten } from './shorten.ts';
import { textDisplay } from './text.ts';

/** Nearest passages shown when none answers, and the room of each quotation. */
const MOST_RELATED = 3;
const RELATED_ROOM = 700;
const QUESTION_LIMIT = 200;
const MISSING_LIMIT = 200;

/** The message for `answer` to `question`. */
export function renderAnswer(answer: Answer, question: string, context: RenderContext): Reply {
  const intro = textDisplay([questionMarkdown(question), ...verdictMarkdown(answer)].join('\n'));
  switch (answer.kind) {
    case 'quoted':
      return renderQuoted(answer, intro, context);
    case 'related':
      return renderRelated(answer.passages, intro, context);
    case 'none':
      return { components: [intro, ...messageRow(context)] };
  }
}

/** The first line of every answer: what was asked. */
export const questionMarkdown = (question: string): string =>
  `-# ${escapeMarkdown(shorten(question, QUESTION_LIMIT) || '(no question)')}`;

function renderQuoted(
  answer: Answer & { kind: 'quoted' },
  intro: APITextDisplayComponent,
  context: RenderContext,
): Reply {
  const [first, ...others] = answer.passages;
  if (answer.disagreement) {
    const sides = renderDisagreement(answer.disagreement, context);
    return renderSeveral(sides, answer.passages, intro, context);
  }
  if (answer.tied) {
    const both = answer.passages
      .slice(0, 2)
      .map((passage) => renderPassage(context, passage, { room: RELATED_ROOM }));
    return renderSeveral(both, answer.passages, intro, context);
  }
  const { container, around, message, inexact } = renderPassage(context, first);
  return {
    components: [
      intro,
      container,
      ...around,
      ...othersRow(context, others, 'Other passages found'),
      ...message,
    ],
    inexact,
  };
}

function renderRelated(
  passages: readonly Passage[],
  intro: APITextDisplayComponent,
  context: RenderContext,
): Reply {
  const nearest = passages
    .slice(0, MOST_RELATED)
    .map((passage) => renderPassage(context, withoutMark(passage), { room: RELATED_ROOM }));
  return renderSeveral(nearest, passages, intro, context);
}

/** As many frames as fit, in order, and a menu of all the passages. */
export function renderSeveral(
  frames: readonly Frame[],
  passages: readonly Passage[],
  intro: APITextDisplayComponent,
  context: RenderContext,
): Reply {
  const fitting = fittingFrames(frames, TEXT_LIMIT - intro.content.length);
  return {
    components: [
      intro,
      ...fitting.map(withLinks),
      ...othersRow(context, passages, 'Open one of the passages found'),
      ...messageRow(context),
    ],
    inexact: fitting.flatMap(({ inexact }) => inexact),
  };
}

/** Where several passages share a message, each has its own way to the source. */
const withLinks = ({ container, links }: Frame): APIContainerComponent =>
  links.length > 0 ? { ...container, components: [...container.components, row(links)] } : container;

function fittingFrames(frames: readonly Frame[], room: number): readonly Frame[] {
  let used = 0;
  const count = frames.findIndex(({ container }) => (used += textLength(container)) > room);
  return count < 0 ? frames : frames.slice(0, count);
}

const textLength = ({ components }: APIContainerComponent): number =>
  components.reduce(
    (sum, each) => sum + (each.type === ComponentType.TextDisplay ? each.content.length : 0),
    0,
  );

/** What is not an answer has no answering sentence to mark. */
const withoutMark = ({ sentence: _, ...passage }: Passage): Passage => passage;

function verdictMarkdown(answer: Answer): readonly string[] {
  switch (answer.kind) {
    case 'quoted':
      if (answer.disagreement)
        return ['**The reports differ on this.** They are quoted here; which is right, they do not say.'];
      return answer.tied ? ['**Two passages fit this question equally well:**'] : [];
    case 'related':
      return [
        `**The reports do not answer this.**${missingMarkdown(answer.missing)}`,
        'Nearest passages, **not an answer**:',
      ];
    case 'none':
      return [
        answer.missing.length > 0
          ? `**The reports do not answer this.**${missingMarkdown(answer.missing)}`
          : '**There is nothing to look for in this question.** Ask with a name, a number or a word from the reports.',
      ];
  }
}

/** A sentence on the words that the reports lack; empty when they lack none. */
export function missingMarkdown(missing: readonly string[], where = 'the reports'): string {
  if (missing.length === 0) return '';
  const words = shorten(missing.map((word) => `“${word}”`).join(', '), MISSING_LIMIT);
  return ` Nowhere in ${where}: ${escapeMarkdown(words)}.`;
}
