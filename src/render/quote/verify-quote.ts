import type { Report } from '../../corpus/report.ts';
import { isGraphemeBorder } from '../../text/segmentation.ts';
import { type Span, slice } from '../../text/span.ts';
import { readShownQuote } from './shown-text.ts';
import { findUnrenderable } from './unrenderable.ts';

/** `why` is a clause for the log: what is wrong, without the report's name. */
export type QuoteVerdict = { readonly kind: 'exact' } | { readonly kind: 'withheld'; readonly why: string };

/**
 * Whether Discord will show `markdown`, a quotation, as exactly `span` of the report's body. A wrong character is
 * worse than a refusal: what is not certain is withheld. Takes linear time and does not throw on any input.
 */
export function verifyQuote(markdown: string, { body }: Pick<Report, 'body'>, span: Span): QuoteVerdict {
  const why = findSpanProblem(body, span) ?? findTextProblem(markdown, slice(body, span));
  return why === undefined ? { kind: 'exact' } : { kind: 'withheld', why };
}

function findSpanProblem(body: string, { start, end }: Span): string | undefined {
  const range = `the span ${start} to ${end}`;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return `${range} is not of whole numbers`;
  if (start < 0 || end > body.length || start >= end) {
    return `${range} is no part of a body of ${body.length} characters`;
  }
  return isGraphemeBorder(body, start) && isGraphemeBorder(body, end)
    ? undefined
    : `${range} cuts a character in two`;
}

function findTextProblem(markdown: string, text: string): string | undefined {
  const unrenderable = findUnrenderable(text);
  if (unrenderable !== undefined) return unrenderable;
  const shown = readShownQuote(markdown);
  if (shown.kind === 'unsure') return shown.why;
  if (shown.text !== text)
    return `Discord would show another text from character ${differsAt(shown.text, text)} on`;
  const edges = [...shown.bold, ...shown.underlined].flatMap(({ start, end }) => [start, end]);
  return edges.every((edge) => isGraphemeBorder(text, edge))
    ? undefined
    : 'bold or underlining cuts a character in two';
}

/** Counted from 1. */
function differsAt(shown: string, text: string): number {
  let at = 0;
  while (at < text.length && shown[at] === text[at]) at += 1;
  return at + 1;
}
