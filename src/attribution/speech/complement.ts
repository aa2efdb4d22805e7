import type { Token } from '../words/tokens.ts';

/** What follows a verb of speech: token indexes. `direct` lists quotations; `clause` opens reported speech. */
export type Complement =
  | { readonly kind: 'direct'; readonly quotes: readonly number[] }
  | { readonly kind: 'clause'; readonly from: number }
  | { readonly kind: 'none' };

export const NONE: Complement = { kind: 'none' };

/** How far, in tokens, a "that", a quotation or a finite verb may stand from its verb of speech. */
export const REACH = 14;

/** The quotation at `at`, with those that "and" joins to it. */
export const joinedQuotes = (tokens: readonly Token[], at: number): Complement => {
  const quotes = [at];
  while (/^(?:and|but|or)$/u.test(tokens[(quotes.at(-1) ?? at) + 1]?.lower ?? '')) {
    const next = (quotes.at(-1) ?? at) + 2;
    if (tokens[next]?.kind !== 'quote') break;
    quotes.push(next);
  }
  return { kind: 'direct', quotes };
};
