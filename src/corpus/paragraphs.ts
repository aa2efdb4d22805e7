import { findSentences } from '../text/sentence-spans.ts';
import type { Paragraph } from './report.ts';
import { shiftSpan, slice, type Span, trimSpan } from '../text/span.ts';
import { hasVisible } from '../text/white-space.ts';
import type { Task } from '../text/cooperative-task.ts';

/** As in CommonMark: at most three spaces before the signs, a blank after them, closing signs not part of it. */
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/u;
const HEADING_SIGNS = /^ {0,3}#{1,6}|[ \t]#+[ \t]*$/gu;

const LINE = /^[^\n]*$/gmu;

/**
 * The paragraphs of a body with LF line ends, counted as a reader counts them: blocks of lines between blank lines
 * and headings. Spans are ranges of `body`, without white space at their edges. A task, because finding the sentences
 * of megabytes takes seconds.
 *
 * @throws RangeError when `language` is not a language tag
 */
export function* findParagraphs(body: string, language: string): Task<readonly Paragraph[]> {
  const paragraphs: Paragraph[] = [];
  let heading: string | undefined;
  let block: Span | undefined;
  function* close(): Task<void> {
    if (block === undefined) return;
    const span = trimSpan(body, block);
    const sentences = yield* findSentences(slice(body, span), language);
    paragraphs.push({
      number: paragraphs.length + 1,
      span,
      sentences: sentences.map((each) => shiftSpan(each, span.start)),
      ...(heading !== undefined && { heading }),
    });
    block = undefined;
  }
  for (const { 0: line, index: start } of body.matchAll(LINE)) {
    if (HEADING.test(line)) {
      yield* close();
      const title = line.trimEnd().replaceAll(HEADING_SIGNS, '').trim();
      heading = title === '' ? undefined : title;
    } else if (hasVisible(line)) {
      block = { start: block?.start ?? start, end: start + line.length };
    } else {
      yield* close();
    }
  }
  yield* close();
  return paragraphs;
}
