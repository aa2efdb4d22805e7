import type { Passage } from '../../answer/answer.ts';
import type { Report } from '../../corpus/report.ts';
import { type Span, slice } from '../../text/span.ts';
import { escapeMarkdown, quoteMarkdown } from './escape.ts';
import { splitPassage } from './passage-parts.ts';
import { checkQuote } from './quote-gate.ts';
import { wordingFor } from '../../i18n/wording.ts';

/** A passage, or one part of it, as blocks of markdown that passed the quote gate. */
export interface QuotedPassage {
  readonly markdown: readonly string[];
  /** From 1. */
  readonly part: number;
  readonly parts: number;
  /** Why quotations were left out, for the log; empty when all is shown. */
  readonly inexact: readonly string[];
}

/** A longer sentence before, or a longer name, is left out: the buttons lead to it. In characters of markdown. */
const BEFORE_LIMIT = 400;
const SPEAKER_LIMIT = 300;

export interface QuoteOptions {
  /** BCP 47, of the reader's client. */
  readonly locale: string;
  /** Characters of markdown that the quotation itself may take. */
  readonly room: number;
  /** Which part of a paragraph that exceeds `room`, from 1; absent: the one with the answering sentence. */
  readonly part?: number;
}

/**
 * Quotes a passage word for word, its answering sentence in bold, below the one who says it, and below the sentence
 * before where the passage cannot be understood without it.
 */
export function quotePassage(passage: Passage, { locale, room, part }: QuoteOptions): QuotedPassage {
  const { passage: say } = wordingFor(locale);
  const { report, paragraph, sentence, before } = passage;
  const parts = splitPassage(report, paragraph, room);
  const index = part === undefined ? partOf(parts, sentence) : Math.min(Math.max(part, 1), parts.length) - 1;
  const span = parts[index] ?? paragraph.span;
  const quotation = gated(report, span, locale, sentence && [sentence]);
  const context = (before && index === 0 ? [gated(report, before, locale)] : []).filter(
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
    inexact: [...context, quotation].flatMap(({ why }) => (why === undefined ? [] : [why])),
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

/** A block of markdown, and why it is no quotation when it is none. */
export interface Gated {
  readonly markdown: string;
  /** For the log. */
  readonly why?: string;
}

/**
 * The quotation of `span`, or a sentence for the reader in its place when Discord would not show it exactly. Of `marked`, ranges of
 * the body that do not touch each other, those inside `span` are in bold.
 */
export function gated(report: Report, span: Span, locale: string, marked: readonly Span[] = []): Gated {
  const bold = marked
    .filter(({ start, end }) => start >= span.start && end <= span.end)
    // A quotation that is all bold would only be loud.
    .filter(({ start, end }) => start !== span.start || end !== span.end)
    .map(({ start, end }) => ({ start: start - span.start, end: end - span.start }));
  const markdown = quoteMarkdown(slice(report.body, span), bold);
  const check = checkQuote(markdown, report, span);
  if (check.kind === 'exact') return { markdown };
  return {
    markdown: wordingFor(locale).passage.inexact,
    why: `${report.id} ${span.start}-${span.end}: ${check.why}`,
  };
}
