import type { Span } from '../text/span.ts';
import type { QuotationIndex } from './quotation-index.ts';
import { reportOf } from './find-places.ts';
import type { QuotedPart } from './quoted-text.ts';

export type TypographyKind = 'quotation marks' | 'dashes' | 'ellipsis' | 'spaces' | 'letter forms';

/** How the typography of a quotation differs from the report's; the words are the same. */
export interface TypographicDifference {
  readonly kind: TypographyKind;
  /** How often, at least 1. */
  readonly count: number;
  /** The first of them, as the report and as the quotation have it. */
  readonly inReport: string;
  readonly inQuote: string;
}

/**
 * Where the typography of `part`, a part of the quotation `text`, differs from the tokens from position `from` on.
 * The ends of lines and paragraphs are spaces: people cannot type them everywhere. `letter forms` are accents and
 * ligatures encoded otherwise, and invisible characters inside words.
 */
export function compareTypography(
  index: QuotationIndex,
  from: number,
  part: QuotedPart,
  text: string,
): readonly TypographicDifference[] {
  const { body = '' } = index.reports[reportOf(index, from)] ?? {};
  const differences = new Map<TypographyKind, TypographicDifference>();
  const note = (kind: TypographyKind, inReport: string, inQuote: string): void => {
    const first = differences.get(kind) ?? { kind, count: 0, inReport, inQuote };
    differences.set(kind, { ...first, count: first.count + 1 });
  };
  let before: { readonly inReport: Span; readonly inQuote: Span } | undefined;
  for (const [at, token] of part.tokens.entries()) {
    const inReport = { start: index.starts[from + at] ?? 0, end: index.ends[from + at] ?? 0 };
    const gaps = before && [
      body.slice(before.inReport.end, inReport.start),
      text.slice(before.inQuote.end, token.start),
    ];
    const [ours = '', theirs = ''] = gaps ?? [];
    if (ours !== theirs && !(isLineEnd(ours) && isSpace(theirs))) note('spaces', ours, theirs);
    const [own, given] = [body.slice(inReport.start, inReport.end), text.slice(token.start, token.end)];
    if (own !== given) note(KINDS[token.kind], own, given);
    before = { inReport, inQuote: token };
  }
  return [...differences.values()];
}

const KINDS = {
  'quotation mark': 'quotation marks',
  dash: 'dashes',
  ellipsis: 'ellipsis',
  word: 'letter forms',
  sign: 'letter forms',
} as const;

/** Between paragraphs there may be a heading, which is no part of either. */
const isLineEnd = (gap: string): boolean => gap.includes('\n');
const isSpace = (gap: string): boolean => gap !== '' && gap.trim() === '';
