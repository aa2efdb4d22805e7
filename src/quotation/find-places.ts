import type { Task } from '../text/cooperative-task.ts';
import type { Span } from '../text/span.ts';
import type { QuotationIndex } from './quotation-index.ts';
import type { QuotedPart } from './quoted-text.ts';

/** Where each part of a quotation begins, as positions of the index: in order, in one report, not overlapping. */
export type PartPositions = readonly number[];

/** More places than this are not looked for. */
const MOST_PLACES_COUNTED = 100;

/**
 * Where the parts occur in order within one report, tokens alike but for typography; each part as close after the one
 * before as possible. At most 100 places.
 */
export function* findPlaces(
  index: QuotationIndex,
  parts: readonly QuotedPart[],
): Task<readonly PartPositions[]> {
  const lists: (readonly number[])[] = [];
  const known = new Map<string, readonly number[]>();
  for (const part of parts) {
    const name = part.keys.join(' ');
    const list = known.get(name) ?? (yield* occurrencesOf(index, part));
    if (list.length === 0) return [];
    known.set(name, list);
    lists.push(list);
  }
  const places: number[][] = [];
  const cursors = lists.map(() => 0);
  for (const first of lists[0] ?? []) {
    const place = chainFrom(index, parts, lists, cursors, first);
    if (place === undefined) continue;
    // Two beginnings with the same continuation are one place, and the nearer beginning is meant.
    if (places.length > 0 && parts.length > 1 && places.at(-1)?.[1] === place[1]) places.pop();
    if (places.push(place) === MOST_PLACES_COUNTED) break;
  }
  return places;
}

/** The cursors only move on, since a later beginning never has an earlier continuation. */
function chainFrom(
  index: QuotationIndex,
  parts: readonly QuotedPart[],
  lists: readonly (readonly number[])[],
  cursors: number[],
  first: number,
): number[] | undefined {
  const reportEnd = endOfReport(index, first);
  const place = [first];
  let end = first + (parts[0]?.keys.length ?? 0);
  for (let part = 1; part < parts.length; part++) {
    const list = lists[part] ?? [];
    let cursor = cursors[part] ?? 0;
    while (cursor < list.length && (list[cursor] ?? 0) < end) cursor += 1;
    cursors[part] = cursor;
    const at = list[cursor];
    if (at === undefined || at >= reportEnd) return undefined;
    place.push(at);
    end = at + (parts[part]?.keys.length ?? 0);
  }
  return place;
}

export const reportOf = (index: QuotationIndex, position: number): number =>
  index.paragraphs[index.paragraphAt[position] ?? 0]?.report ?? 0;

const endOfReport = (index: QuotationIndex, position: number): number =>
  index.ranges[reportOf(index, position)]?.to ?? position;

/** One word a million times over holds a quotation of it as often, and each time as long as it is. */
const MOST_OCCURRENCES = 100_000;
/** Positions between two chances for the event loop, each compared with a quotation of some thousand words at most. */
const CHUNK = 100;

function* occurrencesOf(index: QuotationIndex, { keys }: QuotedPart): Task<readonly number[]> {
  const rarest = findRarest(index, keys);
  const found: number[] = [];
  if (rarest === undefined) return found;
  for (const [at, position] of rarest.positions.entries()) {
    const from = position - rarest.offset;
    if (keys.every((key, word) => index.keys[from + word] === key) && isWhole(index, from, keys.length))
      if (found.push(from) === MOST_OCCURRENCES) break;
    if (at % CHUNK === 0) yield;
  }
  return found;
}

/** Undefined when no report contains a token. */
function findRarest(
  index: QuotationIndex,
  keys: Int32Array,
): { readonly offset: number; readonly positions: Int32Array } | undefined {
  let rarest: { offset: number; positions: Int32Array } | undefined;
  for (const [offset, key] of keys.entries()) {
    if (key < 0) return undefined;
    const positions = index.positionsOf(key);
    if (rarest === undefined || positions.length < rarest.positions.length) rarest = { offset, positions };
  }
  return rarest;
}

/** "can't" does not contain "can", nor "non-lethal" "lethal". */
function isWhole(index: QuotationIndex, from: number, length: number): boolean {
  const { body = '' } = index.reports[reportOf(index, from)] ?? {};
  const { start, end } = spanOf(index, from, from + length);
  return !joinsWords(body, start - 1) && !joinsWords(body, end);
}

const JOINTS = "'’‐‑-";
const JOINT = /^[\p{L}\p{N}\p{M}]['’‐‑-][\p{L}\p{N}]$/u;

/** Whether an apostrophe or a hyphen at `offset` joins its two sides into one word. */
export const joinsWords = (body: string, offset: number): boolean =>
  offset > 0 && JOINTS.includes(body.charAt(offset)) && JOINT.test(body.slice(offset - 1, offset + 2));

/** From the first to the last token of the positions `[from, to)`, as a range of the report's body. */
export const spanOf = (index: QuotationIndex, from: number, to: number): Span => ({
  start: index.starts[from] ?? 0,
  end: index.ends[to - 1] ?? 0,
});
