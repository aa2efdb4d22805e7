import { findSentences } from '../text/sentence-spans.ts';
import type { Paragraph } from './report.ts';
import { shiftSpan, slice, type Span, trimSpan } from '../text/span.ts';
import { hasVisible } from '../text/white-space.ts';
import { runSync, type Task } from '../text/cooperative-task.ts';

/** As in CommonMark: at most three spaces before the signs, a blank after them, closing signs not part of it. */
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/u;
const HEADING_SIGNS = /^ {0,3}#{1,6}|[ \t]#+[ \t]*$/gu;

/**
 * The paragraphs of a body with LF line ends, counted as a reader counts them: blocks of lines between blank lines
 * and headings. Spans are ranges of `body`, without white space at their edges.
 *
 * @throws RangeError when `language` is not a language tag
 */
export const findParagraphs = (body: string, language: string): readonly Paragraph[] =>
  runSync(paragraphsOf(body, language));

/** As `findParagraphs`, as a task: finding the sentences of megabytes takes seconds. */
export function* paragraphsOf(body: string, language: string): Task<readonly Paragraph[]> {
  const paragraphs: Paragraph[] = [];
  let heading: string | undefined;
  let block: Span | undefined;
  function* close(): Task<void> {
    if (block === undefined) return;
    paragraphs.push(yield* createParagraph(paragraphs.length + 1, body, block, language, heading));
    block = undefined;
  }
  for (const line of linesOf(body)) {
    const text = body.slice(line.start, line.end);
    if (HEADING.test(text)) {
      yield* close();
      const title = text.trimEnd().replaceAll(HEADING_SIGNS, '').trim();
      heading = title === '' ? undefined : title;
    } else if (hasVisible(text)) {
      block = { start: block?.start ?? line.start, end: line.end };
    } else {
      yield* close();
    }
  }
  yield* close();
  return paragraphs;
}

function* createParagraph(
  number: number,
  body: string,
  block: Span,
  language: string,
  heading: string | undefined,
): Task<Paragraph> {
  const span = trimSpan(body, block);
  const sentences = yield* findSentences(slice(body, span), language);
  const found = { number, span, sentences: sentences.map((each) => shiftSpan(each, span.start)) };
  return heading === undefined ? found : { ...found, heading };
}

/** Without their line feeds. */
function* linesOf(text: string): Generator<Span> {
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    yield { start, end };
    start = end + 1;
  }
  yield { start, end: text.length };
}
