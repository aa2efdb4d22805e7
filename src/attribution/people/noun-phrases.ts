import { skipOpening } from './openings.ts';
import {
  bare,
  CONDITIONALS,
  DETERMINERS,
  isSpeakerNoun,
  NOBODY,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
} from '../words/lexicon.ts';
import { isName, isNameWord, isWord } from '../words/name-words.ts';
import { lowerAt, type Token, type TokenRange } from '../words/tokens.ts';

/**
 * Who is the subject of a verb. `speaker`: these words. `unknown`: somebody, but it is uncertain in which words.
 * `nobody`: the sentence says that nobody spoke, or only supposes it.
 */
export type Subject =
  | { readonly kind: 'speaker'; readonly range: TokenRange }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'nobody' };

export const UNKNOWN: Subject = { kind: 'unknown' };

export const NOBODY_SPOKE: Subject = { kind: 'nobody' };

/** A longer subject is more likely a misread sentence. */
export const MAX_WORDS = 30;

const isBoundary = (token: Token): boolean =>
  (token.kind !== 'word' && token.kind !== 'quote' && token.text !== '&' && token.text !== '%') ||
  SUBORDINATORS.has(token.lower) ||
  token.ended === true;

/** Start of the run of words that ends at `to`. */
export const phraseStart = (tokens: readonly Token[], to: number, floor: number): number => {
  let from = to;
  while (from > floor && to - from <= MAX_WORDS) {
    const token = tokens[from - 1];
    if (token === undefined) break;
    // "as" and "for" join a name's words ("head for Asia"), but "for" alone also opens a clause.
    if (token.lower === 'for' && isWord(tokens[from - 2]) && from - 2 >= floor) from -= 1;
    else if (isBoundary(token)) break;
    else from -= 1;
  }
  return from;
};

/** Where "A and B" really begins: with A when both are speakers. Undefined when unsure. */
const joinedStart = (tokens: readonly Token[], range: TokenRange): number | undefined => {
  for (let at = range.to - 1; at > range.from; at -= 1) {
    const token = tokens[at];
    if (token?.lower !== 'and' && token?.text !== '&') continue;
    // "the Department of Roads and Bridges" contains its "and"; so does "Marks and Spencer".
    if (isName(tokens, { from: range.from, to: at }) || isNameWord(tokens[at - 1])) continue;
    if (isSpeakerNoun(bare(lowerAt(tokens, at - 1))) && at - range.from <= 6) continue;
    return undefined;
  }
  return range.from;
};

/** Whether one word can be a subject: not "the", "622" or "all". */
const canStandAlone = ({ lower, text }: Token): boolean =>
  /\p{L}/u.test(text) && (PRONOUNS.has(lower) || !DETERMINERS.has(lower));

/** Where a run of words that may be a subject begins, after adverbials and unrelated words. */
const subjectStart = (tokens: readonly Token[], { from, to }: TokenRange): number | undefined => {
  const opening = skipOpening(tokens, { from, to });
  const joined = opening === undefined ? undefined : joinedStart(tokens, { from: opening, to });
  return joined;
};

/** "Nobody", "If Lee", or "the" of "The said farm", which has no verb at all. */
const deniesSpeaker = (first: Token, length: number): boolean =>
  (length === 1 && /^(?:a|an|the|his|her|its|their|my|our|your)$/u.test(first.lower)) ||
  NOBODY.has(first.lower) ||
  CONDITIONALS.has(first.lower);

/** Not "saying", "she the" or "622". `leads`: nothing before `first` was skipped. */
const canOpen = (first: Token, length: number, leads: boolean): boolean => {
  if (length > 1 ? PRONOUNS.has(first.lower) && first.lower !== 'one' : !canStandAlone(first)) return false;
  return !(leads && /^[A-Z][a-z]+(?:ing)$/u.test(first.text) && length > 2);
};

/** Not "of", "who" or "the"; but "these". */
const canClose = ({ lower }: Token, length: number): boolean =>
  lower !== 'who' && !PREPOSITIONS.has(lower) && (length === 1 || !DETERMINERS.has(lower));

/** The words `[from, to)` as a subject. */
export const readNounPhrase = (tokens: readonly Token[], from: number, to: number): Subject => {
  // "In South Carolina he"
  const pronoun = to - from > 1 && /^(?:i|he|she|it|we|they)$/u.test(lowerAt(tokens, to - 1));
  const start = pronoun ? to - 1 : subjectStart(tokens, { from, to });
  const first = tokens[start ?? to];
  const last = tokens[to - 1];
  if (start === undefined || start >= to || first === undefined || last === undefined) return UNKNOWN;
  const length = to - start;
  if (deniesSpeaker(first, length)) return NOBODY_SPOKE;
  if (!canOpen(first, length, start === from)) return UNKNOWN;
  if (/^(?:us|me|him|them)$/u.test(last.lower)) return NOBODY_SPOKE;
  const range = { from: start, to };
  return canClose(last, length) ? { kind: 'speaker', range } : UNKNOWN;
};
