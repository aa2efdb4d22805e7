import type { Report } from '../../corpus/report.ts';
import { wordingFor } from '../../i18n/wording.ts';
import { isGraphemeBorder } from '../../text/segmentation.ts';
import { type Span, slice } from '../../text/span.ts';
import { quoteMarkdown } from './escape.ts';
import { verifyQuote } from './verify-quote.ts';

/** A block of markdown: a quotation, or a sentence in its place. */
export interface QuotedSpan {
  readonly markdown: string;
  /** Why it is no quotation, for the log; empty when it is one. */
  readonly withheld: readonly string[];
}

/**
 * The quotation of `span`, or a sentence for the reader in its place when Discord would not show it exactly. Of
 * `marked`, ranges of the body that do not touch each other, those inside `span` are in bold; of `answer`, words
 * inside one of them, what is less than all of it is underlined. The quotation matters more than its marks: those
 * with which it would not be exact are left out.
 */
export function quoteOrWithhold(
  report: Report,
  span: Span,
  locale: string,
  marked: readonly Span[] = [],
  answer?: Span,
): QuotedSpan {
  const text = slice(report.body, span);
  const inSpan = ({ start, end }: Span): Span => ({ start: start - span.start, end: end - span.start });
  // A quotation that is all bold marks nothing, nor does a sentence that is all underlined.
  const bold = marked
    .filter(({ start, end }) => start >= span.start && end <= span.end && !isSame({ start, end }, span))
    .map(inSpan);
  const underlined = markWords(report.body, span, answer ? [answer] : [])
    .filter((words) => ![span, ...marked].some((whole) => isSame(words, whole)))
    .map(inSpan);
  let why = '';
  for (const marks of [[bold, underlined], [bold], []]) {
    const markdown = quoteMarkdown(text, ...marks);
    const verdict = verifyQuote(markdown, report, span);
    if (verdict.kind === 'exact') return { markdown, withheld: [] };
    ({ why } = verdict);
  }
  const withheld = [`${report.id} ${span.start}-${span.end}: ${why}`];
  return { markdown: wordingFor(locale).passage.withheld, withheld };
}

const isSame = (one: Span, other: Span): boolean => one.start === other.start && one.end === other.end;

/** Each is one of the elements after which Discord stops rendering, and more would mark nothing. */
export const MOST_MARKED = 8;

/**
 * The ranges inside `span` that can be set in bold, at most 8: widened to whole characters (a joiner belongs to the
 * letter before it), one where that makes two touch, and none with white space at an edge. `words` are ranges of
 * `body`, in order, without overlap.
 */
export function markWords(body: string, span: Span, words: readonly Span[]): readonly Span[] {
  const marked: Span[] = [];
  for (const word of words) {
    if (word.start < span.start || word.end > span.end) continue;
    let { start, end } = word;
    while (start > span.start && !isGraphemeBorder(body, start)) start -= 1;
    while (end < span.end && !isGraphemeBorder(body, end)) end += 1;
    const last = marked.at(-1);
    if (last !== undefined && start <= last.end) marked[marked.length - 1] = { start: last.start, end };
    else marked.push({ start, end });
  }
  return marked
    .filter((each) => {
      const text = slice(body, each);
      return text === text.trim();
    })
    .slice(0, MOST_MARKED);
}
