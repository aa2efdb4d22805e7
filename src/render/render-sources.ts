import type { Report } from '../corpus/report.ts';
import { wordingFor } from '../i18n/wording.ts';
import type { Task } from '../text/cooperative-task.ts';
import { type PageRange, pagesRow } from './buttons.ts';
import { nameMarkdown, titleMarkdown, writtenDate } from './citation.ts';
import { container, type PageContext, type Reply, TEXT_LIMIT } from './reply.ts';

/** Kept free for the head line. */
const RESERVED = 200;
/** Each has some six elements, and Discord stops rendering after about 100. */
const MOST_ENTRIES = 12;
/** A longer address would take the space of several reports. In characters. */
const LINK_LIMIT = 500;

/** One page of the reports, from page 0 on; undefined when there is no such page. */
export function* renderSources({ library, locale }: PageContext, page: number): Task<Reply | undefined> {
  const { sources: say, passage, buttons } = wordingFor(locale);
  const { reports, version } = library;
  const entries: string[] = [];
  for (const report of reports) {
    entries.push(entryMarkdown(report, locale));
    yield;
  }
  const pages = pagesOf(entries);
  const shown = pages[page];
  if (!shown) return undefined;
  const range = pages.length > 1 ? [passage.range(shown.from + 1, shown.to)] : [];
  const head = [`**${say.count(reports.length)}**`, ...range, passage.content(version)];
  return {
    components: [
      container([head.join(' · '), entries.slice(shown.from, shown.to).join('\n')]),
      ...(pages.length > 1 ? pagesRow('sources', buttons.reports, { version }, pages, page) : []),
    ],
  };
}

/** As many entries on each page as fit. */
function pagesOf(entries: readonly string[]): readonly PageRange[] {
  const pages: PageRange[] = [];
  let [from, used] = [0, 0];
  for (const [at, entry] of entries.entries()) {
    used += entry.length + 1;
    if (used > TEXT_LIMIT - RESERVED || at - from === MOST_ENTRIES) {
      pages.push({ from, to: at });
      [from, used] = [at, entry.length + 1];
    }
  }
  if (from < entries.length) pages.push({ from, to: entries.length });
  return pages;
}

function entryMarkdown(report: Report, locale: string): string {
  const { sources: say } = wordingFor(locale);
  const { publisher, published, paragraphs, url, id } = report;
  const source = [
    ...(publisher === undefined ? [] : [nameMarkdown(publisher)]),
    ...(published === undefined ? [] : [writtenDate(published, locale)]),
  ];
  return `${titleMarkdown(report)}\n-# ${[...source, say.paragraphs(paragraphs.length), ...linkMarkdown(url, locale), `\`${id}\``].join(' · ')}`;
}

/** Angle brackets keep an address whole, whatever it contains. */
function linkMarkdown(url: string | undefined, locale: string): readonly string[] {
  if (url === undefined) return [];
  const { href } = new URL(url);
  return href.length > LINK_LIMIT ? [wordingFor(locale).sources.longAddress(href.length)] : [`<${href}>`];
}
