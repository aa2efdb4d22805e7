import { wordingFor } from '../i18n/wording.ts';
import type { SearchHit } from '../search/ranking/ranker.ts';
import { slice, type Span } from '../text/span.ts';
import { splitPassage } from './quote/passage-parts.ts';
import { markWords, MOST_MARKED, type QuotedSpan, quoteOrWithhold } from './quote/quote-span.ts';
import { findExcess } from './quote/unrenderable.ts';

/** Four stars around each marked word; splitPassage() counts two pairs of marks in. */
const BOLD_MARKS = 4 * (MOST_MARKED - 2);

/** A quoted excerpt. */
export interface RenderedExcerpt extends QuotedSpan {
  /** Says that only a part is shown: small print for the end of the block; empty for a whole excerpt. */
  readonly note: string;
}

/** All excerpts, in `budget` characters of which each gets an equal share; of a longer one, the part with most matches. */
export function renderExcerpts(
  hits: readonly SearchHit[],
  budget: number,
  locale: string,
): readonly RenderedExcerpt[] {
  const { passage: say } = wordingFor(locale);
  const partNote = `\n-# ${say.partOfSentence}`;
  const share = Math.floor(budget / hits.length) - partNote.length;
  let shown = '';
  return hits.map((hit, at) => {
    const { report, excerpt, matches } = hit;
    const span = partToShow(hit, share - BOLD_MARKS);
    const isPart = span.start !== excerpt.start || span.end !== excerpt.end;
    const text = slice(report.body, span);
    const isCrowded = at > 0 && findExcess(text) === undefined && findExcess(shown + text) !== undefined;
    if (!isCrowded) shown += `\n${text}`;
    const quoted = isCrowded
      ? { markdown: say.crowded, withheld: [] }
      : quoteOrWithhold(report, span, locale, markWords(report.body, span, matches));
    return { ...quoted, note: isPart ? partNote : '' };
  });
}

/** The whole excerpt, or, when that is too long, the part of it with most matches. */
function partToShow({ report, paragraph, excerpt, matches }: SearchHit, budget: number): Span {
  const parts = splitPassage(report, { ...paragraph, span: excerpt, sentences: [excerpt] }, budget);
  const held = parts.map(
    (part) => matches.filter(({ start, end }) => start >= part.start && end <= part.end).length,
  );
  return parts[held.indexOf(Math.max(...held))] ?? excerpt;
}
