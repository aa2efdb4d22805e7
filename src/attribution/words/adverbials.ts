import {
  ADVERBS,
  bare,
  COORDINATORS,
  DAYS,
  DETERMINERS,
  MONTHS,
  NEGATIONS,
  OCCASIONS,
  PREPOSITIONS,
  TIMES,
} from './lexicon.ts';
import { lowerAt, type Token } from './tokens.ts';

/** A day, a month or another word for when. May and March only with a capital; a bare "may" is a verb. */
export const isTimeWord = (token: Token | undefined): boolean => {
  if (token?.kind !== 'word') return false;
  const word = bare(token.lower);
  return DAYS.has(word) || TIMES.has(word) || (MONTHS.has(word) && /^\p{Lu}/u.test(token.text));
};

/** "Emily" is none, and "hardly" denies. */
export const isAdverb = ({ lower, text }: Token): boolean =>
  ADVERBS.has(lower) || (/^[a-z]+ly$/u.test(text) && !NEGATIONS.has(lower));

/** Back over "also", "later", "on Tuesday" to the words before them. */
export const skipAdverbialsBefore = (tokens: readonly Token[], to: number, floor: number): number => {
  let at = to;
  for (;;) {
    const token = tokens[at - 1];
    if (token === undefined || at - 1 < floor || token.kind !== 'word') return at;
    if (isTimeWord(token) && at - 1 > floor) {
      at -= 1;
      if (at - 1 > floor && PREPOSITIONS.has(lowerAt(tokens, at - 1))) at -= 1;
    } else if (isAdverb(token) && !COORDINATORS.has(token.lower) && token.lower !== 'so' && at - 1 > floor)
      at -= 1;
    else return at;
  }
};

export const isTimeOrNumber = (token: Token | undefined): boolean =>
  isTimeWord(token) || /^\d{1,4}$/u.test(token?.text ?? '');

/** Forward over "on Tuesday", "in a statement", "also" right after a verb of speech. */
export const skipAdverbialsAfter = (tokens: readonly Token[], from: number, limit: number): number => {
  let at = from;
  for (;;) {
    const token = tokens[at];
    if (token === undefined || at >= limit || token.kind !== 'word') return at;
    if (isTimeWord(token) && /^(?:\p{Lu}|(?:last|late|early)$)/u.test(token.text)) {
      while (at < limit && isTimeOrNumber(tokens[at])) at += 1;
    } else if (/^(?:on|in|at|during|by|via|after|through|from)$/u.test(token.lower)) {
      const end = occasionEnd(tokens, at + 1, limit);
      if (end === undefined) return at;
      at = end;
    } else return at;
  }
};

/** Past "Tuesday evening", "2014", "a written statement". */
const occasionEnd = (tokens: readonly Token[], from: number, limit: number): number | undefined => {
  let at = from;
  if (DETERMINERS.has(lowerAt(tokens, at))) at += 1;
  if (isTimeOrNumber(tokens[at])) {
    while (at < limit && isTimeOrNumber(tokens[at])) at += 1;
    return at;
  }
  for (let ahead = at; ahead < Math.min(at + 4, limit) && tokens[ahead]?.kind === 'word'; ahead += 1)
    if (OCCASIONS.has(lowerAt(tokens, ahead))) return ahead + 1;
  return undefined;
};
