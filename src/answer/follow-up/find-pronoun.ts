import { PREPOSITIONS, PRONOUNS, SUBORDINATORS, wordSet } from '../../attribution/words/lexicon.ts';
import { isNameWord } from '../../attribution/words/name-words.ts';
import { SPEECH_VERBS } from '../../attribution/words/speech-verbs.ts';
import { lowerAt, type Token } from '../../attribution/words/tokens.ts';
import { type AskedFrame, isAux, isBe } from './asked-frame.ts';

/** Whom a pronoun may mean, whatever its form; `them` is counted, so that a body cannot be meant. */
export type PronounClass = 'he' | 'she' | 'they' | 'them' | 'it';

/** A pronoun that can have its noun in no other place than in an earlier question. */
export interface LeaningPronoun {
  /** Index of its token. */
  readonly at: number;
  readonly pronoun: PronounClass;
  readonly isGenitive: boolean;
  /** It is the subject of a verb of saying or thinking: a thing cannot be meant. */
  readonly speaks: boolean;
}

const SUBJECTS: Readonly<Record<string, PronounClass>> = { he: 'he', she: 'she', they: 'they', it: 'it' };
const GENITIVES: Readonly<Record<string, PronounClass>> = { his: 'he', her: 'she', their: 'they', its: 'it' };
const OBJECTS: Readonly<Record<string, PronounClass>> = { him: 'he', her: 'she', them: 'they', it: 'it' };
export const MINDS = wordSet('think know believe want feel mean hope fear decide ask tell call');
/** "What is it about?"; but "how long does it take" and "what time is it" mean nothing in particular. */
const EXPLETIVE = wordSet(
  `that to whether if who time take takes turn seem seems look cost going worth too because like matter likely possible
   far late hard`,
);

/** Undefined where each pronoun may have its noun in the question itself, or needs none. */
export function findPronoun(frame: AskedFrame): LeaningPronoun | undefined {
  return findSubject(frame) ?? findOf(frame) ?? findObject(frame);
}

/** "What did he say", "where is his house": nothing stands before it but what is asked for. */
function findSubject({ tokens, asked, aux, rest }: AskedFrame): LeaningPronoun | undefined {
  if (aux === undefined) return undefined;
  const at = rest;
  const word = lowerAt(tokens, at);
  const verb = lowerAt(tokens, at + 1);
  const isNoun = tokens[at + 1]?.kind === 'word' && !PREPOSITIONS.has(verb) && !isAux(verb);
  const genitive = Object.hasOwn(GENITIVES, word) && isNoun ? GENITIVES[word] : undefined;
  if (genitive) return { at, pronoun: genitive, isGenitive: true, speaks: false };
  const pronoun = Object.hasOwn(SUBJECTS, word) ? SUBJECTS[word] : undefined;
  if (pronoun === undefined) return undefined;
  // Of "was it close?" and "is it Latin?" it may be all that was said.
  const isJudged = asked.to === 0 && isBe(lowerAt(tokens, aux));
  const isExpletive = isJudged || tokens.slice(1).some(({ lower }) => EXPLETIVE.has(lower));
  if (word === 'it' && isExpletive) return undefined;
  const speaks = SPEECH_VERBS.has(verb) || MINDS.has(verb);
  return { at, pronoun, isGenitive: false, speaks };
}

/** "How many of them were killed?" */
function findOf({ tokens, rest }: AskedFrame): LeaningPronoun | undefined {
  const at = tokens.findIndex(({ lower }, index) => lower === 'of' && index > 0 && index <= 2) + 1;
  const isMeant =
    at > 1 &&
    at <= rest + 1 &&
    lowerAt(tokens, at) === 'them' &&
    /^(?:many|much|which|who)$/u.test(lowerAt(tokens, at - 2));
  return isMeant ? { at, pronoun: 'them', isGenitive: false, speaks: false } : undefined;
}

/**
 * "Who killed him?", "what happened to them?", "what does the report say about her?": the object of the only clause.
 * Its subject is another, whoever it is.
 */
function findObject(frame: AskedFrame): LeaningPronoun | undefined {
  const { tokens, asked, rest } = frame;
  const at = tokens.findIndex(({ lower }, index) => index >= rest && Object.hasOwn(OBJECTS, lower));
  const word = lowerAt(tokens, at);
  const pronoun = OBJECTS[word];
  if (at < 0 || pronoun === undefined) return undefined;
  const next = tokens[at + 1];
  const ends =
    next === undefined ||
    (next.kind === 'word' &&
      (PREPOSITIONS.has(next.lower) ||
        /^(?:there|then|now|today|online|back|first|again)$/u.test(next.lower)));
  const before = tokens.slice(rest, at);
  const isPlain = before.every(
    ({ kind, lower }) =>
      kind === 'word' &&
      !PRONOUNS.has(lower) &&
      !(SUBORDINATORS.has(lower) && !PREPOSITIONS.has(lower)) &&
      !/^(?:his|their|its|that|this|how|what|where|why)$/u.test(lower),
  );
  if (!ends || !isPlain || before.length === 0) return undefined;
  const found = { at, pronoun, isGenitive: false, speaks: false };
  const isSubjectAsked = asked.to > 0 && !startsClause(frame);
  return (isSubjectAsked ? hasOneVerb(before) : hasSpeechVerb(before)) ? found : undefined;
}

/** Whether a subject follows the helping verb. */
const startsClause = ({ tokens, aux, rest }: AskedFrame): boolean =>
  aux !== undefined &&
  (!isBe(lowerAt(tokens, aux)) ||
    isNameWord(tokens[rest]) ||
    /^(?:the|a|an|any|anything|something|these|those)$/u.test(lowerAt(tokens, rest)));

/** "Killed", "happened to", "wants to meet with": no noun that the pronoun might mean. */
function hasOneVerb(words: readonly Token[]): boolean {
  if (words.some((word) => isNameWord(word))) return false;
  const open = words.filter(
    ({ lower }, at) =>
      !PREPOSITIONS.has(lower) && !isAux(lower) && lower !== 'been' && lowerAt(words, at - 1) !== 'to',
  );
  return open.length <= 1;
}

/** "The report say about": at most four words for who says it. */
function hasSpeechVerb(words: readonly Token[]): boolean {
  const verb = words.findLastIndex(
    ({ lower }) => SPEECH_VERBS.has(lower) || MINDS.has(lower) || /^(?:known|said|have|do)$/u.test(lower),
  );
  return verb >= 1 && verb <= 4 && words.slice(verb + 1).every(({ lower }) => PREPOSITIONS.has(lower));
}
