import type { Report } from '../corpus/report.ts';
import { wordingFor } from '../i18n/wording.ts';
import type { SearchHit, SearchPage } from '../search/ranking/ranker.ts';
import { equalPages, pagesRow, reportKey } from './buttons.ts';
import { titleMarkdown } from './citation.ts';
import { othersRow } from './passage-buttons.ts';
import type { QuotedSpan } from './quote/quote-span.ts';
import { missingMarkdown, questionMarkdown } from './render-answer.ts';
import { renderExcerpts } from './render-excerpts.ts';
import { container, type PageContext, type Reply, TEXT_LIMIT, textDisplay } from './reply.ts';

export const HITS_PER_PAGE = 5;
/** In characters: a line of the message holds them all, and the buttons to other pages read them from it. */
export const WORDS_LIMIT = 200;

/**
 * One page of what was found, best first, with buttons to the other pages and a menu to open a passage. `report`: the
 * one searched; absent: all. `from`: the first hit shown, counted from 0.
 */
export function renderHits(
  { total, isCut, isNarrowed, hits, missing }: SearchPage,
  { words, report, from }: { readonly words: string; readonly report?: Report; readonly from: number },
  { library, locale }: PageContext,
): Reply {
  const { search: say, buttons } = wordingFor(locale);
  const title = report && titleMarkdown(report);
  const line = questionMarkdown(words, locale);
  const lacking = missingMarkdown(missing, locale, report);
  if (total === 0) {
    const none = title === undefined ? say.none : say.noneIn(title);
    const nothing = missing.length > 0 ? none : say.nothingSearched;
    const verdict = [isNarrowed ? say.narrowed : nothing, ...lacking].join(' ');
    return { components: [textDisplay(`${line}\n${verdict}`)] };
  }
  const range = [from + 1, from + hits.length, total] as const;
  const found = title === undefined ? say.found(...range) : say.foundIn(...range, title);
  const head = `${line}\n${[found, ...(isCut ? [say.more] : []), ...lacking].join(' ')}`;
  const entries = renderEntries(hits, from, TEXT_LIMIT - head.length, locale);
  const pages = equalPages(total, HITS_PER_PAGE);
  const target = { version: library.version, ...(report && { report: reportKey(report) }) };
  return {
    components: [
      textDisplay(head),
      container(entries.map(({ markdown }) => markdown)),
      ...othersRow({ library }, hits, buttons.openPassage),
      ...pagesRow('search', buttons.passages, target, pages, Math.floor(from / HITS_PER_PAGE)),
    ],
    withheld: entries.flatMap(({ withheld }) => withheld),
  };
}

/** All hits, each above its place, in `budget` characters. */
function renderEntries(
  hits: readonly SearchHit[],
  from: number,
  budget: number,
  locale: string,
): readonly QuotedSpan[] {
  const { passage: say } = wordingFor(locale);
  const citations = hits.map(
    ({ report, paragraph }, at) =>
      `\n-# ${from + at + 1} · ${titleMarkdown(report)} · ${say.place(paragraph.number, report.paragraphs.length)}`,
  );
  const cited = citations.reduce((sum, citation) => sum + citation.length, 0);
  return renderExcerpts(hits, budget - cited, locale).map(({ markdown, note, withheld }, at) => ({
    markdown: `${markdown}${citations[at] ?? ''}${note}`,
    withheld,
  }));
}
