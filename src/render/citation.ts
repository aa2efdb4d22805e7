import type { Paragraph, Report } from '../corpus/report.ts';
import { wordingFor } from '../i18n/wording.ts';
import { escapeMarkdown, truncate } from './quote/escape.ts';

/** A title may take so many characters before escaping, every other name so many. */
const TITLE_LIMIT = 100;
const NAME_LIMIT = 60;

/**
 * Where a paragraph is from, in two lines of markdown: what the report says of itself, and the place in it. The date is
 * written out in the reader's `locale`: Discord's own timestamps would show it in the reader's time zone, where it may
 * be the day before.
 */
export function citationMarkdown(
  { report, paragraph }: { readonly report: Report; readonly paragraph: Paragraph },
  version: string,
  locale: string,
): string {
  const { publisher, author, published, paragraphs } = report;
  const { passage: say } = wordingFor(locale);
  const date = published === undefined ? undefined : writtenDate(published, locale);
  const source = [publisher, author, date].filter((part) => part !== undefined).map(nameMarkdown);
  const section = paragraph.heading === undefined ? [] : [say.section(nameMarkdown(paragraph.heading))];
  const place = [...section, say.place(paragraph.number, paragraphs.length), say.content(version)];
  return [[titleMarkdown(report), ...source], place].map((parts) => `-# ${parts.join(' · ')}`).join('\n');
}

/** An ISO date, as `locale` writes it out. */
export const writtenDate = (published: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${published}T00:00:00Z`),
  );

/** A report's title, in bold: a longer one than 100 characters ends in a visible mark. */
export const titleMarkdown = ({ title }: Pick<Report, 'title'>): string =>
  `**${escapeMarkdown(truncate(title, TITLE_LIMIT))}**`;

/** Any name that a report gives: a longer one than 60 characters ends in a visible mark. */
export const nameMarkdown = (name: string): string => escapeMarkdown(truncate(name, NAME_LIMIT));
