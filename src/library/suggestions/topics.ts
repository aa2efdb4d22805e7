import { isAdverb, isTimeWord } from '../../attribution/words/adverbials.ts';
import {
  bare,
  DETERMINERS,
  FINITE,
  isPersonNoun,
  NEGATIONS,
  PARTICLES,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
  TITLES,
  wordSet,
} from '../../attribution/words/lexicon.ts';
import { isCapital, isGenitive, isNameWord, isVerbLike, isWord } from '../../attribution/words/name-words.ts';
import { lowerAt, type Token, type TokenRange } from '../../attribution/words/tokens.ts';
import { closesPhrase, type ReportWords } from './report-words.ts';

/** Nouns that say little of what a sentence is about. */
const VAGUE = wordSet(
  `thing things way ways time times lot lots fact rest end part parts kind kinds sort case cases place places word words
   reason reasons question questions point points one ones people man men woman women person side course sense idea bit
   number numbers moment job anything something nothing everything everyone other others own first last same more most
   least home example issue issues matter situation event events result results use type top world means country day days
   year years right left ground heart face hand hands line name stage table light wake light odds floor road`,
);
const NO_PART =
  /^(?:and|or|not|so|such|no|too|very|us|them|him|me|himself|herself|itself|themselves|how|what|why|more|less|let|here|there|then|now|nearby)$/u;
const MOST_WORDS = 5;
/** Before these, what follows is not what is spoken about. */
const NO_OBJECT = /^(?:to|as|like|after|before|since|until|per|via|by)$/u;
const NATIONALITY = /(?:ian|ean|ish|ese|can|eli|aqi|ani|ench|utch|arab|us|u\.s)$/u;

/** One such noun tells enough, though the report has it once. */
const ABSTRACT = /[st]ions?$|ments?$|it(?:y|ies)$|isms?$/u;

/** A noun phrase that a statement is about; the larger the score, the more it tells. */
export interface Topic extends TokenRange {
  readonly score: number;
}

const isPart = (token: Token | undefined): token is Token =>
  isWord(token) &&
  /^\p{L}/u.test(token.text) &&
  ![PREPOSITIONS, FINITE, SUBORDINATORS, PRONOUNS, DETERMINERS, NEGATIONS].some((words) =>
    words.has(token.lower),
  ) &&
  !NO_PART.test(token.lower) &&
  !isTimeWord(token) &&
  (isNameWord(token) || !isAdverb(token));

/** The end of "Mr. Khan", "Secretary of State": of a name that is not part of a longer phrase, such as "Iraqi forces". */
function endOfName(tokens: readonly Token[], from: number, limit: number): number | undefined {
  let at = from;
  while (at < limit && isNameWord(tokens[at])) {
    at += 1;
    if (isGenitive(tokens[at - 1] ?? NONE)) return undefined;
    const links = PARTICLES.has(lowerAt(tokens, at)) && !/^(?:and|&|for)$/u.test(lowerAt(tokens, at));
    if (links && isNameWord(tokens[at + 1])) at += 1;
  }
  const next = tokens[at];
  const closes = closesPhrase(next) || (isWord(next) && (isVerbLike(next.lower) || isAdverb(next)));
  return at > from && closes ? at : undefined;
}

const NONE: Token = { kind: 'other', start: 0, end: 0, text: '', lower: '' };

/** The end of a noun phrase, after its article; undefined where the words may be anything else. */
function endOfPhrase(
  tokens: readonly Token[],
  from: number,
  limit: number,
  words: ReportWords,
): number | undefined {
  let at = from;
  while (at < limit && at - from < MOST_WORDS && isPart(tokens[at])) at += 1;
  const head = tokens[at - 1];
  if (at === from || head === undefined || !closesPhrase(at < limit ? tokens[at] : undefined))
    return undefined;
  const word = bare(head.lower);
  if (!isNameWord(head) && (!words.isNoun(word) || VAGUE.has(word) || word.endsWith('ing'))) return undefined;
  const fits = tokens.slice(from, at - 1).every((token, index) => {
    if (isNameWord(token) || isGenitive(token)) return true;
    // "in the highest esteem Sen. McCain": two phrases.
    const parts = isNameWord(tokens[from + index + 1]) && words.isNoun(token.lower);
    return !parts && !isVerbLike(token.lower) && !/(?:[^s]s|ing)$/u.test(token.lower);
  });
  return fits && !isGenitive(head) ? at : undefined;
}

/** What the words of a statement are about, best first: no pronoun, and nothing that could not stand in a question. */
export function findTopics(
  tokens: readonly Token[],
  { from, to }: TokenRange,
  words: ReportWords,
): readonly Topic[] {
  const topics: Topic[] = [];
  for (let at = from; at < to; at += 1) {
    const end = endOfTopic(tokens, at, to, words);
    if (end === undefined) continue;
    const score = scoreOf(tokens, { from: at, to: end }, words);
    // What comes late may be said by the way.
    if (score !== undefined) topics.push({ from: at, to: end, score: score - (at - from) / 15 });
    at = end - 1;
  }
  return topics.sort((a, b) => b.score - a.score);
}

function endOfTopic(
  tokens: readonly Token[],
  at: number,
  limit: number,
  words: ReportWords,
): number | undefined {
  const token = tokens[at];
  if (!isWord(token)) return undefined;
  const hasArticle = token.lower === 'the';
  const start = hasArticle ? at + 1 : at;
  const first = tokens[start] ?? NONE;
  const before = lowerAt(tokens, at - 1);
  const isObject = PREPOSITIONS.has(before) && !NO_OBJECT.test(before);
  const isNamed = isPart(first) && isNameWord(first) && words.inside(first, tokens[start + 1]) === first.text;
  if (!hasArticle && !isObject && !isNamed) return undefined;
  // Part of a longer name, such as "No Child Left Behind".
  const previous = tokens[at - 1];
  if (isCapital(previous) && !PREPOSITIONS.has(before)) return undefined;
  const end =
    endOfPhrase(tokens, start, limit, words) ?? (isNamed ? endOfName(tokens, start, limit) : undefined);
  if (end === undefined || isCapital(tokens[end])) return undefined;
  if (end >= limit || lowerAt(tokens, end) !== 'of') return end;
  return endOfPhrase(tokens, end + (lowerAt(tokens, end + 1) === 'the' ? 2 : 1), limit, words);
}

function scoreOf(tokens: readonly Token[], { from, to }: TokenRange, words: ReportWords): number | undefined {
  const hasArticle = lowerAt(tokens, from) === 'the';
  const content = tokens.slice(hasArticle ? from + 1 : from, to);
  const last = content.at(-1) ?? NONE;
  const word = bare(last.lower);
  const isNamed = content.some((token) => isNameWord(token));
  if (content.length === 1) {
    const isKnown = words.spread(word) > 1 || ABSTRACT.test(word);
    if (isNamed ? NATIONALITY.test(word) || TITLES.has(word) : !isKnown) return undefined;
    // "The need for help", "the fact that": half of what is meant.
    const isHalf = !isNamed && /^(?:to|for|that|between|among|as|with)$/u.test(lowerAt(tokens, to));
    if (isHalf || (!isNamed && !hasArticle && isPersonNoun(word))) return undefined;
  }
  return (isNamed ? 2 : 0) + (hasArticle ? 0.5 : 0) + Math.min(content.length, 3) / 2;
}
