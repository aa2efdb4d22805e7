import { type Span, slice } from '../text/span.ts';
import type { Task } from '../text/cooperative-task.ts';
import type { Paragraph, Report } from './report.ts';

/** A report's text as loosely as browsers compare text. */
export interface FoldedReport {
  /** Paragraphs and headings, in order: what text fragments call blocks. No part of a fragment may cross their edges. */
  readonly blocks: readonly Span[];
  readonly text: string;
}

const HEADING = /^ {0,3}#{1,6}[ \t]+(\S.*)$/gmu;
/** Printable or white space; these fold many times faster. */
const ASCII = /^[\t-\r -~]*$/u;
const CLOSING_SIGNS = /(?<=[ \t])#+$/u;

/** In UTF-16 code units. That words stand once in a longer text takes too long to prove, several times for each link. */
const LONGEST_FOLDED = 1_000_000;

/** Whether a link can lead to a place in the report's source; else to its beginning at most. */
export const isLinkable = ({ url, body }: Pick<Report, 'url' | 'body'>): boolean =>
  url !== undefined && body.length <= LONGEST_FOLDED;

/** Takes far longer for a large report than all else about a link: keep what it returns. */
export function* foldReport({ body, paragraphs }: Report): Task<FoldedReport> {
  const blocks: Span[] = [];
  let text = '';
  for (const block of blocksOf(body, paragraphs)) {
    blocks.push(block);
    text += foldText(slice(body, block));
    yield;
  }
  return { blocks, text };
}

/**
 * `text` without what browsers overlook when they look for text, or some of them do: case, accents, the form of
 * quotation marks and letters, what cannot be seen, and all white space. What is found once here is found at most
 * once there.
 */
export const foldText = (text: string): string =>
  ASCII.test(text) ? text.toLowerCase().replaceAll(/\s/gu, '') : foldUnicode(text);

const foldUnicode = (text: string): string =>
  text
    .normalize('NFKD')
    // By way of the capitals, so that ß is ss and both forms of the small sigma are one.
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Default_Ignorable_Code_Point}\s]/gu, '')
    .replaceAll('ς', 'σ')
    .replaceAll(/[“”„‟«»″]/gu, '"')
    .replaceAll(/[‘’‚‛‹›′]/gu, "'");

function* blocksOf(body: string, paragraphs: readonly Paragraph[]): Generator<Span> {
  let from = 0;
  for (const { span } of paragraphs) {
    yield* headingsBetween(body, from, span.start);
    yield span;
    from = span.end;
  }
  yield* headingsBetween(body, from, body.length);
}

/** Without their signs, which no page shows. */
function* headingsBetween(body: string, from: number, to: number): Generator<Span> {
  for (const heading of body.slice(from, to).matchAll(HEADING)) {
    const text = heading[1] ?? '';
    const start = from + heading.index + heading[0].length - text.length;
    const end = start + text.trimEnd().replace(CLOSING_SIGNS, '').trimEnd().length;
    if (start < end) yield { start, end };
  }
}
