import { skipOpening } from './openings.ts';
import {
  bare,
  CONDITIONALS,
  DETERMINERS,
  FINITE,
  isSpeakerNoun,
  NOBODY,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
} from '../words/lexicon.ts';
import { isName, isNameWord, isPronoun, isVerbLike, isWord, startOfSpeaker } from '../words/name-words.ts';
import { SPEECH_VERBS } from '../words/speech-verbs.ts';
import { lowerAt, type Token, type TokenRange } from '../words/tokens.ts';

/**
 * Who is the subject of a verb. `speaker`: these words. `unknown`: somebody, but we are not sure in which words.
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
  token.lower === 'which' ||
  token.lower === 'whom' ||
  token.ended === true;

/** Start of the run of words that ends at `to`. */
export const phraseStart = (tokens: readonly Token[], to: number, floor: number): number => {
  let from = to;
  while (from > floor && to - from <= MAX_WORDS) {
    const token = tokens[from - 1];
    if (token === undefined) break;
    // "as" and "for" join a name's words ("head for Asia"), but "for" alone also opens a clause: see `trimmed`.
    if (token.lower === 'for' && isWord(tokens[from - 2]) && from - 2 >= floor) from -= 1;
    else if (isBoundary(token)) break;
    else from -= 1;
  }
  return from;
};

/** Where "A and B" really begins: with A when both are speakers, else unsure. */
const joinedStart = (tokens: readonly Token[], range: TokenRange): number | undefined => {
  for (let at = range.to - 1; at > range.from; at -= 1) {
    const token = tokens[at];
    if (token?.lower !== 'and' && token?.text !== '&') continue;
    const left = { from: range.from, to: at };
    const right = { from: at + 1, to: range.to };
    // "the Department of Roads and Bridges" holds its "and"; so does "Marks and Spencer".
    if (isName(tokens, left) || isNameWord(tokens[at - 1])) continue;
    const last = tokens[at - 1];
    const leftIsSpeaker = last !== undefined && isSpeakerNoun(bare(last.lower)) && at - range.from <= 6;
    if (leftIsSpeaker) continue;
    const clause = tokens.slice(range.from, at).some(({ lower }) => isVerbLike(lower));
    return clause &&
      (isName(tokens, right) || DETERMINERS.has(lowerAt(tokens, right.from)) || isPronoun(tokens, right))
      ? right.from
      : undefined;
  }
  return range.from;
};

/** Whether one word can be a subject: not "the", "622" or "all". */
const canStandAlone = ({ lower, text }: Token): boolean =>
  /\p{L}/u.test(text) &&
  (PRONOUNS.has(lower) ||
    !DETERMINERS.has(lower) ||
    /^(?:some|many|most|several|few|both|these|those)$/u.test(lower));

/** "completed the", "took his": a verb with its object, where only a noun phrase may stand. */
const holdsVerb = (tokens: readonly Token[], { from, to }: TokenRange): boolean => {
  for (let at = from + 1; at < to - 1; at += 1) {
    const token = tokens[at];
    const next = lowerAt(tokens, at + 1);
    if (token?.lower === 'who') return false;
    if (token?.text === token?.lower && isVerbLike(token?.lower ?? '') && DETERMINERS.has(next)) return true;
  }
  return false;
};

/** A run of words as a subject. */
export const readNounPhrase = (tokens: readonly Token[], from: number, to: number): Subject => {
  const opening = skipOpening(tokens, { from, to });
  if (opening === undefined) return UNKNOWN;
  const joined = joinedStart(tokens, { from: opening, to });
  if (joined === undefined) return UNKNOWN;
  const start = startOfSpeaker(tokens, { from: joined, to });
  const first = tokens[start];
  if (first === undefined || start >= to) return UNKNOWN;
  // "The said farm": no verb at all.
  if (to - start === 1 && /^(?:a|an|the|his|her|its|their|my|our|your)$/u.test(first.lower))
    return NOBODY_SPOKE;
  if (NOBODY.has(first.lower)) return NOBODY_SPOKE;
  if (CONDITIONALS.has(first.lower) || FINITE.has(first.lower)) return NOBODY_SPOKE;
  if (first.lower.endsWith('ing') && !isNameWord(first)) return UNKNOWN;
  if (to - start > 1 ? PRONOUNS.has(first.lower) && first.lower !== 'one' : !canStandAlone(first))
    return UNKNOWN;
  if (start === from && /^[A-Z][a-z]+(?:ing)$/u.test(first.text) && to - start > 2) return UNKNOWN;
  if (/^(?:us|me|him|them)$/u.test(lowerAt(tokens, to - 1))) return NOBODY_SPOKE;
  if (to - start === 1 && first.text === first.lower && isVerbLike(first.lower)) return UNKNOWN;
  if (holdsVerb(tokens, { from: start, to })) return UNKNOWN;
  let relative = false;
  for (const token of tokens.slice(start, to)) {
    if (/^(?:who|whose)$/u.test(token.lower) && token !== first) relative = true;
    if (
      !relative &&
      (FINITE.has(token.lower) ||
        (SPEECH_VERBS.get(token.lower)?.form === 'past' && token.text === token.lower))
    )
      return UNKNOWN;
    if (token.kind === 'quote' && token === first) return UNKNOWN;
  }
  const last = tokens[to - 1];
  if (
    last === undefined ||
    last.lower === 'who' ||
    PREPOSITIONS.has(last.lower) ||
    (DETERMINERS.has(last.lower) &&
      to - start > 1 &&
      !/^(?:others?|all|both|many|some|most|two|three)$/u.test(last.lower))
  )
    return UNKNOWN;
  return { kind: 'speaker', range: { from: start, to } };
};
