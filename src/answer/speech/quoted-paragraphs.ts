import type { Report } from '../../corpus/report.ts';
import { findQuotations, type Quotation } from './quotations.ts';

/** The quotations of one paragraph, with spans of the body. */
export interface Quoted {
  readonly quotations: readonly Quotation[];
  /** Whether the first quotation runs on from the paragraph before. */
  readonly continues: boolean;
}

const OPENING = /^\s*["“„«»‘]/u;

const shift = ({ outer, inner }: Quotation, by: number): Quotation => ({
  outer: { start: outer.start + by, end: outer.end + by },
  inner: { start: inner.start + by, end: inner.end + by },
});

/** A quotation left open runs on when the next paragraph, under the same heading, opens one again. */
export const quoteParagraphs = ({ body, paragraphs }: Report): Quoted[] => {
  let open = false;
  return paragraphs.map(({ span, heading }, index) => {
    const text = body.slice(span.start, span.end);
    const { closed, unclosed } = findQuotations(text);
    const next = paragraphs[index + 1];
    const continues = open;
    open =
      unclosed !== undefined &&
      next !== undefined &&
      next.heading === heading &&
      OPENING.test(body.slice(next.span.start, next.span.start + 8));
    if (!open || unclosed === undefined) {
      return { quotations: closed.map((quotation) => shift(quotation, span.start)), continues };
    }
    const outer = { start: unclosed, end: text.length };
    const whole = [
      ...closed.filter((quotation) => quotation.outer.end <= unclosed),
      { outer, inner: { start: unclosed + 1, end: text.length } },
    ];
    return { quotations: whole.map((quotation) => shift(quotation, span.start)), continues };
  });
};
