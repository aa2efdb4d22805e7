import type { Paragraph, Report } from '../../corpus/report.ts';
import { shiftSpan } from '../../text/span.ts';
import { findQuotations, type Quotation } from './quotations.ts';

/** The quotations of one paragraph, with spans of the body. */
export interface Quoted {
  readonly quotations: readonly Quotation[];
  /** Whether the first quotation runs on from the paragraph before. */
  readonly continues: boolean;
}

const OPENING = /^\s*["“„«»‘]/u;

const shift = ({ outer, inner }: Quotation, by: number): Quotation => ({
  outer: shiftSpan(outer, by),
  inner: shiftSpan(inner, by),
});

/**
 * Each paragraph with its quotations. One left open runs on when the next paragraph, under the same heading, opens one
 * again.
 */
export function* quoteParagraphs({
  body,
  paragraphs,
}: Report): Generator<{ readonly paragraph: Paragraph; readonly quoted: Quoted }> {
  let open = false;
  for (const [index, paragraph] of paragraphs.entries()) {
    const { span, heading } = paragraph;
    const text = body.slice(span.start, span.end);
    const { closed, unclosed } = findQuotations(text);
    const next = paragraphs[index + 1];
    const continues = open;
    open =
      unclosed !== undefined &&
      next !== undefined &&
      next.heading === heading &&
      OPENING.test(body.slice(next.span.start, next.span.start + 8));
    const end = text.length;
    const runningOn =
      open && unclosed !== undefined
        ? [{ outer: { start: unclosed, end }, inner: { start: unclosed + 1, end } }]
        : [];
    const quotations = [
      ...closed.filter(({ outer }) => !open || outer.end <= (unclosed ?? end)),
      ...runningOn,
    ];
    yield { paragraph, quoted: { quotations: quotations.map((each) => shift(each, span.start)), continues } };
  }
}
