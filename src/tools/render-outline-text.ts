import type { Report } from '../corpus/report.ts';
import { type Section, sectionsOf } from '../corpus/sections.ts';
import { slice } from '../text/span.ts';
import { widthOf, wrapped } from './wrap-text.ts';

/** What reports are about, for people at a terminal of `columns` columns: of several, each by its first section. */
export function renderOutlineText(reports: readonly Report[], columns: number): string {
  const width = widthOf(columns);
  const only = reports.length === 1;
  return reports.map((report) => outlineLines(report, only, width).join('\n')).join('\n');
}

function outlineLines(report: Report, isWhole: boolean, width: number): readonly string[] {
  const { title, publisher, author, published, url, paragraphs } = report;
  const sections = sectionsOf(report);
  const entries: readonly Section[] =
    sections.length > 1 || !isWhole
      ? sections
      : paragraphs.map((paragraph) => ({ first: paragraph, last: paragraph }));
  const facts = [title, publisher, author, published, `${paragraphs.length} paragraphs`];
  return [
    ...wrapped(facts.filter((fact) => fact !== undefined).join(' · '), width),
    ...(url === undefined ? [] : [`  ${url}`]),
    ...(isWhole
      ? wrapped('The first sentence of each part, word for word; nobody has written a summary.', width)
      : []),
    '',
    ...(isWhole ? entries : entries.slice(0, 1)).flatMap((section) => [
      ...sectionLines(report, section, width),
      '',
    ]),
  ];
}

function sectionLines({ body }: Report, { heading, first, last }: Section, width: number): readonly string[] {
  const place = `¶ ${first.number}${last === first ? '' : ` to ¶ ${last.number}`}`;
  const quoted = wrapped(slice(body, first.sentences[0] ?? first.span), width - 2).map((line) => `> ${line}`);
  return [...wrapped(heading === undefined ? place : `${heading} · ${place}`, width), ...quoted];
}
