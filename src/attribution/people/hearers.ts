import { CLAUSE_OPENERS, DETERMINERS, FINITE, HEARERS, PREPOSITIONS } from '../words/lexicon.ts';
import { isCapital } from '../words/name-words.ts';
import type { Token } from '../words/tokens.ts';

/** Past "reporters", "him", "the BBC", "Ann Lee", "a crowded meeting"; undefined when nobody is spoken to. */
export const hearerEnd = (tokens: readonly Token[], from: number, limit: number): number | undefined => {
  let at = from;
  const first = tokens[at];
  if (first?.kind !== 'word') return undefined;
  if (HEARERS.has(first.lower)) return at + 1;
  if (DETERMINERS.has(first.lower)) at += 1;
  const start = at;
  while (at < limit && isCapital(tokens[at]) && at - start < 6) at += 1;
  if (at > start && !DETERMINERS.has(first.lower)) {
    // "told Lee and Park that"
    return tokens[at]?.lower === 'and' && isCapital(tokens[at + 1]) ? at + 2 : at;
  }
  while (at < limit && at - start < 4 && tokens[at]?.kind === 'word' && !closesHearer(tokens[at])) at += 1;
  return at > start ? at : undefined;
};

const closesHearer = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.lower === 'that' ||
    DETERMINERS.has(token.lower) ||
    CLAUSE_OPENERS.has(token.lower) ||
    PREPOSITIONS.has(token.lower) ||
    FINITE.has(token.lower));
