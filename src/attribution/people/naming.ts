import { type Complement, joinedQuotes, NONE, REACH } from '../speech/complement.ts';
import { FINITE } from '../words/lexicon.ts';
import type { Token } from '../words/tokens.ts';

/** "described it as QUOTE", "called the plan QUOTE": the object first. A title or a term is a name, not a statement. */
export const readNaming = (
  tokens: readonly Token[],
  after: number,
  limit: number,
  body: string,
): Complement => {
  for (let at = after + 1; at < Math.min(limit, after + REACH); at += 1) {
    const token = tokens[at];
    if (token === undefined || FINITE.has(token.lower)) return NONE;
    if (token.kind === 'quote') {
      const before = tokens[at - 1]?.lower ?? '';
      const words = body.slice(token.start + 1, token.end - 1).split(/\s+/u, 4);
      const titled = words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word));
      const named =
        /^(?:the|this|his|her|their|its)$/u.test(before) &&
        tokens[at - 2]?.lower !== 'as' &&
        words.length < 4;
      return titled || named || (/^\p{Lu}/u.test(words[0] ?? '') && words.length < 4)
        ? NONE
        : joinedQuotes(tokens, at);
    }
    if (token.kind !== 'word') return NONE;
  }
  return NONE;
};
