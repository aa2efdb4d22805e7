/** One word or sign of a text, `[start, end)` in UTF-16 code units. */
export interface QuotationToken {
  /** What tokens have in common that differ in typography alone. Case stays: it is no typography. */
  readonly key: string;
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

export type TokenKind = 'word' | 'quotation mark' | 'dash' | 'ellipsis' | 'sign';

/** Written without white space between words, so that each character is compared on its own. */
const SPACELESS = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;
const INVISIBLE = String.raw`\p{Default_Ignorable_Code_Point}`;
const DOTS = String.raw`(?:…+|\.{3,}|\.(?:\s\.){2,})`;

/** In this order. What none matches stands between tokens: white space, control and invisible characters. */
const TOKEN = new RegExp(
  [
    String.raw`(?<ellipsis>[\[\(]\s?${DOTS}\s?[\]\)]|${DOTS})`,
    String.raw`(?<dash>-{2,}|[\-‐‑‒–—―−﹘－])`,
    `(?<quotation>["'\`´“”„‟«»‘’‚‛‹›′″「」『』])`,
    // "3.5" and "50,000" are one word each: half of a number is another number.
    String.raw`(?<word>[${SPACELESS}][\p{M}${INVISIBLE}]*|[\p{L}\p{N}](?:(?![${SPACELESS}])[\p{L}\p{N}\p{M}${INVISIBLE}]|(?<=\p{Nd})[.,](?=\p{Nd}))*)`,
    String.raw`(?<sign>[^\s\p{Cc}${INVISIBLE}])`,
  ].join('|'),
  'gu',
);

/** Letters that printers join into one character. */
const LIGATURES = /[\uFB00-\uFB06]/gu;
const INVISIBLES = new RegExp(INVISIBLE, 'gu');
const ASCII = /^[!-~]+$/u;

/** The words and signs of `text`, in order. Linear in its length; does not throw on any text. */
export function* quotationTokens(text: string): Generator<QuotationToken> {
  for (const { 0: raw, index: start, groups = {} } of text.matchAll(TOKEN)) {
    const kind = kindOf(groups);
    yield { key: keyOf(kind, raw), kind, start, end: start + raw.length };
  }
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): TokenKind {
  if (groups['word'] !== undefined) return 'word';
  if (groups['sign'] !== undefined) return 'sign';
  if (groups['quotation'] !== undefined) return 'quotation mark';
  return groups['dash'] === undefined ? 'ellipsis' : 'dash';
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
      return ASCII.test(raw) ? raw : plainLetters(raw);
  }
}

const plainLetters = (raw: string): string =>
  raw
    .replaceAll(INVISIBLES, '')
    .replaceAll(LIGATURES, (ligature) => ligature.normalize('NFKD'))
    .normalize('NFC') || raw;
