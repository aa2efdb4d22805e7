import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Report } from '../corpus/report.ts';
import { sha256 } from '../library/hashes.ts';
import type { Library } from '../library/library.ts';

/**
 * Where a button leads. It is written into the button itself, so that the button works after a restart, and knows
 * when the reports have changed.
 */
export interface ButtonTarget {
  /** The content version that was served when the button was made. */
  readonly version: string;
  /** The {@link reportKey} of one report; absent: all reports. */
  readonly report?: string;
  /** A paragraph from 1; of a list that has pages, a hit or a page from 0. */
  readonly at: number;
  /** Part of a paragraph that is too long for one message, from 1; 0 for what is no part. */
  readonly part: number;
}

/** 48 bits: even of 10,000 reports no two are likely to have the same key. */
const KEY_DIGITS = 12;
const TARGET = /^([0-9a-f]{8})\.([0-9a-f]{12}|-)\.(\d{1,7})\.(\d{1,5})$/;

export const encodeTarget = ({ version, report = '-', at, part }: ButtonTarget): string =>
  `${version}.${report}.${at}.${part}`;

/** Undefined for text that no button of ours carries. */
export function parseTarget(text: string): ButtonTarget | undefined {
  const [, version, report, at, part] = TARGET.exec(text) ?? [];
  if (version === undefined || report === undefined) return undefined;
  return { version, ...(report !== '-' && { report }), at: Number(at), part: Number(part) };
}

/** Short enough for a button, whatever the id; the same in every version, so that a page can be offered again. */
export const reportKey = ({ id }: Pick<Report, 'id'>): string => sha256(id).slice(0, KEY_DIGITS);

/** Undefined when the library has no such report, or no longer. */
export const findReportByKey = ({ reports }: Library, key: string): Report | undefined =>
  reports.find((report) => reportKey(report) === key);

/** What leads to a paragraph of `library`, or to a part of it. */
export const targetOf = ({ version }: Library, report: Report, paragraph: number, part = 1): string =>
  encodeTarget({ version, report: reportKey(report), at: paragraph, part });

/** What the buttons and menus under a message do. Each custom id begins with one of them. */
export type ComponentName =
  | 'passage'
  | 'others'
  | 'section'
  | 'share'
  | 'remove'
  | 'ask-again'
  | 'as-written'
  | 'read'
  | 'search'
  | 'sources'
  | 'helped'
  | 'wrong'
  | 'gaps'
  | 'dismiss'
  | 'seen'
  | 'add-report'
  | 'report-added'
  | 'settings'
  | 'publish'
  | 'discard'
  | 'details'
  | 'details-sent'
  | 'suggestions'
  | 'edit-report'
  | 'report-edited'
  | 'remove-report'
  | 'choose'
  | 'suggested'
  | 'outline';

/** Discord's `custom_id`: what to do, and with what. At most 100 characters, unique within a message. */
export const customId = (name: ComponentName, argument: string): string => `${name}:${argument}`;

/** The two parts of a custom id; any text has them. */
export function parseCustomId(id: string): { readonly name: string; readonly argument: string } {
  const [name = '', ...argument] = id.split(':');
  return { name, argument: argument.join(':') };
}

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A row of `components`; none when there are none. */
export const rowOf = (components: readonly APIComponentInMessageActionRow[]): readonly Row[] =>
  components.length > 0 ? [{ type: ComponentType.ActionRow, components: [...components] }] : [];

export const button = (name: ComponentName, argument: string, label: string) =>
  ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: customId(name, argument),
    label,
  }) satisfies APIButtonComponentWithCustomId;

/** One page of a list; its entries are counted from 0. */
export interface PageRange {
  readonly from: number;
  /** Without the last. */
  readonly to: number;
}

/**
 * Buttons to the page before, to this page and to the page after, by their numbers from 0. This page's own leads back
 * to it from every message that keeps the row.
 */
export function pagesRow(
  name: ComponentName,
  label: (first: number, last: number) => string,
  target: Pick<ButtonTarget, 'version' | 'report'>,
  pages: readonly PageRange[],
  current: number,
): readonly Row[] {
  const first = Math.max(0, current - 1);
  return rowOf(
    pages.slice(first, current + 2).map(({ from, to }, index) => ({
      ...button(name, encodeTarget({ ...target, at: first + index, part: 0 }), label(from + 1, to)),
      style: first + index === current ? ButtonStyle.Primary : ButtonStyle.Secondary,
    })),
  );
}

/** `total` entries, `size` on a page. */
export const equalPages = (total: number, size: number): readonly PageRange[] =>
  Array.from({ length: Math.ceil(total / size) }, (_, at) => ({
    from: at * size,
    to: Math.min((at + 1) * size, total),
  }));
