import type { Paragraph } from '../../corpus/report.ts';
import type { Span } from '../../text/span.ts';
import type { Quotation } from '../speech/quotations.ts';

/** `quote` is a whole quotation; `border` has no width and stands between sentences, outside quotations. */
export type TokenKind =
  'word' | 'quote' | 'comma' | 'colon' | 'dash' | 'stop' | 'open' | 'close' | 'border' | 'other';

/** Offsets are into the report's body. */
export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
  readonly lower: string;
  /** The quotation's place in the paragraph's list, for a `quote`. */
  readonly quotation?: number;
  /** For a `quote`: its words close with a mark, as speech before "she said" does, or are as long as only speech is. */
  readonly ended?: boolean;
}

const TOKEN =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-‑'’&/.][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*(?:(?<=s)['’](?![\p{L}\p{N}]))?|[^\s]/gu;
const KINDS: Readonly<Record<string, TokenKind>> = {
  ',': 'comma',
  ';': 'comma',
  ':': 'colon',
  '—': 'dash',
  '–': 'dash',
  '-': 'dash',
  '.': 'stop',
  '!': 'stop',
  '?': 'stop',
  '…': 'stop',
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
};

const kindOf = (text: string): TokenKind => KINDS[text] ?? (/^[\p{L}\p{N}]/u.test(text) ? 'word' : 'other');

/** Lower case, with straight apostrophes. */
const lowerCase = (word: string): string => word.toLowerCase().replaceAll('’', "'");

const tokenize = (text: string, start: number): Token[] => {
  const tokens: Token[] = [];
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    const at = start + index;
    const last = tokens.at(-1);
    // A stop within a sentence and fast to a short word belongs to an abbreviation: "Col.", "U.S."
    const abbreviation = word === '.' && last?.kind === 'word' && last.end === at && last.text.length <= 5;
    if (abbreviation && /^\s?[\p{L}\p{N},;:]/u.test(text.slice(index + 1, index + 3))) {
      const joined = `${last.text}.`;
      tokens[tokens.length - 1] = { ...last, end: at + 1, text: joined, lower: lowerCase(joined) };
    } else {
      tokens.push({
        kind: kindOf(word),
        start: at,
        end: at + word.length,
        text: word,
        lower: lowerCase(word),
      });
    }
  }
  return tokens;
};

/** A quotation of more UTF-16 units than this is speech, even when no mark closes it. */
const LONGEST_TERM = 30;

const token = (kind: 'quote' | 'border', { start, end }: Span, quotation?: number): Token => ({
  kind,
  start,
  end,
  text: '',
  lower: '',
  ...(quotation === undefined ? {} : { quotation }),
});

/**
 * A paragraph as words and marks, each quotation as one token, and a border after each sentence that ends outside
 * quotations. Quotations are ordered and their spans are of the body.
 */
export const readTokens = (body: string, paragraph: Paragraph, quotations: readonly Quotation[]): Token[] => {
  const tokens: Token[] = [];
  const ends = paragraph.sentences.map((sentence) => sentence.end);
  let at = paragraph.span.start;
  let nextEnd = 0;
  const readPlain = (until: number): void => {
    for (let end = ends[nextEnd]; end !== undefined && end < until; end = ends[nextEnd]) {
      if (end > at) tokens.push(...tokenize(body.slice(at, end), at));
      at = Math.max(at, end);
      if (at > paragraph.span.start) tokens.push(token('border', { start: at, end: at }));
      nextEnd += 1;
    }
    if (until > at) tokens.push(...tokenize(body.slice(at, until), at));
  };
  for (const [index, { outer }] of quotations.entries()) {
    readPlain(outer.start);
    while ((ends[nextEnd] ?? Infinity) < outer.end) nextEnd += 1;
    const words = body.slice(outer.start + 1, outer.end - 1).trimEnd();
    const ended = words.length > LONGEST_TERM || /[,.!?…—–-]['’”"]?$/u.test(words.slice(-2));
    tokens.push({ ...token('quote', outer, index), ended });
    at = outer.end;
  }
  readPlain(paragraph.span.end);
  tokens.push(token('border', { start: paragraph.span.end, end: paragraph.span.end }));
  return tokens;
};
