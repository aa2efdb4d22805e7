import type { Subject } from '../people/noun-phrases.ts';
import { sentenceSubject, subjectBefore } from '../people/subject-before.ts';
import type { Sentence } from './sentence.ts';
import { skipAdverbialsBefore } from '../words/adverbials.ts';
import { bare, BE, COORDINATORS, DETERMINERS, FINITE, HAVE, isWritingNoun } from '../words/lexicon.ts';
import { isNameWord } from '../words/name-words.ts';
import { SPEECH_VERBS, type SpeechVerb } from '../words/speech-verbs.ts';
import { lowerAt, type Token, type TokenRange } from '../words/tokens.ts';
import { readVerbGroup, type VerbGroup } from '../words/verb-groups.ts';

const SHARES = /^(?:and|but|then|or)$/u;

export interface Cue {
  readonly verb: SpeechVerb;
  readonly at: number;
  readonly group: VerbGroup;
}

export const cueAt = ({ tokens }: Sentence, at: number, floor: number): Cue | undefined => {
  const token = tokens[at];
  const verb = token === undefined ? undefined : SPEECH_VERBS.get(token.lower);
  if (verb === undefined || token === undefined || token.kind !== 'word' || token.text !== token.lower)
    return undefined;
  return { verb, at, group: readVerbGroup(tokens, at, verb.form, floor) };
};

/** Whether a new speaker's turn begins at `from`: a subject, then soon its verb of speech. */
const isTurn = (sentence: Sentence, from: number): boolean => {
  for (let at = from + 1; at < Math.min(sentence.to, from + 14); at += 1) {
    if (/^(?:border|quote)$/u.test(sentence.tokens[at]?.kind ?? '')) return false;
    const cue = cueAt(sentence, at, from);
    if (cue === undefined || cue.group.mood !== 'asserted' || cue.verb.form === 'participle') continue;
    const subject = subjectBefore(sentence.tokens, cue.group.from, from);
    return subject.kind === 'speaker' && subject.range.from - from <= 2;
  }
  return false;
};

const isClear = (tokens: readonly Token[], { from, to }: TokenRange): boolean => {
  const first = tokens[from];
  const last = tokens[to - 1];
  const numbered = isNameWord(first) && /^\d/u.test(tokens[from + 1]?.text ?? '');
  return (
    numbered ||
    (first !== undefined && DETERMINERS.has(first.lower)) ||
    (isNameWord(last) && !/^(?:Media|Press|News|Police)$/u.test(last?.text ?? ''))
  );
};

/** A verb that may be a noun, or that speaks only of studies, asks more of its subject. */
export const acceptsSubject = (tokens: readonly Token[], verb: SpeechVerb, subject: Subject): boolean => {
  if (subject.kind !== 'speaker')
    return !verb.noun && !/^(?:find|call|ask)$/u.test(verb.kind) && verb.form !== 'plural';
  const words = tokens.slice(subject.range.from, subject.range.to);
  // "all member states": a determiner of many has no singular verb.
  const before = words.at(-1)?.lower ?? '';
  if (verb.noun && verb.form !== 'past' && /^(?:member|nation|other|all|many)$/u.test(before)) return false;
  if (
    verb.noun &&
    verb.form === 'singular' &&
    words.some(({ lower }) => /^(?:all|many|most|several|some|these|those|both|few)$/u.test(lower))
  )
    return false;
  // "lays down a rule that": as a verb the base form needs many speakers.
  if (verb.noun && verb.form === 'plural' && !before.endsWith('s')) return false;
  if (verb.kind === 'find') return words.some(({ lower }) => isWritingNoun(bare(lower)));
  return !verb.noun || isClear(tokens, subject.range);
};

/** The subject of a verb that does not stand right behind it: shared, quoted by others, or behind the verb. */
export const sharedSubject = (
  sentence: Sentence,
  cue: Cue,
  last: Subject | undefined,
): Subject | undefined => {
  const { tokens, from } = sentence;
  const before = tokens[skipAdverbialsBefore(tokens, cue.group.from, from) - 1];
  if (cue.verb.form === 'participle' && cue.group.from === cue.at) {
    if (before?.lower === 'as') return quotedSubject(sentence, cue.at);
    // "labelling would help": the participle is a subject itself.
    if (FINITE.has(lowerAt(tokens, cue.at + 1))) return { kind: 'nobody' };
    const apart =
      before?.kind === 'comma' ||
      before?.kind === 'dash' ||
      before?.kind === 'quote' ||
      SHARES.test(before?.lower ?? '');
    return apart || before?.lower === 'by'
      ? (last ?? sentenceSubject(tokens, from, cue.at))
      : { kind: 'nobody' };
  }
  if (SHARES.test(before?.lower ?? '')) return last ?? sentenceSubject(tokens, from, cue.at);
  return undefined;
};

/** "Lee was quoted by the Herald as saying". */
const quotedSubject = ({ tokens, from }: Sentence, saying: number): Subject => {
  for (let at = saying - 1; at > Math.max(from, saying - 12); at -= 1) {
    if (!/^(?:quoted|cited)$/u.test(lowerAt(tokens, at))) continue;
    let be = at - 1;
    while (be > from && (BE.has(lowerAt(tokens, be)) || HAVE.has(lowerAt(tokens, be)))) be -= 1;
    return be === at - 1 ? { kind: 'unknown' } : subjectBefore(tokens, be + 1, from);
  }
  return { kind: 'nobody' };
};

export const clauseFrom = (sentence: Sentence, from: number): TokenRange => ({
  from,
  to: clauseEnd(sentence.tokens, from, sentence.to, (at) => isTurn(sentence, at)),
});

/**
 * Where the clause that opens at `from` ends: at `limit`, before a second speaker's turn (", but Lee said"), or before
 * a quotation that a colon sets off.
 */
export const clauseEnd = (
  tokens: readonly Token[],
  from: number,
  limit: number,
  isTurn: (from: number) => boolean,
): number => {
  for (let at = from; at < limit; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'border') return at;
    if (token.kind === 'colon' && tokens[at + 1]?.kind === 'quote') return at;
    const next = tokens[at + 1];
    if (token.kind !== 'comma' && token.kind !== 'dash') continue;
    if (token.text === ';' && isTurn(at + 1)) return at;
    if (next !== undefined && COORDINATORS.has(next.lower) && isTurn(at + 2)) return at;
  }
  return limit;
};
