import { isTimeWord } from './adverbials.ts';
import {
  ADVERBS,
  bare,
  DETERMINERS,
  FINITE,
  isSpeakerNoun,
  NAME_PARTICLES,
  NOBODY,
  PARTICLES,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
  TITLES,
  wordSet,
} from './lexicon.ts';
import { SPEECH_VERBS } from './speech-verbs.ts';
import { lowerAt, type Token, type TokenRange } from './tokens.ts';

/** Asked of every word several times: most begin with a letter of ASCII, which is told without a regular expression. */
export const isCapital = (token: Token | undefined): boolean => {
  if (token?.kind !== 'word') return false;
  const code = token.text.charCodeAt(0);
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : /^\p{Lu}/u.test(token.text);
};

/** A capitalised word that may be part of a name: not "The", "On" or "Monday". */
export const isNameWord = (token: Token | undefined): boolean =>
  token !== undefined &&
  isCapital(token) &&
  !DETERMINERS.has(token.lower) &&
  !PRONOUNS.has(token.lower) &&
  !SUBORDINATORS.has(token.lower) &&
  !PREPOSITIONS.has(token.lower) &&
  !(ADVERBS.has(token.lower) || NOBODY.has(token.lower)) &&
  !isTimeWord(token);

export const isWord = (token: Token | undefined): token is Token => token?.kind === 'word';

/** Only words of names, with small words between them: "Simon Dach", "Ludwig van Beethoven". */
export const isName = (tokens: readonly Token[], { from, to }: TokenRange): boolean => {
  if (to <= from || !isNameWord(tokens[from]) || !isNameWord(tokens[to - 1])) return false;
  return tokens
    .slice(from, to)
    .every((token) => isNameWord(token) || PARTICLES.has(token.lower) || TITLES.has(bare(token.lower)));
};

export const isGenitive = (token: Token): boolean => /['’]s?$/u.test(token.lower);

export const isPronoun = (tokens: readonly Token[], { from, to }: TokenRange): boolean =>
  to - from === 1 && PRONOUNS.has(lowerAt(tokens, from));

const IRREGULAR = wordSet(
  `made took gave went left stood hit rose fell led met sat ran won lost came became kept held spoke saw knew
   chose grew built sent cut put set got broke drew paid shook began brought thought felt sought fought read
   laid struck flew threw wore drove rode bought taught shot quit spent sank drank rang sang swam slept tore
   ate bit hid hung stole stuck swept wept dealt dug fed fled forgot froze lent lit meant sold shut sprang
   swung woke blew caught crept dared heard hurt leapt overcame undertook underwent withdrew won wound`,
);

/** "Opened", not "need". */
const ENDS_AS_PAST = /[a-z]{2}ed$/u;

export const isVerbLike = (lower: string): boolean =>
  FINITE.has(lower) ||
  IRREGULAR.has(lower) ||
  (lower.endsWith('ed') && !lower.endsWith('eed') && ENDS_AS_PAST.test(lower)) ||
  SPEECH_VERBS.get(lower)?.form === 'past';

/** Start of the name that ends a range; its end when none does. */
export const nameStart = (tokens: readonly Token[], { from, to }: TokenRange): number => {
  const links = (at: number): boolean =>
    at < to - 1 && NAME_PARTICLES.has(lowerAt(tokens, at)) && isNameWord(tokens[at - 1]);
  let start = to;
  while (start > from && (isNameWord(tokens[start - 1]) || links(start - 1))) start -= 1;
  return start;
};

/** The word that a noun phrase turns on: the last one before its first preposition. */
export const headOf = (tokens: readonly Token[], { from, to }: TokenRange): Token | undefined => {
  const link = tokens.slice(from, to).findIndex(({ lower }, index) => index > 0 && PREPOSITIONS.has(lower));
  return tokens[link === -1 ? to - 1 : from + link - 1];
};

/** A name, or a phrase that turns on a noun for a person, a body or a writing. */
export const namesSpeaker = (tokens: readonly Token[], { from, to }: TokenRange): boolean => {
  const head = headOf(tokens, { from, to });
  if (head === undefined || isGenitive(head)) return false;
  return isNameWord(head) || isSpeakerNoun(bare(head.lower));
};
