import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Paragraph, Report } from '../corpus/report.ts';
import { type Section, sectionsOf } from '../corpus/sections.ts';
import { wordingFor } from '../i18n/wording.ts';
import { button, customId, equalPages, pagesRow, reportKey, type Row, rowOf, targetOf } from './buttons.ts';
import { nameMarkdown, titleMarkdown, writtenDate } from './citation.ts';
import { linkButtons, messageRow, othersRow } from './passage-buttons.ts';
import { truncate } from './quote/escape.ts';
import { renderExcerpts } from './render-excerpts.ts';
import { container, type RenderContext, type Reply, TEXT_LIMIT, textDisplay } from './reply.ts';

const ENTRIES_PER_PAGE = 6;
const REPORTS_PER_PAGE = 4;
/** Discord's limits: of the options of a menu, and for each. */
const MOST_OPTIONS = 25;
const OPTION_LIMIT = 100;

/** `question`: the line that holds it, as markdown, where somebody asked for the outline. */
interface OutlineContext extends RenderContext {
  readonly question?: string | undefined;
}

/**
 * What a report is about, in its own words: one page, from 0 on, of its sections with their first sentences; where it has
 * no sections, of its paragraphs. Undefined when there is no such page.
 */
export function renderOutline(context: OutlineContext, report: Report, page: number): Reply | undefined {
  const { library, locale } = context;
  const { guide, buttons, passage } = wordingFor(locale);
  const { outline: say } = guide;
  const sections = sectionsOf(report);
  const entries: readonly Section[] =
    sections.length > 1
      ? sections
      : report.paragraphs.map((paragraph) => ({ first: paragraph, last: paragraph }));
  const pages = equalPages(entries.length, ENTRIES_PER_PAGE);
  const range = pages[page];
  const [first] = report.paragraphs;
  if (!range || !first) return undefined;
  const shown = entries.slice(range.from, range.to);
  const facts = [
    ...sourceMarkdown(report, locale),
    ...(sections.length > 1 ? [say.sections(sections.length)] : []),
    passage.content(library.version),
  ];
  const head = `${titleMarkdown(report)}\n-# ${facts.join(' · ')}\n-# ${sections.length > 1 ? say.head : say.headParagraphs}`;
  const body = entryBlocks(
    shown.map((section) => ({
      report,
      paragraph: section.first,
      caption: captionOf(section, locale),
    })),
    TEXT_LIMIT - head.length - (context.question?.length ?? 0),
    locale,
  );
  const target = { version: library.version, report: reportKey(report) };
  const opened = shown.map((section) => ({ report, paragraph: section.first }));
  const read = button('read', targetOf(library, report, 1), say.readFrom(1));
  return {
    components: [
      ...questionBlock(context),
      container([head, ...body.blocks]),
      ...othersRow(context, opened, buttons.openPassage),
      ...(pages.length > 1 ? pagesRow('outline', say.pages, target, pages, page) : []),
      ...messageRow(context, [
        { ...read, style: ButtonStyle.Primary },
        ...linkButtons(context, report, first.span),
      ]),
    ],
    withheld: body.withheld,
  };
}

/** One page of `reports`, from page 0 on, each with its first section; and a menu to open the outline of one. */
export function renderOutlines(
  context: OutlineContext,
  reports: readonly Report[],
  page: number,
): Reply | undefined {
  const { library, locale } = context;
  const { guide, buttons } = wordingFor(locale);
  const { outline: say } = guide;
  const pages = equalPages(reports.length, REPORTS_PER_PAGE);
  const range = pages[page];
  if (!range) return undefined;
  const shown = reports.slice(range.from, range.to);
  const head = say.reports(range.from + 1, range.to, reports.length);
  const body = entryBlocks(
    shown.flatMap((report) => {
      const [section] = sectionsOf(report);
      if (!section) return [];
      const facts = `-# ${sourceMarkdown(report, locale).join(' · ')}`;
      const heading = section.heading === undefined ? [] : [captionOf(section, locale)];
      return [
        {
          report,
          paragraph: section.first,
          caption: [titleMarkdown(report), facts, ...heading].join('\n'),
        },
      ];
    }),
    TEXT_LIMIT - head.length - (context.question?.length ?? 0),
    locale,
  );
  // Only the pages of all reports can be turned: a button cannot name several.
  const isAll = reports === library.reports;
  return {
    components: [
      ...questionBlock(context),
      container([head, ...body.blocks]),
      ...outlinesMenu(context, isAll ? shown : reports.slice(0, MOST_OPTIONS), say.open),
      ...(isAll && pages.length > 1
        ? pagesRow('outline', buttons.reports, { version: library.version }, pages, page)
        : []),
      ...messageRow(context),
    ],
    withheld: body.withheld,
  };
}

const questionBlock = ({ question }: OutlineContext) =>
  question === undefined ? [] : [textDisplay(question)];

const sourceMarkdown = ({ publisher, author, published, paragraphs }: Report, locale: string) => [
  ...[publisher, author].flatMap((name) => (name === undefined ? [] : [nameMarkdown(name)])),
  ...(published === undefined ? [] : [writtenDate(published, locale)]),
  wordingFor(locale).sources.paragraphs(paragraphs.length),
];

/** Such as "**The strikes** · ¶ 1 to ¶ 5". */
function captionOf({ heading, first, last }: Section, locale: string): string {
  const { passage: say } = wordingFor(locale);
  const [from, to] = [`¶ ${first.number}`, `¶ ${last.number}`];
  const place = from === to ? from : say.range(from, to);
  return heading === undefined ? `**${place}**` : `**${nameMarkdown(heading)}** · ${place}`;
}

/** Each entry with the first sentence of its paragraph below its caption, in `budget` characters. */
function entryBlocks(
  entries: readonly { readonly report: Report; readonly paragraph: Paragraph; readonly caption: string }[],
  budget: number,
  locale: string,
) {
  const captions = entries.reduce((sum, { caption }) => sum + caption.length + 1, 0);
  const hits = entries.map(({ report, paragraph }) => ({
    report,
    paragraph,
    excerpt: paragraph.sentences[0] ?? paragraph.span,
    matches: [],
  }));
  const quoted = renderExcerpts(hits, budget - captions, locale);
  return {
    blocks: quoted.map(({ markdown, note }, at) => `${entries[at]?.caption ?? ''}\n${markdown}${note}`),
    withheld: quoted.flatMap(({ withheld }) => withheld),
  };
}

function outlinesMenu(
  { library }: Pick<RenderContext, 'library'>,
  reports: readonly Report[],
  placeholder: string,
): readonly Row[] {
  const options = reports.map((report) => ({
    label: truncate(report.title, OPTION_LIMIT),
    value: targetOf(library, report, 0),
    description: truncate(report.id, OPTION_LIMIT),
  }));
  if (options.length === 0) return [];
  const id = customId('outline', library.version);
  return rowOf([{ type: ComponentType.StringSelect, custom_id: id, placeholder, options }]);
}
