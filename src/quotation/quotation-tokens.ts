import type { Span } from '../text/span.ts';
import { createTokenizer, UNSPACED_SCRIPTS, WORD_CHARACTERS } from '../text/tokenizer.ts';

/** One word or sign of a text, as its range. */
export interface QuotationToken extends Span {
  /** What tokens have in common that differ in typography alone, capitals included. */
  readonly key: string;
  readonly kind: TokenKind;
}

const KINDS = ['ellipsis', 'dash', 'quotation mark', 'word', 'sign'] as const;
export type TokenKind = (typeof KINDS)[number];

const INVISIBLE = String.raw`\p{Default_Ignorable_Code_Point}`;
const DOTS = String.raw`(?:…+|\.{3,}|\.(?:\s\.){2,})`;
const ELLIPSIS = String.raw`[\[\(]\s?${DOTS}\s?[\]\)]|${DOTS}`;
const DASH = String.raw`-{2,}|[\-‐‑‒–—―−﹘－]`;
const QUOTATION_MARK = `["'\`´“”„‟«»‘’‚‛‹›′″「」『』]`;
/** Scripts without spaces are compared character by character. */
const CHARACTER = String.raw`[${UNSPACED_SCRIPTS}][\p{M}${INVISIBLE}]*`;
/** "3.5" and "50,000" are one word each: half of a number is another number. */
const WORD = String.raw`[\p{L}\p{N}](?:(?![${UNSPACED_SCRIPTS}])[${WORD_CHARACTERS}${INVISIBLE}]|(?<=\p{Nd})[.,](?=\p{Nd}))*`;
/** White space, control and invisible characters separate tokens. */
const SIGN = String.raw`[^\s\p{Cc}${INVISIBLE}]`;

const tokenize = createTokenizer(
  KINDS,
  new RegExp(`(${ELLIPSIS})|(${DASH})|(${QUOTATION_MARK})|(${CHARACTER}|${WORD})|(${SIGN})`, 'gu'),
);

/** Letters that printers join into one character. */
const LIGATURES = /[\uFB00-\uFB06]/gu;
const INVISIBLES = new RegExp(INVISIBLE, 'gu');
const ASCII = /^[!-~]+$/u;

/** The words and signs of `text`, in order. Linear in its length; does not throw on any text. */
export function* quotationTokens(text: string): Generator<QuotationToken> {
  for (const { kind, text: raw, start, end } of tokenize(text)) {
    yield { key: keyOf(kind, raw), kind, start, end };
  }
}

function keyOf(kind: TokenKind, raw: string): string {
  switch (kind) {
    case 'quotation mark':
      return '"';
    case 'dash':
      return '-';
    case 'ellipsis':
      return '…';
    case 'word':
    case 'sign':
      return ASCII.test(raw) ? raw.toLowerCase() : foldCase(plainLetters(raw));
  }
}

/** Capitals first: some letters have them only as a pair, as "ß" does. */
const foldCase = (word: string): string => word.toUpperCase().toLowerCase();

/** A word as Unicode composes it, without invisible characters and ligatures. */
export const plainLetters = (raw: string): string =>
  raw
    .replaceAll(INVISIBLES, '')
    .replaceAll(LIGATURES, (ligature) => ligature.normalize('NFKD'))
    .normalize('NFC') || raw;
