import { appositionEnd } from './appositions.ts';
import { MAX_WORDS, type Subject, UNKNOWN } from './noun-phrases.ts';
import {
  ADVERBS,
  bare,
  CLAUSE_OPENERS,
  DETERMINERS,
  FINITE,
  isSpeakerNoun,
  NAME_LINKS,
  PARTICLES,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
} from '../words/lexicon.ts';
import { isNameWord, isWord, namesSpeaker } from '../words/name-words.ts';
import { lowerAt, type Token } from '../words/tokens.ts';

const isPhraseEnd = (token: Token): boolean =>
  token.kind !== 'word' && token.text !== '&' && token.kind !== 'quote';

/** End of the phrase that begins at `from`: "said Ann Lee of the mill in a statement" stops before "in". */
const phraseEnd = (tokens: readonly Token[], from: number, limit: number): number => {
  let at = from;
  let named = false;
  while (at < limit && at - from <= MAX_WORDS) {
    const token = tokens[at];
    if (token === undefined || isPhraseEnd(token)) break;
    if (at > from && SUBORDINATORS.has(token.lower) && token.lower !== 'for') break;
    if (at > from && PREPOSITIONS.has(token.lower)) {
      const joins = /^(?:of|for|from|at|with)$/u.test(token.lower) || (!named && NAME_LINKS.has(token.lower));
      if (!joins) break;
    }
    if (at > from && (ADVERBS.has(token.lower) || FINITE.has(token.lower)) && token.lower !== 'and') break;
    if (isNameWord(token)) named = true;
    else if (named && !PARTICLES.has(token.lower) && !isSpeakerNoun(bare(token.lower))) break;
    at += 1;
  }
  return at;
};

/**
 * The speaker's words that begin at token `from`, as after an inverted verb, "according to" or "by". `free`: the
 * statement comes before, so that any phrase between commas is an apposition.
 */
export const phraseAfter = (tokens: readonly Token[], from: number, limit: number, free = false): Subject => {
  const first = tokens[from];
  if (!isWord(first) || from >= limit) return UNKNOWN;
  if (PRONOUNS.has(first.lower)) return { kind: 'speaker', range: { from, to: from + 1 } };
  const to = phraseEnd(tokens, from, limit);
  if (to <= from || !namesSpeaker(tokens, { from, to })) return UNKNOWN;
  return { kind: 'speaker', range: { from, to: appositionEnd(tokens, to, limit, free) } };
};

/** Past at most four words for who is spoken to: "reporters", "the BBC", "Lee and Park". Undefined when nobody is. */
export const addresseeEnd = (tokens: readonly Token[], from: number, limit: number): number | undefined => {
  const start = DETERMINERS.has(lowerAt(tokens, from)) ? from + 1 : from;
  let at = start;
  while (at < limit && at - start < 4 && isWord(tokens[at]) && !closesAddressee(lowerAt(tokens, at))) at += 1;
  return at > start ? at : undefined;
};

const closesAddressee = (word: string): boolean =>
  [DETERMINERS, CLAUSE_OPENERS, PREPOSITIONS, FINITE].some((closing) => closing.has(word));
