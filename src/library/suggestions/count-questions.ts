import { DETERMINERS, PREPOSITIONS, wordSet } from '../../attribution/words/lexicon.ts';
import { isNameWord, isVerbLike, isWord } from '../../attribution/words/name-words.ts';
import { lowerAt, type Token, type TokenRange } from '../../attribution/words/tokens.ts';
import { PEOPLE } from '../../text/word-traits.ts';
import { BE, type Clause, isBroken, isMonth, isYear, pointsAway } from './clauses.ts';

const NUMBER = /^\d[\d,.]*$/u;
const CARDINALS = wordSet(
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty',
);
const HEDGES = wordSet(
  'about some around nearly almost roughly approximately over at least more than up to as many fewer less only',
);
const SCALES = wordSet('hundred thousand million billion');
/** Units, of which a number is a size. */
const UNITS = wordSet(
  'percent cents years degrees metres meters kilometres kilometers miles feet points times',
);

/** What is done to those who are counted. */
const DONE = wordSet(
  `killed injured wounded arrested destroyed displaced evacuated detained rescued captured recruited hired trained
   jailed executed slaughtered deported expelled murdered freed released shot`,
);

/** Past "more than 4.7 million": where what is counted begins; undefined where nothing is. */
export function countedAt(tokens: readonly Token[], from: number): number | undefined {
  let at = from;
  while (HEDGES.has(lowerAt(tokens, at))) at += 1;
  const token = tokens[at];
  const isNumber = token !== undefined && (NUMBER.test(token.text) || CARDINALS.has(token.lower));
  if (!isNumber || isYear(token)) return undefined;
  at += 1;
  while (SCALES.has(lowerAt(tokens, at))) at += 1;
  return at;
}

const isPlural = ({ lower }: Token): boolean =>
  PEOPLE.has(lower) ? !/^(?:person|staff|dead)$/u.test(lower) : /[^s]s$/u.test(lower);

/** The end of "foreign students": at most two words before a plural that is no unit. */
export function endOfCounted(tokens: readonly Token[], from: number, limit: number): number | undefined {
  for (let at = from; at < Math.min(from + 3, limit); at += 1) {
    const token = tokens[at];
    const isPart = isWord(token) && /^\p{L}/u.test(token.text) && !isMonth(token) && !isVerbLike(token.lower);
    if (!isPart || PREPOSITIONS.has(token.lower) || DETERMINERS.has(token.lower)) return undefined;
    if (isPlural(token)) return UNITS.has(token.lower) ? undefined : at + 1;
  }
  return undefined;
}

/** "4.7 million children in Iraq are in need": "How many children in Iraq are in need?" */
export function countOfClause(
  tokens: readonly Token[],
  { subject, verb, rest }: Clause,
  write: (range: TokenRange) => string,
): string | undefined {
  const be = lowerAt(tokens, verb);
  if (isBroken(tokens, rest) || !(BE.test(be) || /^(?:have|will|had)$/u.test(be))) return undefined;
  if (lowerAt(tokens, subject.from) === 'there' && verb === subject.from + 1 && BE.test(be)) {
    const counted = countedAt(tokens, rest.from);
    const noun = counted && endOfCounted(tokens, counted, rest.to);
    if (counted === undefined || noun === undefined) return undefined;
    if (noun < rest.to && !PREPOSITIONS.has(lowerAt(tokens, noun))) return undefined;
    const to = lowerAt(tokens, noun) === 'of' ? rest.to : noun;
    const where = to < rest.to ? ` ${write({ from: to, to: rest.to })}` : '';
    return `How many ${write({ from: counted, to })} ${be} there${where}?`;
  }
  const counted = countedAt(tokens, subject.from);
  if (counted === undefined || counted >= subject.to || rest.to === rest.from) return undefined;
  const isOf = lowerAt(tokens, counted) === 'of';
  const isPlain = tokens
    .slice(counted, subject.to)
    .every((token) => isWord(token) && !isVerbLike(token.lower));
  if (!isPlain || pointsAway(tokens, { from: counted, to: subject.to })) return undefined;
  if (!isOf && endOfCounted(tokens, counted, subject.to) === undefined) return undefined;
  return `How many ${write({ from: counted, to: subject.to })} ${be} ${write(rest)}?`;
}

/** "an attack that killed 27 people in Brussels": "How many people were killed in Brussels?" */
export function countOfDone(
  tokens: readonly Token[],
  write: (range: TokenRange) => string,
): string | undefined {
  for (const [at, { lower }] of tokens.entries()) {
    const counted = DONE.has(lower) && isWord(tokens[at - 1]) ? countedAt(tokens, at + 1) : undefined;
    const noun = counted === undefined ? undefined : endOfCounted(tokens, counted, tokens.length);
    if (counted === undefined || noun === undefined) continue;
    const next = lowerAt(tokens, noun);
    if (/^(?:and|or|of)$/u.test(next)) continue;
    let end = noun;
    if (next === 'in') {
      end = noun + 1;
      while (isNameWord(tokens[end])) end += 1;
    }
    // "How many people were killed?" may mean anything.
    if (end <= noun + 1 && noun === counted + 1 && PEOPLE.has(lowerAt(tokens, counted))) continue;
    const place = end > noun + 1 ? ` ${write({ from: noun, to: end })}` : '';
    return `How many ${write({ from: counted, to: noun })} were ${lower}${place}?`;
  }
  return undefined;
}
