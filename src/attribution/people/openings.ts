import { isAdverb, isTimeOrNumber, isTimeWord } from '../words/adverbials.ts';
import { DETERMINERS, PREPOSITIONS, PRONOUNS } from '../words/lexicon.ts';
import { isCapital, isWord } from '../words/name-words.ts';
import { lowerAt, type Token, type TokenRange } from '../words/tokens.ts';

/** "On Thursday ", "In a statement ", "Meanwhile ": words before the subject. Undefined when they cannot be told apart. */
export const skipOpening = (tokens: readonly Token[], { from, to }: TokenRange): number | undefined => {
  let at = from;
  for (;;) {
    const token = tokens[at];
    if (token === undefined || at >= to) return undefined;
    if (isAdverb(token) && token.lower !== 'only') at += 1;
    else if (PREPOSITIONS.has(token.lower)) {
      const end = endOfOpening(tokens, at + 1, to);
      if (end === undefined) return undefined;
      at = end;
    } else return at;
  }
};

/** Past "a statement" or "2016" or "Monday" after a preposition. A name there would run into the subject. */
const endOfOpening = (tokens: readonly Token[], from: number, to: number): number | undefined => {
  let at = from;
  if (/^\d{4}s?$/u.test(tokens[at]?.text ?? '')) return at + 1;
  if (isTimeWord(tokens[at]) && isCapital(tokens[at])) {
    while (at < to && isTimeOrNumber(tokens[at])) at += 1;
    return at;
  }
  if (!DETERMINERS.has(lowerAt(tokens, from))) return undefined;
  at += 1;
  while (at < to && isWord(tokens[at]) && !isCapital(tokens[at]) && !isOpeningWord(tokens[at])) at += 1;
  return at > from + 1 && at < to ? at : undefined;
};

const isOpeningWord = (token: Token | undefined): boolean =>
  token !== undefined &&
  (DETERMINERS.has(token.lower) || PREPOSITIONS.has(token.lower) || PRONOUNS.has(token.lower));

/** Of "after Lee" Lee; of "after the match in Turin Rossi" unknown. */
export const afterOpening = (tokens: readonly Token[], { from, to }: TokenRange): number | undefined => {
  return tokens.slice(from, to).some(({ lower }) => PREPOSITIONS.has(lower)) ? undefined : from;
};
