import { ComponentType } from 'discord-api-types/v10';
import type { Paragraph, Report } from '../corpus/report.ts';
import { citationMarkdown } from './citation.ts';
import { encodePagePlace, reportKey } from './page-place.ts';
import { button, linkButtons, messageRow, row } from './passage-controls.ts';
import { type Piece, pieceName, readPage } from './read-page.ts';
import type { RenderContext } from './render-context.ts';
import type { Reply } from './reply.ts';
import { textDisplay } from './text.ts';
import { wordingFor } from '../i18n/wording.ts';

/** A report from a paragraph on, with buttons to the pages before and after. */
export function renderReading(
  { library, locale }: Pick<RenderContext, 'library' | 'locale'>,
  report: Report,
  start: Paragraph,
  part: number,
): Reply {
  const { buttons, passage: say } = wordingFor(locale);
  const page = readPage(report, report.paragraphs, start, part, locale);
  const name = (piece: Piece) => pieceName(piece, locale);
  const to = (piece: Piece, label: (name: string) => string) => {
    const at = { at: piece.paragraph.number, part: piece.part };
    const place = encodePagePlace({ version: library.version, report: reportKey(report), ...at });
    return button('read', place, label(name(piece)));
  };
  const turns = [
    ...(page.before ? [to(page.before, buttons.back)] : []),
    ...(page.next ? [to(page.next, buttons.readOn)] : []),
  ];
  const range = [say.range(name(page.first), name(page.last)), ...(page.next ? [] : [say.reportEnds])];
  return {
    components: [
      {
        type: ComponentType.Container,
        components: [
          ...page.blocks.map(textDisplay),
          textDisplay(
            `-# ${range.join('; ')}\n${citationMarkdown({ report, paragraph: page.last.paragraph }, library.version, locale)}`,
          ),
        ],
      },
      ...(turns.length > 0 ? [row(turns)] : []),
      ...messageRow({ library, locale, audience: 'direct' }, linkButtons(report, page.first.span, locale)),
    ],
    inexact: page.inexact,
  };
}
