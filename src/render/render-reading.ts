import type { APIContainerComponent } from 'discord-api-types/v10';
import type { Paragraph, Report } from '../corpus/report.ts';
import { sectionOf } from '../corpus/sections.ts';
import { wordingFor } from '../i18n/wording.ts';
import { type Span, slice } from '../text/span.ts';
import { button, rowOf, targetOf } from './buttons.ts';
import { citationMarkdown, nameMarkdown } from './citation.ts';
import { linkButtons, messageRow } from './passage-buttons.ts';
import { splitPassage } from './quote/passage-parts.ts';
import { quoteOrWithhold } from './quote/quote-span.ts';
import { findExcess } from './quote/unrenderable.ts';
import { QUOTE_BUDGET } from './render-passage.ts';
import { container, type PageContext, type Reply, TEXT_LIMIT } from './reply.ts';

/** A report from a paragraph on, with buttons to the pages before and after. */
export function renderReading(
  { library, locale }: PageContext,
  report: Report,
  start: Paragraph,
  part: number,
): Reply {
  const { buttons, guide, passage: say } = wordingFor(locale);
  const page = readPage(report, report.paragraphs, start, part, locale);
  const { first, before, next, withheld } = page;
  const turn = pieceButton('read', report, { library, locale });
  return {
    components: [
      pageContainer(page, next ? [] : [say.reportEnds], report, { library, locale }),
      ...rowOf([...turn(before, buttons.back), ...turn(next, buttons.readOn)]),
      ...messageRow({ library, locale, audience: 'direct' }, [
        button('outline', targetOf(library, report, 0), guide.outline.button),
        ...linkButtons({ library, locale }, report, first.span),
      ]),
    ],
    withheld,
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
  const turn = pieceButton('section', report, { library, locale });
  return {
    components: [
      pageContainer(page, [say.sectionCount(section.length)], report, { library, locale }),
      ...rowOf([button('passage', back, buttons.backTo(paragraph.number)), ...turn(next, buttons.readOn)]),
    ],
    withheld,
  };
}

/** Makes buttons to pages; none without a piece to begin with. */
const pieceButton =
  (name: 'read' | 'section', report: Report, { library, locale }: PageContext) =>
  (piece: Piece | undefined, label: (name: string) => string) => {
    if (!piece) return [];
    const target = targetOf(library, report, piece.paragraph.number, piece.part);
    return [button(name, target, label(pieceName(piece, locale)))];
  };

/** What was read, from where to where, `notes` on that, and the citation. */
function pageContainer(
  { blocks, first, last }: ReturnType<typeof readPage>,
  notes: readonly string[],
  report: Report,
  { library, locale }: PageContext,
): APIContainerComponent {
  const range = wordingFor(locale).passage.range(pieceName(first, locale), pieceName(last, locale));
  const citation = citationMarkdown({ report, paragraph: last.paragraph }, library.version, locale);
  return container([...blocks, `-# ${[range, ...notes].join('; ')}\n${citation}`]);
}

/** A paragraph, or one part of a paragraph that is too long for one message. */
interface Piece {
  readonly paragraph: Paragraph;
  /** From 1. */
  readonly part: number;
  readonly parts: number;
  readonly span: Span;
}

/** Characters kept free for the question, the first heading and the citation, each at its longest. */
const RESERVED = 1500;
/** A message of more lines than this is hard to read, and Discord stops rendering after some more. */
const MOST_PIECES = 8;

/** As many of the paragraphs as fill a message, and one more: markdown is never shorter than its text. */
function filling(paragraphs: readonly Paragraph[]): Paragraph[] {
  let used = 0;
  const last = paragraphs.findIndex(({ span }) => (used += span.end - span.start) > TEXT_LIMIT);
  return last < 0 ? [...paragraphs] : paragraphs.slice(0, last + 2);
}

/**
 * Reads from a part of `start` on, which is one of `paragraphs`: as much as one message holds, at least one piece. A
 * part that the paragraph does not have is the nearest one it has. The blocks are markdown that passed verification;
 * `before` and `next` are where the page before begins, and the page after.
 */
function readPage(
  report: Report,
  paragraphs: readonly Paragraph[],
  start: Paragraph,
  part: number,
  locale: string,
) {
  const at = paragraphs.indexOf(start);
  // More than fit on this page, and on the one before.
  const near = [
    ...filling(paragraphs.slice(Math.max(0, at - MOST_PIECES), at).reverse()).reverse(),
    ...filling(paragraphs.slice(at, at + 1 + MOST_PIECES)),
  ].flatMap((paragraph) => piecesOf(report, paragraph));
  const own = near.filter(({ paragraph }) => paragraph === start);
  const first = own[Math.min(Math.max(part, 1), own.length) - 1];
  if (!first) throw new RangeError(`¶ ${start.number} has no part to read`);
  const from = near.indexOf(first);
  const shown = fitting(report, near.slice(from), locale);
  const rendered = shown.map((piece) => renderPiece(report, piece, piece === first, locale));
  return {
    blocks: rendered.map(({ markdown }) => markdown),
    first,
    last: shown.at(-1) ?? first,
    before: fitting(report, near.slice(0, from).reverse(), locale).at(-1),
    next: near[from + shown.length],
    withheld: rendered.flatMap(({ withheld }) => withheld),
  };
}

/** Such as "¶ 3" or "¶ 3, part 2". */
const pieceName = ({ paragraph, part, parts }: Piece, locale: string): string =>
  parts > 1 ? wordingFor(locale).passage.piece(paragraph.number, part) : `¶ ${paragraph.number}`;

function piecesOf(report: Report, paragraph: Paragraph): readonly Piece[] {
  const spans = splitPassage(report, paragraph, QUOTE_BUDGET);
  return spans.map((span, at) => ({ paragraph, part: at + 1, parts: spans.length, span }));
}

/** As many as one message holds, and the first in any case. */
function fitting(report: Report, pieces: readonly Piece[], locale: string): readonly Piece[] {
  let budget = TEXT_LIMIT - RESERVED;
  let text = '';
  const most = pieces.slice(0, MOST_PIECES);
  const count = most.findIndex((piece, at) => {
    budget -= renderPiece(report, piece, false, locale).markdown.length;
    text += `\n${slice(report.body, piece.span)}`;
    return at > 0 && (budget < 0 || findExcess(text) !== undefined);
  });
  return count < 0 ? most : most.slice(0, count);
}

/** The section's heading is above its first paragraph, and above the first of the page. */
function renderPiece(report: Report, piece: Piece, opensPage: boolean, locale: string) {
  const { paragraph, part, parts, span } = piece;
  const name = pieceName(piece, locale);
  const { heading, number } = paragraph;
  const opensSection = part === 1 && heading !== report.paragraphs[number - 2]?.heading;
  const quotation = quoteOrWithhold(report, span, locale);
  return {
    ...quotation,
    markdown: [
      ...(heading !== undefined && (opensPage || opensSection) ? [`**${nameMarkdown(heading)}**`] : []),
      `-# ${parts > 1 ? wordingFor(locale).passage.of(name, parts) : name}`,
      quotation.markdown,
    ].join('\n'),
  };
}
