import {
  ADVERBS,
  bare,
  COORDINATORS,
  DAYS,
  DETERMINERS,
  MONTHS,
  OCCASIONS,
  PREPOSITIONS,
  TIMES,
  wordSet,
} from './lexicon.ts';
import { lowerAt, type Token } from './tokens.ts';

/** A day, a month or another word for when. May and March only with a capital; a bare "may" is a verb. */
export const isTimeWord = (token: Token | undefined): boolean => {
  if (token?.kind !== 'word') return false;
  const word = bare(token.lower);
  return DAYS.has(word) || TIMES.has(word) || (MONTHS.has(word) && /^\p{Lu}/u.test(token.text));
};

const isYear = (token: Token | undefined): boolean => token !== undefined && /^\d{4}s?$/u.test(token.text);
/** "Emily" is none. */
export const isAdverb = (token: Token): boolean => ADVERBS.has(token.lower) || /^[a-z]+ly$/u.test(token.text);

/** Back over "also", "later", "on Tuesday", "in 2014", "this week" to the words before them. */
export const skipAdverbialsBefore = (tokens: readonly Token[], to: number, floor: number): number => {
  let at = to;
  for (;;) {
    const token = tokens[at - 1];
    if (token === undefined || at - 1 < floor || token.kind !== 'word') return at;
    if (isYear(token) && /^(?:in|since|by)$/u.test(lowerAt(tokens, at - 2)) && at - 2 > floor) at -= 2;
    else if (isTimeWord(token) && at - 1 > floor) {
      at -= 1;
      while (at - 1 > floor && isTimeOrNumber(tokens[at - 1])) at -= 1;
      const before = lowerAt(tokens, at - 1);
      if (at - 1 > floor && (DETERMINERS.has(before) || PREPOSITIONS.has(before))) at -= 1;
      if (at - 1 > floor && PREPOSITIONS.has(lowerAt(tokens, at - 1))) at -= 1;
    } else if (isAdverb(token) && !COORDINATORS.has(token.lower) && token.lower !== 'so' && at - 1 > floor)
      at -= 1;
    else return at;
  }
};

export const isTimeOrNumber = (token: Token | undefined): boolean =>
  isTimeWord(token) || /^\d{1,4}$/u.test(token?.text ?? '');

const AFTER_SPEECH = wordSet(
  'also later again too recently yesterday today however earlier simply repeatedly bluntly',
);

/** Forward over "on Tuesday", "in a statement to the press", "also", "in Baghdad" right after a verb of speech. */
export const skipAdverbialsAfter = (tokens: readonly Token[], from: number, limit: number): number => {
  let at = from;
  for (;;) {
    const token = tokens[at];
    if (token === undefined || at >= limit || token.kind !== 'word') return at;
    if (AFTER_SPEECH.has(token.lower)) at += 1;
    else if (isTimeWord(token) && /^(?:\p{Lu}|(?:last|late|early)$)/u.test(token.text)) {
      while (at < limit && isTimeOrNumber(tokens[at])) at += 1;
    } else if (/^(?:on|in|at|during|by|via|after|through|from)$/u.test(token.lower)) {
      const end = occasionEnd(tokens, at + 1, limit);
      if (end === undefined) return at;
      at = end;
    } else return at;
  }
};

/** Past "Tuesday evening", "2014", "a written statement", "his letter to Parliament". */
const occasionEnd = (tokens: readonly Token[], from: number, limit: number): number | undefined => {
  let at = from;
  if (isYear(tokens[at])) return at + 1;
  if (DETERMINERS.has(lowerAt(tokens, at))) at += 1;
  if (isTimeOrNumber(tokens[at])) {
    while (at < limit && isTimeOrNumber(tokens[at])) at += 1;
    return at;
  }
  for (let ahead = at; ahead < Math.min(at + 4, limit); ahead += 1) {
    const token = tokens[ahead];
    if (token?.kind !== 'word') return undefined;
    if (!OCCASIONS.has(token.lower)) continue;
    let end = ahead + 1;
    while (end < limit && OCCASIONS.has(lowerAt(tokens, end))) end += 1;
    // "an interview with the Evening Post", "a letter to Parliament"
    if (/^(?:with|to|from|for)$/u.test(lowerAt(tokens, end))) {
      let addressee = end + 1;
      if (DETERMINERS.has(lowerAt(tokens, addressee))) addressee += 1;
      const first = addressee;
      while (addressee < limit && /^\p{Lu}/u.test(tokens[addressee]?.text ?? '')) addressee += 1;
      if (addressee === first && tokens[addressee]?.kind === 'word') addressee += 1;
      end = addressee;
    }
    return end;
  }
  return undefined;
};
