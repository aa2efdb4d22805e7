import type { QuotationIndex } from './quotation-index.ts';
import { type QuotationToken, quotationTokens } from './quotation-tokens.ts';

/** A quotation as it was given: its text, and its tokens cut into parts where an ellipsis leaves words out. */
export interface QuotedText {
  readonly text: string;
  /** At least one; each with at least one token. */
  readonly parts: readonly QuotedPart[];
}

/** Tokens that must occur side by side in a report. */
export interface QuotedPart {
  readonly tokens: readonly QuotationToken[];
  /** By token: number of its key in the index; -1 for what no report contains. */
  readonly keys: Int32Array;
}

/**
 * The ways to read `text`, the most literal first: as it is; without the quotation marks around it, which may be
 * those of the person who quotes; and each of these with its ellipses read as words left out. None when it has no
 * word.
 */
export function readQuotedText(text: string, index: QuotationIndex): readonly QuotedText[] {
  const tokens = [...quotationTokens(text)];
  if (countWords(tokens) === 0) return [];
  const inner = withoutOuterMarks(tokens);
  const literal = inner.length < tokens.length ? [tokens, inner] : [tokens];
  const joined = literal
    .map(splitAtEllipses)
    .filter((parts) => parts.length > 1 || parts[0]?.length !== tokens.length);
  return [...literal.map((all) => [all]), ...joined]
    .filter((parts) => parts.length > 0)
    .map((parts) => ({ text, parts: parts.map((part) => createPart(part, index)) }));
}

export const countWords = (tokens: readonly QuotationToken[]): number =>
  tokens.filter(({ kind }) => kind === 'word').length;

const createPart = (tokens: readonly QuotationToken[], index: QuotationIndex): QuotedPart => ({
  tokens,
  keys: Int32Array.from(tokens, ({ key }) => index.keyOf(key) ?? -1),
});

function withoutOuterMarks(tokens: readonly QuotationToken[]): readonly QuotationToken[] {
  const isMark = (token: QuotationToken | undefined): boolean => token?.kind === 'quotation mark';
  return isMark(tokens[0]) && isMark(tokens.at(-1)) ? tokens.slice(1, -1) : tokens;
}

/** Parts of signs alone say nothing of where words are left out; they are dropped. */
function splitAtEllipses(tokens: readonly QuotationToken[]): readonly (readonly QuotationToken[])[] {
  const parts: QuotationToken[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'ellipsis') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => countWords(part) > 0);
}
