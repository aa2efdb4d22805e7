import type { Passage } from '../answer/answer.ts';
import { type Span, slice } from '../corpus/span.ts';
import { quoteMarkdown } from './escape.ts';

/** A passage as quotation, in one or two blocks of markdown. */
export interface QuotedPassage {
  readonly markdown: readonly string[];
  /** False when only a part of the paragraph, or nothing of it, fitted. */
  readonly whole: boolean;
}

/**
 * Quotes the passage's paragraph in at most `room` characters of markdown, its answering sentence in bold.
 * When that does not fit, quotes as many whole sentences around the answering one as do, and says so.
 */
export function quotePassage(passage: Passage, room: number): QuotedPassage {
  const { report, paragraph, sentence } = passage;
  const whole = quote(report.body, paragraph.span, sentence);
  if (whole.length <= room) return { markdown: [whole], whole: true };
  const note = (first: number, last: number) =>
    `-# Excerpt: sentences ${first} to ${last} of ${paragraph.sentences.length}. The whole paragraph is attached.`;
  const noteRoom = note(paragraph.sentences.length, paragraph.sentences.length).length;
  const excerpt = longestExcerpt(
    passage,
    (span) => quote(report.body, span, sentence).length <= room - noteRoom,
  );
  if (!excerpt)
    return { markdown: ['-# This paragraph is too long to show here; it is attached.'], whole: false };
  const span = spanOf(paragraph.sentences, excerpt);
  return {
    markdown: [quote(report.body, span, sentence), note(excerpt.first + 1, excerpt.last + 1)],
    whole: false,
  };
}

/** A run of sentences, by index, both ends included. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/** Grows a run of sentences from the answering one, or from the first, for as long as it `fits`. */
function longestExcerpt({ paragraph, sentence }: Passage, fits: (span: Span) => boolean): Run | undefined {
  const { sentences } = paragraph;
  const start = Math.max(
    0,
    sentences.findIndex((span) => span.start === sentence?.start),
  );
  let run: Run = { first: start, last: start };
  if (!fits(spanOf(sentences, run))) return undefined;
  for (;;) {
    const after = { ...run, last: run.last + 1 };
    const before = { ...run, first: run.first - 1 };
    if (after.last < sentences.length && fits(spanOf(sentences, after))) run = after;
    else if (before.first >= 0 && fits(spanOf(sentences, before))) run = before;
    else return run;
  }
}

const spanOf = (sentences: readonly Span[], { first, last }: Run): Span => ({
  start: sentences[first]?.start ?? 0,
  end: sentences[last]?.end ?? 0,
});

function quote(body: string, span: Span, sentence?: Span): string {
  const inside = sentence && sentence.start >= span.start && sentence.end <= span.end;
  return quoteMarkdown(
    slice(body, span),
    inside ? { start: sentence.start - span.start, end: sentence.end - span.start } : undefined,
  );
}
