import { slice, type Span } from '../text/span.ts';
import type { QuotationIndex } from './quotation-index.ts';
import { reportOf, spanOf } from './find-places.ts';
import { plainLetters, type QuotationToken, type TokenKind } from './quotation-tokens.ts';

export type TypographyKind =
  'quotation marks' | 'dashes' | 'ellipsis' | 'spaces' | 'capitals' | 'letter forms';

/** How the typography of a quotation differs from the report's; the words are the same. */
export interface TypographicDifference {
  readonly kind: TypographyKind;
  /** How often, at least 1. */
  readonly count: number;
  /** As the report and as the quotation have it. */
  readonly inReport: string;
  readonly inQuote: string;
}

/** Tokens of a quotation, which stand in the index from the position `from` on but for their typography. */
export interface Stretch {
  readonly from: number;
  readonly tokens: readonly QuotationToken[];
}

/**
 * How the typography of stretches of the quotation `text` differs from the report's: each difference once, with how
 * often it occurs. The ends of lines and paragraphs are spaces: people cannot type them everywhere. `letter forms` are
 * accents and ligatures encoded otherwise, and invisible characters inside words.
 */
export function compareTypography(
  index: QuotationIndex,
  text: string,
  stretches: readonly Stretch[],
): readonly TypographicDifference[] {
  const differences = new Map<string, TypographicDifference>();
  const note = (kind: TypographyKind, inReport: string, inQuote: string): void => {
    const key = JSON.stringify([kind, inReport, inQuote]);
    const { count } = differences.get(key) ?? { count: 0 };
    differences.set(key, { kind, count: count + 1, inReport, inQuote });
  };
  for (const { from, tokens } of stretches) {
    const { body = '' } = index.reports[reportOf(index, from)] ?? {};
    let before: { readonly inReport: Span; readonly inQuote: Span } | undefined;
    for (const [at, token] of tokens.entries()) {
      const inReport = spanOf(index, from + at, from + at + 1);
      const ours = before === undefined ? '' : body.slice(before.inReport.end, inReport.start);
      const theirs = before === undefined ? '' : text.slice(before.inQuote.end, token.start);
      if (ours !== theirs && !(isLineEnd(ours) && isSpace(theirs))) note('spaces', ours, theirs);
      const [own, given] = [slice(body, inReport), slice(text, token)];
      if (own !== given) note(kindOf(token.kind, own, given), own, given);
      before = { inReport, inQuote: token };
    }
  }
  return [...differences.values()];
}

function kindOf(token: TokenKind, own: string, given: string): TypographyKind {
  const kind = KINDS[token];
  const isCapital = kind === 'letter forms' && plainLetters(own) !== plainLetters(given);
  return isCapital ? 'capitals' : kind;
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
