import { MAX_WORDS } from './noun-phrases.ts';
import {
  bare,
  DETERMINERS,
  FINITE,
  isPersonNoun,
  isSpeakerNoun,
  PREPOSITIONS,
  TITLES,
} from '../words/lexicon.ts';
import { isName, isNameWord, isVerbLike, isWord } from '../words/name-words.ts';
import { lowerAt, type Token, type TokenRange } from '../words/tokens.ts';

/** ", the mayor of York" or ", spokesman for the mill" or ", who runs it": an apposition to the name before. */
export const isApposition = (tokens: readonly Token[], { from, to }: TokenRange): boolean => {
  const chunk = tokens.slice(from, to);
  const first = chunk[0];
  const plain = chunk.every(({ kind }) => kind === 'word' || kind === 'quote');
  if (first === undefined || chunk.length > MAX_WORDS || !plain) return false;
  if (first.lower === 'who' || first.lower === 'whose') return chunk.length > 2;
  if (/^(?:of|from|with)$/u.test(first.lower)) return isNameWord(chunk.at(-1));
  // The head noun comes before the first preposition.
  const link = chunk.findIndex(
    ({ lower }, index) => index > 0 && (PREPOSITIONS.has(lower) || lower === 'who'),
  );
  const head = link === -1 ? chunk : chunk.slice(0, link);
  return head.some(({ lower }) => isSpeakerNoun(bare(lower)) || TITLES.has(bare(lower)));
};

/** Any "a cook from Tulsa", for a place where only an apposition is possible. */
export const isFreeApposition = (tokens: readonly Token[], { from, to }: TokenRange): boolean => {
  const chunk = tokens.slice(from, Math.min(to, from + MAX_WORDS));
  const plain = chunk.every(({ kind, lower }) => kind === 'word' && !FINITE.has(lower));
  return plain && chunk.length > 1 && /^(?:a|an|the|his|her|their|its)$/u.test(chunk[0]?.lower ?? '');
};

export const isAge = (tokens: readonly Token[], { from, to }: TokenRange): boolean =>
  to - from === 1 && /^\d{1,3}$/u.test(tokens[from]?.text ?? '');

/** "Leeds", "West Yorkshire", "D-Ohio": the place or the party after a name. */
export const isPlace = (tokens: readonly Token[], range: TokenRange): boolean =>
  range.to - range.from <= 3 && isName(tokens, range);

export const appositionEnd = (tokens: readonly Token[], to: number, limit: number, free = false): number => {
  const office = isPersonNoun(bare(lowerAt(tokens, to - 1)));
  if (tokens[to]?.kind !== 'comma' || (!isNameWord(tokens[to - 1]) && !office)) return to;
  let end = to + 1;
  while (end < limit && end - to <= MAX_WORDS && (isWord(tokens[end]) || tokens[end]?.kind === 'quote'))
    end += 1;
  const closes = end >= limit || /^(?:comma|stop|border|dash)$/u.test(tokens[end]?.kind ?? '');
  const first = tokens[to + 1];
  const chunk = { from: to + 1, to: end };
  if (free && closes && isFreeApposition(tokens, chunk)) return end;
  if (office && closes && isName(tokens, chunk)) return end;
  if (!closes || office || first === undefined || !isApposition(tokens, chunk)) {
    const age = closes && isAge(tokens, chunk);
    return age && tokens[end]?.kind === 'comma' ? agedEnd(tokens, to, end, limit) : to;
  }
  // A finite verb shows that the chunk is the sentence itself: "According to Lee, the mill will close".
  const words = tokens.slice(to + 1, end);
  const stray = words.some(
    ({ lower }, index) => index > 0 && isVerbLike(lower) && !DETERMINERS.has(lowerAt(tokens, to + index)),
  );
  const relative = first.lower === 'whose' || words.some(({ lower }) => lower === 'who');
  return stray && !relative ? to : end;
};

const agedEnd = (tokens: readonly Token[], to: number, age: number, limit: number): number => {
  let end = age + 1;
  while (end < limit && end - age <= MAX_WORDS && isWord(tokens[end])) end += 1;
  return isApposition(tokens, { from: age + 1, to: end }) ? end : to;
};
