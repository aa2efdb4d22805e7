import type { Paragraph } from '../../corpus/report.ts';
import type { Span } from '../../text/span.ts';
import { createTokenizer, WORD_CHARACTERS } from '../../text/tokenizer.ts';
import type { Quotation } from '../speech/quotations.ts';

const MARKS = ['word', 'comma', 'colon', 'dash', 'stop', 'open', 'close', 'other'] as const;

/** `quote` is a whole quotation; `border` has no width and separates sentences, outside quotations. */
export type TokenKind = (typeof MARKS)[number] | 'quote' | 'border';

/** Offsets are into the report's body. */
export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
  readonly lower: string;
  /** The quotation's index in the paragraph's list, for a `quote`. */
  readonly quotation?: number;
  /** For a `quote`: its words close with a mark, as speech before "she said" does, or are as long as only speech is. */
  readonly ended?: boolean;
}

/** Half-open range of token indexes. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** The token's text in lower case; empty outside the list and for quotations. */
export const lowerAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? '';

/** From the first to the last token of a range. */
export const spanOf = (tokens: readonly Token[], { from, to }: TokenRange): Span => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
});

const RUN = String.raw`(?!\p{M})[${WORD_CHARACTERS}]+`;
/** Signs inside a word join it: "don't", "R&D", "and/or", "20,000"; an apostrophe after a final "s" belongs to it. */
const WORD = String.raw`${RUN}(?:(?:[-‑'’&/.]|(?<=\d),(?=\d{3}))${RUN})*(?:(?<=s)['’](?![\p{L}\p{N}]))?`;

const tokenize = createTokenizer(
  MARKS,
  new RegExp(String.raw`(${WORD})|([,;])|(:)|([—–-])|([.!?…])|([([])|([)\]])|(\S)`, 'gu'),
);

/** Lower case, with straight apostrophes. */
const lowerCase = (word: string): string => word.toLowerCase().replaceAll('’', "'");

const readWords = (text: string, offset: number): Token[] => {
  const tokens: Token[] = [];
  for (const read of tokenize(text, offset)) {
    const last = tokens.at(-1);
    // A stop inside a sentence right after a short word belongs to an abbreviation: "Col.", "U.S."
    const abbreviation =
      read.text === '.' && last?.kind === 'word' && last.end === read.start && last.text.length <= 5;
    if (abbreviation && /^\s?[\p{L}\p{N},;:]/u.test(text.slice(read.end - offset, read.end - offset + 2))) {
      const joined = `${last.text}.`;
      tokens[tokens.length - 1] = { ...last, end: read.end, text: joined, lower: lowerCase(joined) };
    } else {
      // Written out: to spread the token took a seventh of the time that reading a report for speech takes.
      const { kind, text: written, start, end } = read;
      tokens.push({ kind, start, end, text: written, lower: lowerCase(written) });
    }
  }
  return tokens;
};

/** A quotation of more UTF-16 units than this is speech, even when no mark closes it. */
const LONGEST_TERM = 30;

const NO_TEXT = { text: '', lower: '' };

/**
 * A paragraph as words and marks, each quotation as one token, with a border after each sentence that ends outside
 * quotations. Quotations are ordered and their spans are of the body.
 */
export const readTokens = (body: string, paragraph: Paragraph, quotations: readonly Quotation[]): Token[] => {
  const tokens: Token[] = [];
  const ends = paragraph.sentences.map((sentence) => sentence.end);
  let at = paragraph.span.start;
  let nextEnd = 0;
  const readPlain = (until: number): void => {
    for (let end = ends[nextEnd]; end !== undefined && end < until; end = ends[nextEnd]) {
      if (end > at) tokens.push(...readWords(body.slice(at, end), at));
      at = Math.max(at, end);
      if (at > paragraph.span.start) tokens.push({ kind: 'border', start: at, end: at, ...NO_TEXT });
      nextEnd += 1;
    }
    if (until > at) tokens.push(...readWords(body.slice(at, until), at));
  };
  for (const [index, { outer, inner }] of quotations.entries()) {
    readPlain(outer.start);
    while ((ends[nextEnd] ?? Infinity) < outer.end) nextEnd += 1;
    const words = body.slice(inner.start, inner.end).trimEnd();
    const ended = words.length > LONGEST_TERM || /[,.!?…—–-]['’”"]?$/u.test(words.slice(-2));
    tokens.push({ kind: 'quote', ...outer, ...NO_TEXT, quotation: index, ended });
    at = outer.end;
  }
  const { end } = paragraph.span;
  readPlain(end);
  return [...tokens, { kind: 'border', start: end, end, ...NO_TEXT }];
};
