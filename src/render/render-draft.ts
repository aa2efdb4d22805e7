import { type APILabelComponent, ButtonStyle, ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { Paragraph, Report } from '../corpus/report.ts';
import { type Wording, wordingFor } from '../i18n/wording.ts';
import type { ReportDraft } from '../library/report-draft.ts';
import { slice } from '../text/span.ts';
import { button, customId, rowOf } from './buttons.ts';
import { nameMarkdown, titleMarkdown, writtenDate } from './citation.ts';
import { escapeMarkdown, truncate } from './quote/escape.ts';
import { container, type Form, type Reply, textDisplay } from './reply.ts';

/** Of each of the two paragraphs that the preview shows, and of each line about the draft. In characters. */
const SHOWN_OF_PARAGRAPH = 200;
const SHOWN_OF_NOTE = 140;
const SHOWN_OF_REMOVED = 100;
const MOST_NOTES = 4;
const MOST_REMOVED = 3;
const REMOVED_FILE = 'left-out.txt';
/** Discord's limit for an option of a menu. */
const OPTION_LIMIT = 100;

/** A draft before it is published, for the person who imported it. `target` names it in buttons. */
export function renderDraft(
  { removed, notes, suggested }: ReportDraft,
  report: Report,
  {
    target,
    replaces,
    locale,
  }: { readonly target: string; readonly replaces: boolean; readonly locale: string },
): Reply {
  const { preview: say } = wordingFor(locale).reports;
  const { paragraphs } = report;
  const [first, last] = [paragraphs[0], paragraphs.at(-1)];
  const blocks = [
    [say.head, ...(replaces ? [say.replaces] : [])].join(' '),
    [titleMarkdown(report), detailsMarkdown(report, locale)].join('\n'),
    ...(first ? [shownParagraph(say.first, report, first)] : []),
    ...(last && last !== first ? [shownParagraph(say.last, report, last)] : []),
    ...list(say.notes, notes, MOST_NOTES, SHOWN_OF_NOTE),
    ...list(
      say.removed(removed.length),
      removed.map(({ place, text, why }) => `${place}: ${text} (${why})`),
      MOST_REMOVED,
      SHOWN_OF_REMOVED,
    ),
    suggested.length > 0 ? say.suggested : say.suggestedNone,
  ];
  return {
    private: true,
    components: [
      container(blocks),
      ...suggestionsRow(suggested, report.questions, target, say.keep),
      ...rowOf([
        { ...button('publish', target, say.publish), style: ButtonStyle.Success },
        button('details', target, say.edit),
        { ...button('discard', target, say.discard), style: ButtonStyle.Danger },
      ]),
      ...(removed.length > MOST_REMOVED
        ? [
            textDisplay(say.removedFile),
            { type: ComponentType.File as const, file: { url: `attachment://${REMOVED_FILE}` } },
          ]
        : []),
    ],
    ...(removed.length > MOST_REMOVED && {
      files: [
        {
          name: REMOVED_FILE,
          text: removed.map(({ place, text, why }) => `${place} (${why}): ${text}\n`).join(''),
        },
      ],
    }),
  };
}

/** What a report says of itself, in one line of small print. */
export function detailsMarkdown(
  { id, publisher, published, url, language, paragraphs }: Report,
  locale: string,
): string {
  const details = [
    ...(publisher === undefined ? [] : [nameMarkdown(publisher)]),
    ...(published === undefined ? [] : [writtenDate(published, locale)]),
    language,
    wordingFor(locale).sources.paragraphs(paragraphs.length),
    ...(url === undefined ? [] : [`<${truncate(new URL(url).href, SHOWN_OF_PARAGRAPH)}>`]),
    `\`${id}\``,
  ];
  return `-# ${details.join(' · ')}`;
}

const shownParagraph = (head: string, { body }: Report, { number, span }: Paragraph): string =>
  `${head}\n> ¶ ${number} ${lineOf(slice(body, span), SHOWN_OF_PARAGRAPH)}`;

const lineOf = (text: string, limit: number): string =>
  escapeMarkdown(truncate(text.replaceAll(/\s+/gu, ' '), limit));

const list = (head: string, lines: readonly string[], most: number, limit: number): readonly string[] =>
  lines.length === 0
    ? []
    : [[head, ...lines.slice(0, most).map((line) => `- ${lineOf(line, limit)}`)].join('\n')];

/** A menu with all suggestions, of which those that are kept are chosen. */
function suggestionsRow(
  suggested: readonly string[],
  kept: readonly string[],
  target: string,
  placeholder: string,
) {
  const options = suggested.map((question, at) => ({
    label: truncate(question, OPTION_LIMIT),
    value: String(at),
    default: kept.includes(question),
  }));
  return rowOf(
    options.length === 0
      ? []
      : [
          {
            type: ComponentType.StringSelect,
            custom_id: customId('suggestions', target),
            placeholder,
            options,
            min_values: 0,
            max_values: options.length,
          },
        ],
  );
}

/** The fields of the form, in its order. */
export const DETAILS = ['title', 'publisher', 'published', 'url', 'language'] as const;
/** Discord's, in characters. */
const FIELD_LIMIT = 4000;
/** A detail as the form shows it: a longer one ends in a visible mark. */
export const shownDetail = (value: string): string => truncate(value, FIELD_LIMIT);

type Detail = (typeof DETAILS)[number];

/** A form with what a report says of itself. `id` is its custom id. */
export function detailsForm(id: string, details: Partial<Record<Detail, string>>, locale: string): Form {
  const { form } = wordingFor(locale).reports;
  const fields = DETAILS.map((key) => fieldOf(key, form, key === 'title', details[key]));
  return { custom_id: id, title: form.title, components: fields };
}

/** A form with the address of a report that is to be added, and what is known of it: not all clients can give a file. */
export function addressForm(id: string, locale: string): Form {
  const { form } = wordingFor(locale).reports;
  const others = DETAILS.filter((key) => key !== 'url').map((key) => fieldOf(key, form, false));
  const address = { ...fieldOf('url', form, true), description: form.file };
  return { custom_id: id, title: form.add, components: [address, ...others] };
}

const fieldOf = (
  key: Detail,
  { fields }: Wording['reports']['form'],
  required: boolean,
  value?: string,
): APILabelComponent => ({
  type: ComponentType.Label,
  label: fields[key],
  component: {
    type: ComponentType.TextInput,
    custom_id: key,
    style: TextInputStyle.Short,
    required,
    max_length: FIELD_LIMIT,
    ...(value !== undefined && { value: shownDetail(value) }),
  },
});
