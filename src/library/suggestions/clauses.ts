import { isTimeWord } from '../../attribution/words/adverbials.ts';
import {
  ADVERBS,
  bare,
  DETERMINERS,
  isPersonNoun,
  MONTHS,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
  wordSet,
} from '../../attribution/words/lexicon.ts';
import { isCapital, isNameWord, isVerbLike, isWord } from '../../attribution/words/name-words.ts';
import { lowerAt, type Token, type TokenRange } from '../../attribution/words/tokens.ts';

/** The clause that opens a sentence: "In 1795, Warsaw was incorporated into Prussia". All are places among its tokens. */
export interface Clause {
  /** Whether a date stands before it. */
  readonly opening: boolean;
  readonly subject: TokenRange;
  /** A helping verb, a form of "be" or "have", or a verb of `BASES`. */
  readonly verb: number;
  /** What follows the verb, up to a sign or a word that joins another clause. */
  readonly rest: TokenRange;
  /** Where in the rest "in 1795" begins. */
  readonly date?: number;
}

export const BE = /^(?:is|are|was|were)$/u;
const VERB = /^(?:is|are|was|were|has|have|had|will|can|could|would|should|must)$/u;
/** Past forms of verbs of which something happens once, with their base. */
export const BASES: ReadonlyMap<string, string> = new Map(
  `became become, began begin, won win, took take, gave give, left leave, met meet, lost lose, fell fall, came come,
   built build, made make, sold sell, bought buy, wrote write, died die, founded found, moved move, opened open,
   joined join, signed sign, launched launch, announced announce, arrived arrive, returned return, closed close,
   established establish, released release, introduced introduce, published publish, started start, ended end,
   captured capture, destroyed destroy, defeated defeat, invaded invade, adopted adopt, passed pass, created create`
    .split(',')
    .map((pair) => pair.trim().split(' '))
    .map(([past = '', base = '']) => [past, base]),
);
/** Of these nothing need follow. */
export const ALONE = wordSet('began died opened closed ended started arrived fell returned');

const LONGEST_SUBJECT = 9;
export const isYear = (token: Token | undefined): boolean => /^(?:1\d|20)\d\d$/u.test(token?.text ?? '');
const isDay = (token: Token | undefined): boolean => /^\d{1,2}$/u.test(token?.text ?? '');
export const isMonth = (token: Token | undefined): boolean =>
  isCapital(token) && MONTHS.has(bare(token?.lower ?? ''));

/** Past "1795", "May 1905", "3 May 1905", "May 3, 1905"; `from` where no such date stands. */
export function endOfDate(tokens: readonly Token[], from: number): number {
  let at = from;
  if (isDay(tokens[at]) && isMonth(tokens[at + 1])) at += 1;
  if (!isMonth(tokens[at])) return isYear(tokens[at]) ? at + 1 : from;
  at += isDay(tokens[at + 1]) ? 2 : 1;
  if (tokens[at]?.kind === 'comma' && isYear(tokens[at + 1])) return at + 2;
  return isYear(tokens[at]) ? at + 1 : at;
}

/** Past "(Polish: Warszawa)" or ", the agency for borders," where one stands at `at`. */
function skipAside(tokens: readonly Token[], at: number): number {
  const close = tokens[at]?.kind === 'open' ? 'close' : 'comma';
  if (tokens[at]?.kind !== 'open' && tokens[at]?.kind !== 'comma') return at;
  const end = tokens.findIndex(({ kind }, index) => index > at && kind === close);
  return end === -1 ? at : end + 1;
}

/** Undefined where subject and verb are not plain to see. `tokens` are those of one sentence. */
export function readClause(tokens: readonly Token[]): Clause | undefined {
  const opens = /^(?:in|on)$/u.test(lowerAt(tokens, 0)) ? endOfDate(tokens, 1) : 0;
  const opening = opens > 1;
  const from = opening && tokens[opens]?.kind === 'comma' ? opens + 1 : opening ? opens : 0;
  let to = from;
  while (isWord(tokens[to]) && !isVerb(lowerAt(tokens, to))) to += 1;
  const verb = skipAside(tokens, to);
  if (to === from || to - from > LONGEST_SUBJECT || !isVerb(lowerAt(tokens, verb))) return undefined;
  const start = ADVERBS.has(lowerAt(tokens, verb + 1)) ? verb + 2 : verb + 1;
  let end = start;
  while (isWord(tokens[end]) && !joinsClause(lowerAt(tokens, end))) end += 1;
  const date = tokens.findIndex(
    ({ lower }, at) =>
      at >= start && at < end && /^(?:in|on)$/u.test(lower) && endOfDate(tokens, at + 1) > at + 1,
  );
  const rest = { from: start, to: end };
  return { opening, subject: { from, to }, verb, rest, ...(date !== -1 && { date }) };
}

const isVerb = (lower: string): boolean => VERB.test(lower) || BASES.has(lower);

const joinsClause = (lower: string): boolean =>
  (SUBORDINATORS.has(lower) && !/^(?:as|than|for)$/u.test(lower)) ||
  /^(?:which|who|whose|whom)$/u.test(lower);

/** They point at what a question would not show. */
const POINTING = wordSet(
  `this that these those he she it they his her its their my our your we i you here such former latter him them us
   me who which ago then now today yesterday so other another both same himself herself itself themselves following
   above below not never nor neither n't`,
);
export const pointsAway = (tokens: readonly Token[], { from, to }: TokenRange): boolean =>
  tokens.slice(from, to).some(({ lower }) => POINTING.has(lower));

export const isClosed = (tokens: readonly Token[], at: number): boolean =>
  /^(?:comma|stop|border)$/u.test(tokens[at]?.kind ?? 'border') ||
  PREPOSITIONS.has(lowerAt(tokens, at)) ||
  lowerAt(tokens, at) === 'and';

/** Whether the words stop where more must follow: before a quotation or a sign, or on a small word. */
export function isBroken(tokens: readonly Token[], { from, to }: TokenRange, isCut = false): boolean {
  const last = lowerAt(tokens, to - 1);
  const isSmall = to > from && (PREPOSITIONS.has(last) || DETERMINERS.has(last) || ADVERBS.has(last));
  // "was beaten and fled": two clauses.
  const joint = tokens.findIndex(({ lower }, at) => at >= from && at < to && /^(?:and|or|but)$/u.test(lower));
  const isDouble = joint !== -1 && tokens.slice(joint, to).some(({ lower }) => isVerbLike(lower));
  return isSmall || isDouble || (!isCut && !/^(?:stop|border|comma)$/u.test(tokens[to]?.kind ?? 'border'));
}

/** "The Union of Lublin", "Construction of the tower"; not "many of them", "the war she" or "officials". */
export function isSubject(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const first = tokens[from];
  if (first === undefined || pointsAway(tokens, { from, to })) return false;
  const isArticle = /^(?:a|an|the)$/u.test(first.lower);
  const isOther =
    [DETERMINERS, PREPOSITIONS, ADVERBS].some((words) => words.has(first.lower)) || isTimeWord(first);
  const isPlain = tokens.slice(from, to).every((token) => {
    const isPart = isNameWord(token) || !(isVerbLike(token.lower) || /(?:ly|ing)$/u.test(token.lower));
    return (
      isPart &&
      !SUBORDINATORS.has(token.lower) &&
      !PRONOUNS.has(token.lower) &&
      (token === first || !ADVERBS.has(token.lower))
    );
  });
  return (
    (isArticle || !isOther) &&
    isPlain &&
    !PREPOSITIONS.has(lowerAt(tokens, to - 1)) &&
    (to - from > 1 || !isPersonNoun(first.lower))
  );
}
