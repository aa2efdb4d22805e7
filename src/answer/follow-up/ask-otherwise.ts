import { PREPOSITIONS } from '../../attribution/words/lexicon.ts';
import { isVerbLike } from '../../attribution/words/name-words.ts';
import { lowerAt, spanOf, type TokenRange } from '../../attribution/words/tokens.ts';
import { slice } from '../../text/span.ts';
import { type AskedFrame, isAux, isBe, isDo } from './asked-frame.ts';
import { askedNoun, phraseAt } from './referents.ts';

export type AskedFor = 'Why' | 'When' | 'Where' | 'How' | 'By whom';

/** The same asked for something else: "how many vehicles were destroyed" and "Why" make "Why were the vehicles destroyed". */
export function askOtherwise(frame: AskedFrame, wanted: AskedFor): string | undefined {
  const { tokens, asked, aux, rest } = frame;
  if (aux === undefined) return undefined;
  const helper = lowerAt(tokens, aux);
  const noun = askedNoun(frame);
  const thing = noun && `the ${wordsOf(frame, noun)}`;
  const subject = phraseAt(tokens, rest, isDo(helper));
  const behind = wordsFrom(frame, rest);
  const isDone = isBe(helper) && isVerbLike(lowerAt(tokens, subject?.to ?? rest));
  if (wanted === 'By whom' && !isDone) return undefined;
  if (thing !== undefined && !subject)
    return isDo(helper) || behind === '' ? undefined : joined(wanted, helper, thing, behind);
  if (!subject || subject.to >= tokens.length) return undefined;
  if (thing !== undefined) return filled(frame, wanted, subject, thing);
  if (asked.to > 1) return undefined;
  const word = asked.to === 0 ? '' : lowerAt(tokens, 0);
  if (word === 'where') return joined(wanted, helper, placed(frame, subject));
  if (word === 'what') return filled(frame, wanted, subject, 'that');
  return /^whom?$/u.test(word) ? filled(frame, wanted, subject, 'them') : joined(wanted, helper, behind);
}

/** "Were they on their way to" as "they on their way there"; but where they "were killed" may be left out. */
function placed(frame: AskedFrame, subject: TokenRange): string {
  const { tokens, aux = 0, rest } = frame;
  const last = tokens.length - 1;
  if (/^(?:to|at|in)$/u.test(lowerAt(tokens, last)))
    return joined(wordsOf(frame, { from: rest, to: last }), 'there');
  const isDone = isBe(lowerAt(tokens, aux)) && isVerbLike(lowerAt(tokens, subject.to));
  return joined(wordsFrom(frame, rest), isDone ? '' : 'there');
}

/** With `filler` where "what" or "who" has left a gap; undefined where another verb follows. */
function filled(
  frame: AskedFrame,
  wanted: AskedFor,
  subject: TokenRange,
  filler: string,
): string | undefined {
  const { tokens, aux = 0, rest } = frame;
  const helper = lowerAt(tokens, aux);
  if (isBe(helper) && !lowerAt(tokens, subject.to).endsWith('ing')) return undefined;
  const behind = tokens.slice(subject.to + 1);
  if (
    behind.some(
      ({ lower, kind }, at) => (isAux(lower) && lowerAt(behind, at - 1) !== 'to') || kind !== 'word',
    )
  )
    return undefined;
  const verb = wordsOf(frame, { from: rest, to: subject.to + 1 });
  const isEnd = lowerAt(tokens, tokens.length - 2) === 'to' || behind.length === 0;
  if (isEnd) return joined(wanted, helper, wordsFrom(frame, rest), filler);
  const isPlain =
    PREPOSITIONS.has(lowerAt(tokens, subject.to + 1)) &&
    !PREPOSITIONS.has(lowerAt(tokens, tokens.length - 1));
  return isPlain ? joined(wanted, helper, verb, filler, wordsFrom(frame, subject.to + 1)) : undefined;
}

/** "What did Garver say" and "who met resistance" with "else"; undefined for questions that have no room for it. */
export function askElse(frame: AskedFrame, word: string): string | undefined {
  const { tokens, asked, aux, rest } = frame;
  if (asked.to !== 1 || lowerAt(tokens, 0) !== word || lowerAt(tokens, 1) === 'else') return undefined;
  // "Who is Garver" and "what is his name" have one answer.
  const isName =
    aux !== undefined && isBe(lowerAt(tokens, aux)) && phraseAt(tokens, rest, false) !== undefined;
  return isName ? undefined : joined(`${word} else`, wordsFrom(frame, 1));
}

/** "How many boats were destroyed", and "where were they" as "where they were": what stands behind "who said". */
export function askIndirectly(frame: AskedFrame): string | undefined {
  const { text, tokens, asked, aux, rest } = frame;
  if (asked.to === 0 || lowerAt(tokens, 0).startsWith('who')) return undefined;
  const small = text.charAt(0).toLowerCase() + text.slice(1);
  const subject = phraseAt(tokens, rest, false);
  if (aux === undefined || (!subject && askedNoun(frame))) return small;
  const isOpen =
    subject &&
    subject.to < tokens.length &&
    isBe(lowerAt(tokens, aux)) &&
    lowerAt(tokens, subject.to) !== 'of';
  // Of "the fund's mission" the name alone was read.
  if (!isOpen || /['’]s?$/u.test(lowerAt(tokens, subject.to - 1))) return undefined;
  const asking = small.slice(0, tokens[asked.to - 1]?.end);
  return joined(asking, wordsOf(frame, subject), lowerAt(tokens, aux), wordsFrom(frame, subject.to));
}

const wordsOf = ({ text, tokens }: AskedFrame, range: TokenRange): string =>
  slice(text, spanOf(tokens, range));
const wordsFrom = (frame: AskedFrame, from: number): string =>
  from >= frame.tokens.length ? '' : wordsOf(frame, { from, to: frame.tokens.length });
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');
