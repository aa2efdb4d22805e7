import type { APIContainerComponent } from 'discord-api-types/v10';
import type { Paragraph, Report } from '../corpus/report.ts';
import { wordingFor } from '../i18n/wording.ts';
import { encodeTarget, reportKey, targetOf } from './button-target.ts';
import { button, row, rowOf } from './buttons.ts';
import { citationMarkdown } from './citation.ts';
import { linkButtons, messageRow, sectionOf } from './passage-buttons.ts';
import { pieceName, type ReadPage, readPage } from './read-page.ts';
import { container, type PageContext, type Reply } from './reply.ts';

/** A report from a paragraph on, with buttons to the pages before and after. */
export function renderReading(
  { library, locale }: PageContext,
  report: Report,
  start: Paragraph,
  part: number,
): Reply {
  const { buttons, passage: say } = wordingFor(locale);
  const page = readPage(report, report.paragraphs, start, part, locale);
  const { version } = library;
  const turns = [[page.before, buttons.back] as const, [page.next, buttons.readOn] as const].flatMap(
    ([piece, label]) => {
      if (!piece) return [];
      const target = { version, report: reportKey(report), at: piece.paragraph.number, part: piece.part };
      return [button('read', encodeTarget(target), label(pieceName(piece, locale)))];
    },
  );
  return {
    components: [
      pageContainer(page, page.next ? [] : [say.reportEnds], report, { library, locale }),
      ...rowOf(turns),
      ...messageRow(
        { library, locale, audience: 'direct' },
        linkButtons({ library, locale }, report, page.first.span),
      ),
    ],
    withheld: page.withheld,
  };
}

/**
 * The section around a paragraph: as many paragraphs as one message holds, with buttons back to the paragraph and on
 * to the next ones. Begins with a part of the paragraph, from 1; 0: with the section.
 */
export function renderSection(
  { library, locale }: PageContext,
  report: Report,
  paragraph: Paragraph,
  part: number,
): Reply {
  const { buttons, passage: say } = wordingFor(locale);
  const section = sectionOf(report, paragraph.number);
  const [opening = paragraph] = part === 0 ? section : [paragraph];
  const page = readPage(report, section, opening, part, locale);
  const { next, withheld } = page;
  const back = targetOf(library, report, paragraph.number);
  const on = next && targetOf(library, report, next.paragraph.number, next.part);
  return {
    components: [
      pageContainer(page, [say.sectionCount(section.length)], report, { library, locale }),
      row([
        button('passage', back, buttons.backTo(paragraph.number)),
        ...(next && on ? [button('section', on, buttons.readOn(pieceName(next, locale)))] : []),
      ]),
    ],
    withheld,
  };
}

/** What was read, from where to where, `notes` on that, and the citation. */
function pageContainer(
  { blocks, first, last }: ReadPage,
  notes: readonly string[],
  report: Report,
  { library, locale }: PageContext,
): APIContainerComponent {
  const range = wordingFor(locale).passage.range(pieceName(first, locale), pieceName(last, locale));
  const citation = citationMarkdown({ report, paragraph: last.paragraph }, library.version, locale);
  return container([...blocks, `-# ${[range, ...notes].join('; ')}\n${citation}`]);
}
