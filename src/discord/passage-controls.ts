import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Passage } from '../answer/answer.ts';
import type { Report } from '../corpus/report.ts';
import { type Span, slice } from '../corpus/span.ts';
import { type ControlName, controlId } from './control-id.ts';
import { placeOf } from './place.ts';
import type { RenderContext } from './render-context.ts';
import { shorten } from './shorten.ts';
import { sourceLink } from './source-link.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Discord's limit for the label, the value and the description of a select option. */
const OPTION_LIMIT = 100;

export const row = (components: readonly APIComponentInMessageActionRow[]): Row => ({
  type: ComponentType.ActionRow,
  components: [...components],
});

/** A plain button that carries out a control. */
export const button = (
  name: ControlName,
  argument: string,
  label: string,
): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  custom_id: controlId(name, argument),
  label,
});

/** Buttons to what stands around a passage: its other parts, the paragraphs before and after, its section. */
export function aroundRows(
  { library }: RenderContext,
  { report, paragraph }: Passage,
  part: number,
  parts: number,
): readonly Row[] {
  const { number, heading } = paragraph;
  const to = (target: number, targetPart = 1) => placeOf(library, report, target, targetPart);
  const buttons = [
    ...(part > 1 ? [button('passage', to(number, part - 1), `Part ${part - 1} of ${parts}`)] : []),
    ...(part < parts ? [button('passage', to(number, part + 1), `Part ${part + 1} of ${parts}`)] : []),
    ...(number > 1 ? [button('passage', to(number - 1), `Before: ¶ ${number - 1}`)] : []),
    ...(number < report.paragraphs.length
      ? [button('passage', to(number + 1), `After: ¶ ${number + 1}`)]
      : []),
    ...(heading !== undefined && sectionOf(report, number).length > 1
      ? [button('section', to(number, 0), 'Whole section')]
      : []),
  ];
  return buttons.length > 0 ? [row(buttons)] : [];
}

/** The paragraphs that stand under the same heading as paragraph `number`, in order. */
export function sectionOf({ paragraphs }: Report, number: number): Report['paragraphs'] {
  const heading = paragraphs[number - 1]?.heading;
  const isOther = (index: number) => paragraphs[index]?.heading !== heading;
  let first = number - 1;
  let end = number;
  while (first > 0 && !isOther(first - 1)) first -= 1;
  while (end < paragraphs.length && !isOther(end)) end += 1;
  return paragraphs.slice(first, end);
}

/** A menu of passages that were found. */
export function othersRow(
  { library }: Pick<RenderContext, 'library'>,
  passages: readonly Pick<Passage, 'report' | 'paragraph'>[],
  placeholder: string,
): readonly Row[] {
  if (passages.length === 0) return [];
  const options = passages.map(({ report, paragraph }) => ({
    label: shorten(`¶ ${paragraph.number} · ${report.title}`, OPTION_LIMIT),
    value: placeOf(library, report, paragraph.number),
    description: shorten(slice(report.body, paragraph.span), OPTION_LIMIT),
  }));
  const menu = {
    type: ComponentType.StringSelect as const,
    custom_id: controlId('others', library.version),
    placeholder,
    options,
  };
  return [row([menu])];
}

/** A button to where a passage stands at its source; none without an address. */
export const linkButtons = (report: Report, span: Span): readonly APIButtonComponentWithURL[] => {
  const url = sourceLink(report, span);
  return url === undefined
    ? []
    : [{ type: ComponentType.Button, style: ButtonStyle.Link, label: 'Open the source', url }];
};

/** What can be done with the message itself, beside the links to the source. */
export function messageRow(
  { library, audience }: RenderContext,
  links: readonly APIButtonComponentWithURL[] = [],
): readonly Row[] {
  const act = {
    public: [button('remove', library.version, 'Remove')],
    private: [button('share', library.version, 'Share in channel')],
    direct: [],
  }[audience];
  const buttons = [...links, ...act];
  return buttons.length > 0 ? [row(buttons)] : [];
}
