import { slice, type Span } from '../text/span.ts';
import type { QuotationIndex } from './quotation-index.ts';
import { type PartPositions, reportOf, spanOf } from './find-places.ts';
import type { QuotedText } from './quoted-text.ts';

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
 * How the typography of a quotation differs from that of the place where its parts begin at `positions`; one entry for
 * each kind. The ends of lines and paragraphs are spaces: people cannot type them everywhere. `letter forms` are accents
 * and ligatures encoded otherwise, and invisible characters inside words.
 */
export function compareTypography(
  index: QuotationIndex,
  positions: PartPositions,
  { text, parts }: QuotedText,
): readonly TypographicDifference[] {
  const differences = new Map<TypographyKind, TypographicDifference>();
  const note = (kind: TypographyKind, inReport: string, inQuote: string): void => {
    const first = differences.get(kind) ?? { kind, count: 0, inReport, inQuote };
    differences.set(kind, { ...first, count: first.count + 1 });
  };
  for (const [part, { tokens }] of parts.entries()) {
    const from = positions[part] ?? 0;
    const { body = '' } = index.reports[reportOf(index, from)] ?? {};
    let before: { readonly inReport: Span; readonly inQuote: Span } | undefined;
    for (const [at, token] of tokens.entries()) {
      const inReport = spanOf(index, from + at, from + at + 1);
      const ours = before === undefined ? '' : body.slice(before.inReport.end, inReport.start);
      const theirs = before === undefined ? '' : text.slice(before.inQuote.end, token.start);
      if (ours !== theirs && !(isLineEnd(ours) && isSpace(theirs))) note('spaces', ours, theirs);
      const [own, given] = [slice(body, inReport), slice(text, token)];
      if (own !== given) note(KINDS[token.kind], own, given);
      before = { inReport, inQuote: token };
    }
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
