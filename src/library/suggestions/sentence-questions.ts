import { findMentions } from '../../attribution/people/names.ts';
import { bare, isPersonNoun, wordSet } from '../../attribution/words/lexicon.ts';
import { headOf, isName, isNameWord, isVerbLike } from '../../attribution/words/name-words.ts';
import { lowerAt, type Token, type TokenRange } from '../../attribution/words/tokens.ts';
import {
  ALONE,
  BASES,
  BE,
  type Clause,
  endOfDate,
  isBroken,
  isClosed,
  isSubject,
  pointsAway,
  readClause,
} from './clauses.ts';
import { type ReportWords, writePhrase } from './report-words.ts';
import type { Made } from './statement-questions.ts';

/** Participles of what is so, not of what happened once. */
const LASTING = wordSet(
  'estimated considered regarded known called used seen expected believed thought ranked based located situated supposed',
);
const LONGEST_REST = 14;

/** A sentence's clause, and what may be asked about it. */
interface Told extends Clause {
  readonly tokens: readonly Token[];
  /** The subject as inside a question. */
  readonly name: string;
  /** The verb, in lower case. */
  readonly be: string;
  readonly write: (range: TokenRange) => string;
  /** The rest is "built by": a participle after a form of "be". */
  readonly isPassive: boolean;
  /** The subject is what the report is about. */
  readonly isTitle: boolean;
}

/** What a sentence tells of what something is, or when it happened. `tokens` are its own, outside quotations. */
export function questionsOfSentence(
  body: string,
  tokens: readonly Token[],
  words: ReportWords,
): readonly Made[] {
  const write = ({ from, to }: TokenRange): string =>
    body.slice(tokens[from]?.start, tokens[to - 1]?.end).replaceAll(/\s+/gu, ' ');
  const clause = readClause(tokens);
  if (clause === undefined) return [];
  const { subject, rest, verb } = clause;
  if (pointsAway(tokens, rest) || rest.to - rest.from > LONGEST_REST) return [];
  const name = writePhrase(body, tokens, subject, words);
  if (name === undefined || !isSubject(tokens, subject)) return [];
  const isTitle = words.isTitle(name);
  const hasName =
    isTitle ||
    tokens
      .slice(subject.from, subject.to)
      .some((token) => isNameWord(token) && words.inside(token, undefined) !== token.text.toLowerCase());
  const be = lowerAt(tokens, verb);
  const participle = lowerAt(tokens, rest.from);
  const isPassive = BE.test(be) && (isVerbLike(participle) || /(?:en|wn)$/u.test(participle));
  return (
    TEMPLATES.flatMap(
      (template) => template({ ...clause, tokens, name, be, write, isPassive, isTitle }) ?? [],
    )
      // "Who established the dynasty?" may mean any.
      .filter((question) => hasName || subject.to - subject.from > 2 || /\p{Lu}/u.test(question.slice(1)))
      .map((question) => ({ question: `${question}?`, weight: hasName ? 7 : 5, about: name, kind: 'told' }))
  );
}

const TEMPLATES: readonly ((told: Told) => string | undefined)[] = [
  function what({ tokens, subject, rest, be, name, opening, isTitle }) {
    const article = lowerAt(tokens, rest.from);
    if (!BE.test(be) || opening || !/^(?:a|an|the|one)$/u.test(article) || rest.to - rest.from < 3)
      return undefined;
    const first = lowerAt(tokens, subject.from);
    const from = first === 'the' ? subject.from + 1 : subject.from;
    const isNamed = isTitle || isName(tokens, { from, to: subject.to });
    const isOne = subject.to - from === 1;
    if (!isNamed && !/^an?$/u.test(first)) return undefined;
    const head = headOf(tokens, { from: rest.from, to: rest.to });
    const isWho = isPersonNoun(bare(head?.lower ?? '')) || /^whose?$/u.test(lowerAt(tokens, rest.to));
    if (isWho) return isNamed && !isOne ? `Who ${be} ${name}` : undefined;
    // "Ann Lee" may be a person or a ship.
    if (first !== 'the' && findMentions(tokens.slice(from, subject.to))[0]?.fullName !== undefined)
      return undefined;
    // "Warsaw was the first city" does not say what Warsaw is.
    return isOne && isNamed && !/^(?:is|are)$/u.test(be) ? undefined : `What ${be} ${name}`;
  },
  function when({ tokens, rest, be, name, opening, date, isPassive, write, verb }) {
    const base = BASES.get(be);
    const to = date ?? rest.to;
    const isTold =
      date === undefined ? opening : to >= rest.from && isClosed(tokens, endOfDate(tokens, date + 1));
    const isEvent = base !== undefined || (isPassive && !LASTING.has(lowerAt(tokens, rest.from)));
    if (!isTold || !isEvent || isBroken(tokens, { from: rest.from, to }, date !== undefined))
      return undefined;
    const left = to > rest.from ? ` ${write({ from: rest.from, to })}` : '';
    if (base === undefined) return left === '' ? undefined : `When ${be} ${name}${left}`;
    return (left === '' && !ALONE.has(be)) || verb + 1 !== rest.from
      ? undefined
      : `When did ${name} ${base}${left}`;
  },
];
