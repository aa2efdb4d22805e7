import { type APITextDisplayComponent, ComponentType } from 'discord.js';
import type { Report } from '../corpus/report.ts';
import { type Span, slice } from '../corpus/span.ts';
import type { SearchHit, SearchPage } from '../search/searcher.ts';
import { titleMarkdown } from './citation.ts';
import { MOST_MARKED, markWords } from './mark-words.ts';
import { reportKey } from './page-place.ts';
import { pagesRow } from './pages-row.ts';
import { splitPassage } from './passage-parts.ts';
import { othersRow } from './passage-controls.ts';
import { gated } from './quote-passage.ts';
import { missingMarkdown, questionMarkdown } from './render-answer.ts';
import type { RenderContext } from './render-context.ts';
import { type Reply, TEXT_LIMIT } from './reply.ts';
import { textDisplay } from './text.ts';
import { findExcess } from './unshowable.ts';

export const HITS_PER_PAGE = 5;
/** So long that their line in the message holds them all, from where the buttons take them. In characters. */
export const WORDS_LIMIT = 200;

/** Four stars around each marked word; one pair is counted in by splitPassage(). */
const BOLD_MARKS = 4 * (MOST_MARKED - 1);
const PART_NOTE = '\n-# A part of a long sentence. Open the passage for all of it.';
const CROWDED =
  'This passage cannot be shown here beside the others. Open it to read it where nothing else stands:';

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
  { library }: Pick<RenderContext, 'library'>,
): Reply {
  const where = report === undefined ? 'the reports' : titleMarkdown(report);
  const line = questionMarkdown(words);
  if (total === 0) {
    const verdict =
      missing.length > 0
        ? `**No passage of ${where} holds any of these words.**${missingMarkdown(missing, where)}`
        : '**There is nothing to look for in these words.** Search for a name, a number or a word from the reports.';
    return { components: [textDisplay(`${line}\n${verdict}`)] };
  }
  const range = `${from + 1} to ${from + hits.length}`;
  const cut = isCut ? ' There may be more: add a rarer word, or choose a report.' : '';
  const head = `${line}\n**Passages ${range} of ${total}** found in ${where}, best first.${cut}${missingMarkdown(missing, where)}`;
  const entries = renderEntries(hits, from, TEXT_LIMIT - head.length);
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
      ...othersRow({ library }, hits, 'Open a passage'),
      pagesRow('search', 'Passages', place, pages, Math.floor(from / HITS_PER_PAGE)),
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
function renderEntries(hits: readonly SearchHit[], from: number, room: number): readonly Entry[] {
  const citations = hits.map(
    ({ report, paragraph }, at) =>
      `\n-# ${from + at + 1} · ${titleMarkdown(report)} · ¶ ${paragraph.number} of ${report.paragraphs.length}`,
  );
  const cited = citations.reduce((sum, citation) => sum + citation.length, 0);
  const share = Math.floor((room - cited) / hits.length) - PART_NOTE.length;
  let shown = '';
  return hits.map((hit, at): Entry => {
    const { report, excerpt, matches } = hit;
    const span = partToShow(hit, share - BOLD_MARKS);
    const isPart = span.start !== excerpt.start || span.end !== excerpt.end;
    const text = slice(report.body, span);
    const isCrowded = at > 0 && findExcess(text) === undefined && findExcess(shown + text) !== undefined;
    if (!isCrowded) shown += `\n${text}`;
    const quotation = isCrowded ? { markdown: CROWDED } : quoteMarked(report, span, matches);
    const { markdown, ...why } = quotation;
    return { text: textDisplay(`${markdown}${citations[at] ?? ''}${isPart ? PART_NOTE : ''}`), ...why };
  });
}

/** Marks help to read; where they stand in the way of an exact quotation they go. */
function quoteMarked(report: Report, span: Span, matches: readonly Span[]) {
  const marked = gated(report, span, markWords(report.body, span, matches));
  return marked.why === undefined ? marked : gated(report, span);
}

/** The whole excerpt, or, when that is too long, the part of it with most matches. */
function partToShow({ report, paragraph, excerpt, matches }: SearchHit, room: number): Span {
  const parts = splitPassage(report, { ...paragraph, span: excerpt, sentences: [excerpt] }, room);
  const held = parts.map(
    (part) => matches.filter(({ start, end }) => start >= part.start && end <= part.end).length,
  );
  return parts[held.indexOf(Math.max(...held))] ?? excerpt;
}
