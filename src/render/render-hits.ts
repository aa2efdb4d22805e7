import { type APITextDisplayComponent, ComponentType } from 'discord-api-types/v10';
import type { Report } from '../corpus/report.ts';
import { type Span, slice } from '../text/span.ts';
import type { SearchHit, SearchPage } from '../search/ranking/ranker.ts';
import { titleMarkdown } from './citation.ts';
import { MOST_MARKED, markWords } from './quote/mark-words.ts';
import { reportKey } from './page-place.ts';
import { pagesRow } from './pages-row.ts';
import { splitPassage } from './quote/passage-parts.ts';
import { othersRow } from './passage-controls.ts';
import { gated } from './quote/quote-passage.ts';
import { missingMarkdown, questionMarkdown } from './render-answer.ts';
import type { RenderContext } from './render-context.ts';
import { type Reply, TEXT_LIMIT } from './reply.ts';
import { textDisplay } from './text.ts';
import { findExcess } from './quote/unshowable.ts';
import { wordingFor } from '../i18n/wording.ts';

export const HITS_PER_PAGE = 5;
/** So long that their line in the message holds them all, from where the buttons take them. In characters. */
export const WORDS_LIMIT = 200;

/** Four stars around each marked word; one pair is counted in by splitPassage(). */
const BOLD_MARKS = 4 * (MOST_MARKED - 1);

/** What was searched for, where, and from which hit on. */
export interface Searched {
  readonly words: string;
  /** The one report searched; absent: all. */
  readonly report?: Report;
  readonly from: number;
}

/** One page of what was found, best first, with buttons to the other pages and a menu to open a passage. */
export function renderHits(
  { total, isCut, hits, missing }: SearchPage,
  { words, report, from }: Searched,
  { library, locale }: Pick<RenderContext, 'library' | 'locale'>,
): Reply {
  const { search: say, buttons } = wordingFor(locale);
  const title = report && titleMarkdown(report);
  const line = questionMarkdown(words, locale);
  const lacking = missingMarkdown(missing, locale, report);
  if (total === 0) {
    const none = title === undefined ? say.none : say.noneIn(title);
    const verdict = missing.length > 0 ? [none, ...lacking].join(' ') : say.nothingSearched;
    return { components: [textDisplay(`${line}\n${verdict}`)] };
  }
  const range = [from + 1, from + hits.length, total] as const;
  const found = title === undefined ? say.found(...range) : say.foundIn(...range, title);
  const head = `${line}\n${[found, ...(isCut ? [say.more] : []), ...lacking].join(' ')}`;
  const entries = renderEntries(hits, from, TEXT_LIMIT - head.length, locale);
  const starts = Array.from({ length: Math.ceil(total / HITS_PER_PAGE) }, (_, page) => page * HITS_PER_PAGE);
  const pages = starts.map((start) => ({
    at: start,
    from: start,
    to: Math.min(start + HITS_PER_PAGE, total),
  }));
  const place = { version: library.version, ...(report && { report: reportKey(report) }) };
  return {
    components: [
      textDisplay(head),
      { type: ComponentType.Container, components: entries.map(({ text }) => text) },
      ...othersRow({ library }, hits, buttons.openPassage),
      pagesRow('search', buttons.passages, place, pages, Math.floor(from / HITS_PER_PAGE)),
    ],
    inexact: entries.flatMap(({ why }) => (why === undefined ? [] : [why])),
  };
}

interface Entry {
  readonly text: APITextDisplayComponent;
  /** Why it is not quoted, for the log. */
  readonly why?: string;
}

/** All hits, in `room` characters; each excerpt gets an equal share of what the citations leave. */
function renderEntries(
  hits: readonly SearchHit[],
  from: number,
  room: number,
  locale: string,
): readonly Entry[] {
  const { passage: say } = wordingFor(locale);
  const partNote = `\n-# ${say.partOfSentence}`;
  const citations = hits.map(
    ({ report, paragraph }, at) =>
      `\n-# ${from + at + 1} · ${titleMarkdown(report)} · ${say.place(paragraph.number, report.paragraphs.length)}`,
  );
  const cited = citations.reduce((sum, citation) => sum + citation.length, 0);
  const share = Math.floor((room - cited) / hits.length) - partNote.length;
  let shown = '';
  return hits.map((hit, at): Entry => {
    const { report, excerpt, matches } = hit;
    const span = partToShow(hit, share - BOLD_MARKS);
    const isPart = span.start !== excerpt.start || span.end !== excerpt.end;
    const text = slice(report.body, span);
    const isCrowded = at > 0 && findExcess(text) === undefined && findExcess(shown + text) !== undefined;
    if (!isCrowded) shown += `\n${text}`;
    const quotation = isCrowded ? { markdown: say.crowded } : quoteMarked(report, span, matches, locale);
    const { markdown, ...why } = quotation;
    return { text: textDisplay(`${markdown}${citations[at] ?? ''}${isPart ? partNote : ''}`), ...why };
  });
}

/** Marks help to read; where they stand in the way of an exact quotation they go. */
function quoteMarked(report: Report, span: Span, matches: readonly Span[], locale: string) {
  const marked = gated(report, span, locale, markWords(report.body, span, matches));
  return marked.why === undefined ? marked : gated(report, span, locale);
}

/** The whole excerpt, or, when that is too long, the part of it with most matches. */
function partToShow({ report, paragraph, excerpt, matches }: SearchHit, room: number): Span {
  const parts = splitPassage(report, { ...paragraph, span: excerpt, sentences: [excerpt] }, room);
  const held = parts.map(
    (part) => matches.filter(({ start, end }) => start >= part.start && end <= part.end).length,
  );
  return parts[held.indexOf(Math.max(...held))] ?? excerpt;
}
