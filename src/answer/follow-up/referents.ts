import { findMentions, type Gender } from '../../attribution/people/names.ts';
import {
  ADVERBS,
  bare,
  DETERMINERS,
  FINITE,
  isImpersonal,
  isPersonNoun,
  isSpeakerNoun,
  NEGATIONS,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
  wordSet,
} from '../../attribution/words/lexicon.ts';
import { isCapital, isNameWord, isVerbLike } from '../../attribution/words/name-words.ts';
import { lowerAt, spanOf, type Token, type TokenRange } from '../../attribution/words/tokens.ts';
import { slice } from '../../text/span.ts';
import { PEOPLE } from '../../text/word-traits.ts';
import { type AskedFrame, isAux, isBe, isClosed, isQuestionWord } from './asked-frame.ts';

/** `name`: one word with a capital, which may be anybody's or anything's; `thing`: a place is one too. */
export type ReferentKind = Gender | 'body' | 'several' | 'thing' | 'name';

/** What a pronoun of the next question may mean. */
export interface Referent {
  /** As it is put in the pronoun's place: "Chris Garver", "the convoys". */
  readonly text: string;
  readonly kind: ReferentKind;
  /** A person or a body, or several who are people: who can say something. */
  readonly speaks: boolean;
  /** The subject of the question, and nothing that belongs to something else. */
  readonly isSubject: boolean;
  /** Belongs to the words before it, as "Ramadi" of "the road to Ramadi" does. */
  readonly isNested: boolean;
  /** Belongs to what stands behind it, as "the population" of "the population of Warsaw" does. */
  readonly isPart: boolean;
}

const IRREGULAR_PLURALS = wordSet('children people men women airmen police troops');
/** These end in "s" and are one. */
const SINGULARS = wordSet(
  'this news crisis analysis basis bus gas campus census virus status series species',
);
/** Join the words of one name. */
const NAME_LINKS = wordSet('of de al el van von der bin');

export const isPlural = (word: string): boolean =>
  IRREGULAR_PLURALS.has(word) ||
  /(?:men|women|people)$/u.test(word) ||
  (word.endsWith('s') && !/(?:ss|us|is|['’]s)$/u.test(word) && !SINGULARS.has(word));

export const isPerson = (word: string): boolean => isPersonNoun(word) || PEOPLE.has(word);

export interface NamedInQuestion {
  /** Persons, bodies, groups and things, in order. */
  readonly named: readonly Referent[];
  /** Other words that mean something, in lower case: each may be a noun, and what the next question means. */
  readonly unread: readonly string[];
}

export function readReferents({ text, tokens, asked, aux, rest }: AskedFrame): NamedInQuestion {
  const found: { readonly range: TokenRange; readonly referent: Referent }[] = [];
  const head = askedNoun({ tokens, asked, ...(aux !== undefined && { aux }) });
  const subjectAt = startsPhrase(tokens, rest) ? rest : head?.from;
  for (let at = head?.from ?? rest; at < tokens.length; at += 1) {
    const isHead = at === head?.from;
    const range = isHead
      ? head
      : phraseAt(tokens, at, aux !== undefined && at === rest && !isBe(lowerAt(tokens, aux)));
    if (range === undefined) continue;
    const words = slice(text, spanOf(tokens, range)).replace(/['’]s?$/u, '');
    const before = lowerAt(tokens, range.from - 1);
    const isNested = range.from > 0 && found.at(-1)?.range.to === range.from - 1 && PREPOSITIONS.has(before);
    const kind = isHead ? 'several' : kindOf(tokens, range);
    found.push({
      range,
      referent: {
        text: isHead ? `the ${words}` : words,
        kind,
        speaks: kind !== 'thing' && (kind !== 'several' || isPerson(lowerAt(tokens, range.to - 1))),
        isSubject: range.from === subjectAt,
        isNested,
        isPart: lowerAt(tokens, range.to) === 'of',
      },
    });
    at = range.to - 1;
  }
  const unread = tokens.filter(
    ({ kind, lower }, at) =>
      at >= (aux === undefined ? rest + 1 : rest) &&
      kind === 'word' &&
      !(isClosed(lower) || isAux(lower) || ADVERBS.has(lower)) &&
      !found.some(({ range }) => at >= range.from && at < range.to),
  );
  return { named: found.map(({ referent }) => referent), unread: unread.map(({ lower }) => lower) };
}

/** "IS fighters" of "how many IS fighters were", "vehicles" of "which vehicles were"; undefined where nothing is named. */
export function askedNoun({
  tokens,
  asked,
  aux,
}: Pick<AskedFrame, 'tokens' | 'asked' | 'aux'>): TokenRange | undefined {
  const word = lowerAt(tokens, 0);
  const from =
    word === 'how' && lowerAt(tokens, 1) === 'many' ? 2 : word === 'which' || word === 'what' ? 1 : 0;
  if (from === 0 || lowerAt(tokens, from) === 'of') return undefined;
  const to = asked.to;
  return aux !== undefined && to > from && isPlural(lowerAt(tokens, to - 1)) ? { from, to } : undefined;
}

const startsPhrase = (tokens: readonly Token[], at: number): boolean =>
  /^(?:the|these|those)$/u.test(lowerAt(tokens, at)) || isNameWord(tokens[at]);

/** A name, or a noun with "the" before it, that begins there. `beforeVerb`: its verb follows it, in its bare form. */
export function phraseAt(tokens: readonly Token[], at: number, beforeVerb: boolean): TokenRange | undefined {
  if (!startsPhrase(tokens, at)) return undefined;
  const isBare = isNameWord(tokens[at]);
  let to = at + 1;
  while (continues(tokens, at, to, isBare)) to += 1;
  if (isBare || isCapital(tokens[to - 1])) return to > at ? { from: at, to } : undefined;
  const end = nounEnd(tokens, { from: at + 1, to }, beforeVerb);
  return end > at + 1 ? { from: at, to: end } : undefined;
}

function continues(tokens: readonly Token[], from: number, at: number, isBare: boolean): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || /['’]s?$/u.test(lowerAt(tokens, at - 1))) return false;
  const before = tokens[at - 1];
  if (isNameWord(token))
    return isBare || at === from + 1 || isCapital(before) || NAME_LINKS.has(before?.lower ?? '');
  if (isCapital(before) && NAME_LINKS.has(token.lower) && isNameWord(tokens[at + 1])) return true;
  if (isBare) return false;
  const { lower } = token;
  const isClosed = [PREPOSITIONS, DETERMINERS, PRONOUNS, SUBORDINATORS, FINITE, ADVERBS, NEGATIONS].some(
    (set) => set.has(lower),
  );
  return !isClosed && !isQuestionWord(lower) && !lower.endsWith('ing') && !isVerbLike(lower);
}

/** Where a noun ends, of words that may go on with a verb. */
function nounEnd(tokens: readonly Token[], range: TokenRange, beforeVerb: boolean): number {
  const { to } = range;
  const name = tokens.findLastIndex((token, at) => at >= range.from && at < to && isCapital(token));
  // "The Ministry of Defense say", but "the Nixon administration say".
  if (name >= 0 && beforeVerb && to - name === 2 && !FINITE.has(lowerAt(tokens, to))) return name + 1;
  const from = Math.max(range.from, name + 1);
  const words = tokens.slice(from, to).map(({ lower }) => bare(lower));
  const plural = words.findIndex(isPlural);
  if (plural >= 0) return from + plural + 1;
  if (!beforeVerb || words.length < 2) return to;
  // Of "did the new tax take effect" nothing tells where the verb begins.
  return words.length === 2 ? to - 1 : from;
}

export function kindOf(tokens: readonly Token[], range: TokenRange): ReferentKind {
  const words = tokens.slice(range.from, range.to);
  const head = words.at(-1);
  const word = bare(head?.lower ?? '');
  const [mention] = findMentions(words);
  if (isCapital(head)) {
    // "The Normans", but Paris.
    if (words.length === 2 && isPlural(word) && lowerAt(words, 0) === 'the') return 'several';
    if (mention?.fullName !== undefined || (mention && words.length > 1 && lowerAt(words, 0) !== 'the'))
      return mention.gender;
    if (/^[\p{Lu}\d.&-]{2,}$/u.test(head?.text ?? '') || words.some(({ lower }) => isImpersonal(bare(lower))))
      return 'body';
    return words.length === 1 ? 'name' : 'thing';
  }
  if (isPlural(word)) return 'several';
  if (isPersonNoun(word))
    return /(?:woman|girl|mother|queen|wife|daughter|sister)$/u.test(word)
      ? 'female'
      : word.endsWith('man')
        ? 'male'
        : 'person';
  return isSpeakerNoun(word) ? 'body' : 'thing';
}
