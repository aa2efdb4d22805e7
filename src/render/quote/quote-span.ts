import type { Passage } from '../../answer/answer.ts';
import type { Report } from '../../corpus/report.ts';
import { wordingFor } from '../../i18n/wording.ts';
import { isGraphemeBorder } from '../../text/segmentation.ts';
import { type Span, slice } from '../../text/span.ts';
import { escapeMarkdown, quoteMarkdown } from './escape.ts';
import { splitPassage } from './passage-parts.ts';
import { verifyQuote } from './verify-quote.ts';

/** A passage, or one part of it, as blocks of markdown that passed verification. */
export interface QuotedPassage {
  readonly markdown: readonly string[];
  /** From 1. */
  readonly part: number;
  readonly parts: number;
  /** Why quotations were left out, for the log; empty when all is shown. */
  readonly withheld: readonly string[];
}

/** A longer sentence before, or a longer name, is left out: the buttons lead to it. In characters of markdown. */
const BEFORE_LIMIT = 400;
const SPEAKER_LIMIT = 300;

export interface QuoteOptions {
  /** BCP 47, of the reader's client. */
  readonly locale: string;
  /** Characters of markdown that the quotation itself may take. */
  readonly budget: number;
  /** Which part of a paragraph that exceeds `budget`, from 1; absent: the one with the answering sentence. */
  readonly part?: number;
}

/**
 * Quotes a passage word for word, its answering sentence in bold, below the one who says it, and below the sentence
 * before where the passage cannot be understood without it.
 */
export function quotePassage(passage: Passage, { locale, budget, part }: QuoteOptions): QuotedPassage {
  const { passage: say } = wordingFor(locale);
  const { report, paragraph, sentence, before } = passage;
  const parts = splitPassage(report, paragraph, budget);
  const index = part === undefined ? partOf(parts, sentence) : Math.min(Math.max(part, 1), parts.length) - 1;
  const span = parts[index] ?? paragraph.span;
  const quotation = quoteOrWithhold(report, span, locale, sentence && [sentence]);
  const context = (before && index === 0 ? [quoteOrWithhold(report, before, locale)] : []).filter(
    ({ markdown }) => markdown.length <= BEFORE_LIMIT,
  );
  const note = parts.length > 1 ? [`-# ${say.part(index + 1, parts.length)}`] : [];
  return {
    markdown: [
      ...context.map(({ markdown }) => `-# ${say.sentenceBefore}\n${markdown}`),
      ...speakerMarkdown(passage, locale),
      quotation.markdown,
      ...note,
    ],
    part: index + 1,
    parts: parts.length,
    withheld: [...context, quotation].flatMap(({ withheld }) => withheld),
  };
}

/** The line that names who says it, in the report's own words; none when nobody is named for certain. */
export function speakerMarkdown({ report, speaker }: Passage, locale: string): readonly string[] {
  const name = speaker ? escapeMarkdown(slice(report.body, speaker)) : '';
  return name === '' || name.length > SPEAKER_LIMIT || name.includes('\n')
    ? []
    : [wordingFor(locale).passage.saidBy(name)];
}

const partOf = (parts: readonly Span[], sentence: Span | undefined): number =>
  Math.max(
    0,
    parts.findIndex(({ end }) => sentence !== undefined && sentence.start < end),
  );

/** A block of markdown: a quotation, or a sentence in its place. */
export interface QuotedSpan {
  readonly markdown: string;
  /** Why it is no quotation, for the log; empty when it is one. */
  readonly withheld: readonly string[];
}

/**
 * The quotation of `span`, or a sentence for the reader in its place when Discord would not show it exactly. Of
 * `marked`, ranges of the body that do not touch each other, those inside `span` are in bold.
 */
export function quoteOrWithhold(
  report: Report,
  span: Span,
  locale: string,
  marked: readonly Span[] = [],
): QuotedSpan {
  const bold = marked
    .filter(({ start, end }) => start >= span.start && end <= span.end)
    // A quotation that is all bold marks nothing.
    .filter(({ start, end }) => start !== span.start || end !== span.end)
    .map(({ start, end }) => ({ start: start - span.start, end: end - span.start }));
  const markdown = quoteMarkdown(slice(report.body, span), bold);
  const verdict = verifyQuote(markdown, report, span);
  if (verdict.kind === 'exact') return { markdown, withheld: [] };
  const why = `${report.id} ${span.start}-${span.end}: ${verdict.why}`;
  return { markdown: wordingFor(locale).passage.withheld, withheld: [why] };
}

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
