import { type Span, slice } from '../text/span.ts';
import type { Report } from './report.ts';

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

/** Takes far longer for a large report than all else about a link: keep what it returns. */
export function foldReport(report: Report): FoldedReport {
  const blocks = blocksOf(report);
  return { blocks, text: blocks.map((block) => foldText(slice(report.body, block))).join('') };
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

function blocksOf({ body, paragraphs }: Report): readonly Span[] {
  const blocks: Span[] = [];
  let from = 0;
  for (const { span } of paragraphs) {
    blocks.push(...headingsBetween(body, from, span.start), span);
    from = span.end;
  }
  blocks.push(...headingsBetween(body, from, body.length));
  return blocks;
}

/** Without their signs, which no page shows. */
function headingsBetween(body: string, from: number, to: number): readonly Span[] {
  return Array.from(body.slice(from, to).matchAll(HEADING), (heading) => {
    const text = heading[1] ?? '';
    const start = from + heading.index + heading[0].length - text.length;
    return { start, end: start + text.trimEnd().replace(CLOSING_SIGNS, '').trimEnd().length };
  }).filter(({ start, end }) => start < end);
}
