import type { Span } from './span.ts';

/**
 * Scripts that put no space between words, for use inside a character class. A dictionary finds their words (see
 * `findWords`); where words need not be known, each character is a token.
 */
export const UNSPACED_SCRIPTS = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;

/** What words consist of, for use inside a character class: letters, the marks on them, and digits. */
export const WORD_CHARACTERS = String.raw`\p{L}\p{M}\p{N}`;

/** One token of a text, verbatim; `start` and `end` are offsets into the text, in UTF-16 code units. */
export interface TextToken<Kind extends string> extends Span {
  readonly kind: Kind;
  readonly text: string;
}

/** The tokens of a text, in order; `offset` is added to their spans. What no token covers separates tokens. */
export type Tokenizer<Kind extends string> = (text: string, offset?: number) => Generator<TextToken<Kind>>;

/**
 * Reads tokens with one regular expression of alternatives, tried in order, each of them one capturing group.
 *
 * @param kinds the kind of token that each group of `pattern` matches
 * @param pattern global; must never match the empty string
 */
export const createTokenizer = <const Kind extends string>(
  kinds: readonly Kind[],
  pattern: RegExp,
): Tokenizer<Kind> =>
  function* tokenize(text, offset = 0) {
    for (const match of text.matchAll(pattern)) {
      const kind = kinds.find((_, at) => match[at + 1] !== undefined);
      const start = offset + match.index;
      if (kind !== undefined) yield { kind, text: match[0], start, end: start + match[0].length };
    }
  };
