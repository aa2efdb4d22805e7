import type { Paragraph, Report } from '../../corpus/report.ts';
import { findCut, skipSpace } from '../../text/cut-text.ts';
import { type Span, slice } from '../../text/span.ts';
import { quoteMarkdown } from './escape.ts';
import { findExcess } from './unrenderable.ts';

/** Any part may have its answering sentence in bold, and words of it underlined. */
const MARKS = '**____**'.length;
/** Enough for one character of any plane, escaped and marked, after "> ". */
const LEAST_BUDGET = 16;

/**
 * Splits a paragraph into parts of at most `budget` characters of markdown each, as marked quotations, and of no
 * more lines, emoji and combining marks than Discord renders. Parts end at sentences; a sentence that is too long alone
 * is split between words, a word between characters. A part has no white space at its edges; together the parts hold all else
 * of the paragraph, in order. The same paragraph and budget give the same parts. A paragraph that fits is one part.
 *
 * @throws RangeError when `budget` is below 16
 */
export function splitPassage(report: Report, paragraph: Paragraph, budget: number): readonly Span[] {
  if (!(budget >= LEAST_BUDGET))
    throw new RangeError(`budget is ${budget}, wanted at least ${LEAST_BUDGET} characters`);
  const { body, language } = report;
  const { end } = paragraph.span;
  const parts: Span[] = [];
  let sentence = 0;
  for (let { start } = paragraph.span; start < end;) {
    const limit = furthestFit(body, start, end, budget);
    let partEnd: number | undefined = limit === end ? end : undefined;
    for (; (paragraph.sentences[sentence]?.end ?? Infinity) <= limit; sentence++) {
      partEnd = paragraph.sentences[sentence]?.end;
    }
    partEnd ??= findCut(body, { start, end: limit }, language);
    parts.push({ start, end: partEnd });
    start = skipSpace(body, partEnd, end);
  }
  return parts;
}

/** The largest offset up to which the text from `start` fits, at least one character further. */
function furthestFit(body: string, start: number, end: number, budget: number): number {
  const fits = (at: number): boolean => {
    const text = slice(body, { start, end: at });
    return quoteMarkdown(text).length + MARKS <= budget && findExcess(text) === undefined;
  };
  // Markdown is never shorter than its text, so that the time depends on the size of the part, not of the paragraph.
  let high = Math.min(end, start + budget);
  if (fits(high)) return high;
  let low = start + 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
