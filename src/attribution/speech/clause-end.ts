import { COORDINATORS } from '../words/lexicon.ts';
import type { Token } from '../words/tokens.ts';

/**
 * Where the clause that opens at `from` ends: at `limit`, before a second speaker's turn (", but Lee said"), or before
 * a quotation that a colon sets off.
 */
export const clauseEnd = (
  tokens: readonly Token[],
  from: number,
  limit: number,
  isTurn: (from: number) => boolean,
): number => {
  for (let at = from; at < limit; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'border') return at;
    if (token.kind === 'colon' && tokens[at + 1]?.kind === 'quote') return at;
    const next = tokens[at + 1];
    if (token.kind !== 'comma' && token.kind !== 'dash') continue;
    if (token.text === ';' && isTurn(at + 1)) return at;
    if (next !== undefined && COORDINATORS.has(next.lower) && isTurn(at + 2)) return at;
  }
  return limit;
};
