import { partParagraph } from './part-paragraph.ts';
import { findSentences } from '../text/sentence-spans.ts';
import type { Paragraph } from './report.ts';
import { shiftSpan, type Span, trimSpan } from '../text/span.ts';
import { hasVisible } from '../text/white-space.ts';
import type { Task } from '../text/cooperative-task.ts';

/** As in CommonMark: at most three spaces before the signs, a blank after them, closing signs not part of it. */
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/u;
const HEADING_SIGNS = /^ {0,3}#{1,6}|[ \t]#+[ \t]*$/gu;

/** A longer line is text, whatever sign it begins with. In UTF-16 code units. */
const LONGEST_HEADING = 1000;

/**
 * The paragraphs of a body with LF line ends, counted as a reader counts them: blocks of lines between blank lines
 * and headings, one that is far too long to quote in parts. Spans are ranges of `body`, without white space at their
 * edges. A task, because finding the sentences of megabytes takes seconds.
 *
 * @throws RangeError when `language` is not a language tag
 */
export function* findParagraphs(body: string, language: string): Task<readonly Paragraph[]> {
  const paragraphs: Paragraph[] = [];
  let heading: string | undefined;
  let block: Span | undefined;
  function* close(): Task<void> {
    if (block === undefined) return;
    const { start, end } = trimSpan(body, block);
    block = undefined;
    const sentences = yield* findSentences(body.slice(start, end), language);
    for (const part of partParagraph(sentences, end - start, (each) => each.end - each.start)) {
      const [from, to] = [part[0]?.start ?? 0, part.at(-1)?.end ?? end - start];
      paragraphs.push({
        number: paragraphs.length + 1,
        span: { start: start + from, end: start + to },
        sentences: part.map((each) => shiftSpan(each, start)),
        ...(heading !== undefined && { heading }),
      });
      yield;
    }
  }
  for (const { start, end } of linesOf(body)) {
    const line = body.slice(start, end);
    if (line.length <= LONGEST_HEADING && HEADING.test(line)) {
      yield* close();
      const title = line.trimEnd().replaceAll(HEADING_SIGNS, '').trim();
      heading = title === '' ? undefined : title;
    } else if (yield* isVisible(line)) {
      block = { start: block?.start ?? start, end };
    } else {
      yield* close();
    }
    yield;
  }
  yield* close();
  return paragraphs;
}

function* linesOf(body: string): Generator<Span> {
  for (let start = 0; start <= body.length;) {
    const found = body.indexOf('\n', start);
    const end = found < 0 ? body.length : found;
    yield { start, end };
    start = end + 1;
  }
}

/** Code units between two chances for the event loop: some tenths of a millisecond. */
const CHUNK = 65_536;

function* isVisible(line: string): Task<boolean> {
  for (let from = 0; from < line.length;) {
    const isInPair = /[\uDC00-\uDFFF]/.test(line.charAt(from + CHUNK));
    const to = from + CHUNK + (isInPair ? 1 : 0);
    if (hasVisible(line.slice(from, to))) return true;
    from = to;
    yield;
  }
  return false;
}
