import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Answer, Passage } from '../answer/answer.ts';
import { slice } from '../corpus/span.ts';
import { citationMarkdown } from './citation.ts';
import { escapeMarkdown } from './escape.ts';
import { quotePassage } from './quote-passage.ts';
import { type Reply, type ReplyFile, TEXT_LIMIT } from './reply.ts';
import { shorten } from './shorten.ts';
import { textDisplay } from './text.ts';

/** Nearest passages shown when none answers. */
const MOST_RELATED = 3;
const QUESTION_LIMIT = 300;
const MISSING_LIMIT = 400;
/** Discord's limit for the address of a link button. */
const LINK_LIMIT = 512;

/** The message for `answer` to `question`, from the library of content `version`. */
export function renderAnswer(answer: Answer, question: string, version: string): Reply {
  const heading = `-# ${escapeMarkdown(shorten(question, QUESTION_LIMIT) || '(no question)')}`;
  const verdict = verdictMarkdown(answer);
  const intro = textDisplay(verdict === '' ? heading : `${heading}\n${verdict}`);
  let room = TEXT_LIMIT - intro.content.length;
  const components: APIMessageTopLevelComponent[] = [intro];
  const files: ReplyFile[] = [];
  for (const passage of shownPassages(answer)) {
    const shown = renderPassage(passage, version, room);
    if (!shown) continue;
    components.push({ type: ComponentType.Container, components: shown.components });
    files.push(...shown.files);
    room -= shown.length;
  }
  return { components, files };
}

function verdictMarkdown(answer: Answer): string {
  switch (answer.kind) {
    case 'quoted':
      return '';
    case 'related':
      return `**The reports do not answer this.** ${missingMarkdown(answer.missing)}\nThe nearest passages, **not an answer**:`;
    case 'none':
      return answer.missing.length > 0
        ? `**The reports do not answer this.** ${missingMarkdown(answer.missing)}`
        : '**There is nothing to look for in this question.** Ask with a name, a number or a word from the reports.';
  }
}

function missingMarkdown(missing: readonly string[]): string {
  if (missing.length === 0) return '';
  return `Nowhere in the reports: ${escapeMarkdown(shorten(missing.map((word) => `“${word}”`).join(', '), MISSING_LIMIT))}.`;
}

function shownPassages(answer: Answer): readonly Passage[] {
  switch (answer.kind) {
    case 'quoted':
      return [withoutNeedlessMark(answer.passages[0])];
    case 'related':
      return answer.passages.slice(0, MOST_RELATED).map(withoutMark);
    case 'none':
      return [];
  }
}

/** What is not an answer has no answering sentence to mark. */
const withoutMark = ({ sentence: _, ...passage }: Passage): Passage => passage;

/** A paragraph of one sentence all in bold would only be loud. */
const withoutNeedlessMark = (passage: Passage): Passage =>
  passage.paragraph.sentences.length > 1 ? passage : withoutMark(passage);

interface RenderedPassage {
  readonly components: APIComponentInContainer[];
  readonly files: readonly ReplyFile[];
  /** Characters used of the message's text. */
  readonly length: number;
}

/** Undefined when `room` characters do not even hold the citation. */
function renderPassage(passage: Passage, version: string, room: number): RenderedPassage | undefined {
  const { report, paragraph } = passage;
  const citation = `-# ${citationMarkdown(passage, version)}`;
  const quote = quotePassage(passage, room - citation.length);
  const texts = [...quote.markdown, citation];
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (length > room) return undefined;
  const components: APIComponentInContainer[] = texts.map(textDisplay);
  const files: ReplyFile[] = [];
  if (!quote.whole) {
    const name = `${report.id}-paragraph-${paragraph.number}.txt`;
    files.push({ name, text: slice(report.body, paragraph.span) });
    components.push({ type: ComponentType.File, file: { url: `attachment://${name}` } });
  }
  if (report.url !== undefined && report.url.length <= LINK_LIMIT) {
    components.push({
      type: ComponentType.ActionRow,
      components: [
        { type: ComponentType.Button, style: ButtonStyle.Link, label: 'Open the source', url: report.url },
      ],
    });
  }
  return { components, files, length };
}
