import {
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Passage } from '../answer/answer.ts';
import type { Report } from '../corpus/report.ts';
import { sectionOf } from '../corpus/sections.ts';
import { wordingFor } from '../i18n/wording.ts';
import { slice, type Span } from '../text/span.ts';
import { button, customId, type Row, rowOf, targetOf } from './buttons.ts';
import { truncate } from './quote/escape.ts';
import { sourceLink } from './quote/source-link.ts';
import type { RenderContext } from './reply.ts';

/** Discord's limit for the label, the value and the description of a select option. */
const OPTION_LIMIT = 100;

/** Buttons to what surrounds a passage: its other parts, the paragraphs before and after, its section. */
export function aroundRows(
  { library, locale }: RenderContext,
  { report, paragraph }: Passage,
  part: number,
  parts: number,
): readonly Row[] {
  const { buttons: say } = wordingFor(locale);
  const { number, heading } = paragraph;
  const to = (target: number, targetPart = 1) => targetOf(library, report, target, targetPart);
  return rowOf([
    ...(part > 1 ? [button('passage', to(number, part - 1), say.part(part - 1, parts))] : []),
    ...(part < parts ? [button('passage', to(number, part + 1), say.part(part + 1, parts))] : []),
    ...(number > 1 ? [button('passage', to(number - 1), say.before(number - 1))] : []),
    ...(number < report.paragraphs.length ? [button('passage', to(number + 1), say.after(number + 1))] : []),
    ...(heading !== undefined && sectionOf(report, number).length > 1
      ? [button('section', to(number, 0), say.section)]
      : []),
  ]);
}

/** A menu of passages that were found. */
export function othersRow(
  { library }: Pick<RenderContext, 'library'>,
  passages: readonly Pick<Passage, 'report' | 'paragraph'>[],
  placeholder: string,
): readonly Row[] {
  if (passages.length === 0) return [];
  const options = passages.map(({ report, paragraph }) => ({
    label: truncate(`¶ ${paragraph.number} · ${report.title}`, OPTION_LIMIT),
    value: targetOf(library, report, paragraph.number),
    description: truncate(slice(report.body, paragraph.span), OPTION_LIMIT),
  }));
  const id = customId('others', library.version);
  return rowOf([{ type: ComponentType.StringSelect, custom_id: id, placeholder, options }]);
}

/** A link to the first of `spans` that has a place at the source of its own; none without an address. */
export function linkButtons(
  { library, locale }: Pick<RenderContext, 'library' | 'locale'>,
  report: Report,
  ...spans: readonly Span[]
): readonly APIButtonComponentWithURL[] {
  const url = sourceLink(report, spans, () => library.fold(report));
  const label = wordingFor(locale).buttons.source;
  return url === undefined ? [] : [{ type: ComponentType.Button, style: ButtonStyle.Link, label, url }];
}

/** What people can say of the answer that `passage` is; nothing where votes are not kept. */
export function voteButtons(
  { library, locale, takesVotes = false }: RenderContext,
  { report, paragraph }: Passage,
): readonly APIButtonComponentWithCustomId[] {
  if (!takesVotes) return [];
  const { buttons: say } = wordingFor(locale);
  const target = targetOf(library, report, paragraph.number);
  return [button('helped', target, say.helped), button('wrong', target, say.wrong)];
}

/** What can be done with the message itself, after `before`: the links to the source, and the votes. */
export function messageRow(
  { library, locale, audience, isCompleted }: RenderContext,
  before: readonly (APIButtonComponentWithURL | APIButtonComponentWithCustomId)[] = [],
): readonly Row[] {
  const { buttons: say } = wordingFor(locale);
  const act = {
    public: [button('remove', library.version, say.remove)],
    private: [button('share', library.version, say.share)],
    direct: [],
  }[audience];
  const asWritten = isCompleted ? [button('as-written', library.version, say.asWritten)] : [];
  return rowOf([...before, ...asWritten, ...act]);
}
