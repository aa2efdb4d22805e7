import type { Paragraph, Report } from '../../corpus/report.ts';
import { shiftSpan, slice } from '../../text/span.ts';
import { findQuotations, type Quotation } from './quotations.ts';

/** A paragraph and its quotations, with spans of the body. */
export interface QuotedParagraph {
  readonly paragraph: Paragraph;
  readonly quotations: readonly Quotation[];
  /** Whether the first quotation runs on from the paragraph before. */
  readonly continues: boolean;
}

const OPENING = /^\s*(?:''|["“„«»‘])/u;

/**
 * Each paragraph with its quotations. One left open runs on when the next paragraph, under the same heading, opens one
 * again.
 */
export function* quoteParagraphs({ body, paragraphs }: Report): Generator<QuotedParagraph> {
  let continues = false;
  for (const [index, paragraph] of paragraphs.entries()) {
    const text = slice(body, paragraph.span);
    const { closed, unclosed } = findQuotations(text);
    const next = paragraphs[index + 1];
    const opens = next && next.heading === paragraph.heading && OPENING.test(slice(body, next.span));
    const found =
      unclosed !== undefined && opens
        ? [...closed.filter(({ outer }) => outer.end <= unclosed.outer.start), unclosed]
        : closed;
    const quotations = found.map(({ outer, inner }) => ({
      outer: shiftSpan(outer, paragraph.span.start),
      inner: shiftSpan(inner, paragraph.span.start),
    }));
    yield { paragraph, quotations, continues };
    continues = found !== closed;
  }
}
