import {
  bare,
  COORDINATORS,
  DETERMINERS,
  FINITE,
  PREPOSITIONS,
  SUBORDINATORS,
} from '../../attribution/words/lexicon.ts';
import { isCapital, isNameWord, isWord } from '../../attribution/words/name-words.ts';
import type { Token, TokenRange } from '../../attribution/words/tokens.ts';
import type { Task } from '../../text/cooperative-task.ts';

/** What a report's own use tells of its English words, given in lower case. */
export interface ReportWords {
  /** Whether the word ends noun phrases there, or could hardly be anything but a noun. */
  isNoun(word: string): boolean;
  /** Whether this is the report's title, but for an article. */
  isTitle(text: string): boolean;
  /** In how many paragraphs it occurs. */
  spread(word: string): number;
  /** The word as it is written inside a sentence; undefined when it only opens sentences, so that it may be a name or not. */
  inside(token: Token, next: Token | undefined): string | undefined;
}

const NOUN_ENDING =
  /(?:[st]ions?|ments?|ness|it(?:y|ies)|ships?|isms?|[ae]nces?|doms?|hoods?|graph(?:y|s)|log(?:y|ies))$/u;
const ADJECTIVE_ENDING =
  /(?:al|ic|ive|ous|ful|less|able|ible|ary|ian|ish|ese|can|eli|aqi|ani|ern|new|big|old)$/u;
/** Before these a capital says nothing. */
const OPENS = /^(?:border|stop|colon|open|other|dash|quote)$/u;
const CLOSING_WORDS = /^(?:or|nor|which|who|to)$/u;

/** Whether a noun phrase may end before the token. */
export const closesPhrase = (token: Token | undefined): boolean =>
  token === undefined ||
  /^(?:comma|stop|colon|close|border)$/u.test(token.kind) ||
  (isWord(token) &&
    (CLOSING_WORDS.test(token.lower) ||
      [PREPOSITIONS, FINITE, COORDINATORS, SUBORDINATORS].some((words) => words.has(token.lower))));

const withoutArticle = (text: string): string => text.toLowerCase().replace(/^(?:an?|the) /u, '');

/** @param paragraphs as their tokens */
export function* readReportWords(
  title: string,
  paragraphs: readonly (readonly Token[])[],
): Task<ReportWords> {
  const nouns = new Set<string>();
  const spread = new Map<string, number>();
  const capitals = new Set<string>();
  const smalls = new Set<string>();
  for (const tokens of paragraphs) {
    const here = new Set<string>();
    for (const [at, token] of tokens.entries()) {
      if (!isWord(token)) continue;
      const before = tokens[at - 1];
      const word = bare(token.lower);
      here.add(word);
      if (!isCapital(token)) smalls.add(word);
      else if (before !== undefined && !OPENS.test(before.kind)) capitals.add(word);
      const modified = isWord(before) && ADJECTIVE_ENDING.test(before.lower) ? tokens[at - 2] : before;
      if (isWord(modified) && DETERMINERS.has(modified.lower) && closesPhrase(tokens[at + 1]))
        nouns.add(word);
    }
    for (const word of here) spread.set(word, (spread.get(word) ?? 0) + 1);
    yield;
  }
  return {
    isNoun: (word) => nouns.has(word) || (word.length > 5 && NOUN_ENDING.test(word)),
    isTitle: (text) => withoutArticle(text) === withoutArticle(title),
    spread: (word) => spread.get(word) ?? 0,
    inside(token, next) {
      if (!isCapital(token)) return token.text;
      const small = token.text.toLowerCase();
      if (DETERMINERS.has(token.lower)) return small;
      const word = bare(token.lower);
      const isNamed = capitals.has(word) || /\.$|^\p{Lu}{2}/u.test(token.text);
      if (smalls.has(word)) return isNamed && isNameWord(next) ? token.text : small;
      return isNamed || isNameWord(next) ? token.text : undefined;
    },
  };
}

/** The words of `body` with single spaces, the first of them as inside a sentence; undefined when that is not known. */
export function writePhrase(
  body: string,
  tokens: readonly Token[],
  { from, to }: TokenRange,
  words: ReportWords,
): string | undefined {
  const [first, last] = [tokens[from], tokens[to - 1]];
  const inside = first && words.inside(first, tokens[from + 1]);
  if (first === undefined || last === undefined || inside === undefined) return undefined;
  return `${inside}${body.slice(first.end, last.end)}`.replaceAll(/\s+/gu, ' ');
}
