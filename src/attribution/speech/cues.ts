import type { Subject } from '../people/noun-phrases.ts';
import { sentenceSubject, subjectBefore } from '../people/subject-before.ts';
import type { Sentence } from './sentence.ts';
import { skipAdverbialsBefore } from '../words/adverbials.ts';
import {
  bare,
  BE,
  COORDINATORS,
  FINITE,
  HAVE_OR_DO,
  isWritingNoun,
  MODALS,
  NEGATIONS,
} from '../words/lexicon.ts';

import { SPEECH_VERBS, type SpeechVerb } from '../words/speech-verbs.ts';
import { lowerAt, type Token, type TokenRange } from '../words/tokens.ts';

/** A verb of speech in a sentence. */
export interface Cue {
  readonly verb: SpeechVerb;
  /** Index of its token. */
  readonly at: number;
  /** Index of its first auxiliary, or its own. */
  readonly from: number;
  readonly mood: 'asserted' | 'passive' | 'unasserted';
}

/** The verb of speech at a token, with its auxiliaries: "has said", "was told", "did not say", "would say", "to say". */
export const cueAt = ({ tokens }: Sentence, at: number, floor: number): Cue | undefined => {
  const { kind, text, lower = '' } = tokens[at] ?? {};
  const listed = SPEECH_VERBS.get(lower);
  // "he claims": no noun follows these.
  const verb =
    listed?.noun && /^(?:i|he|she|we|they|who)$/u.test(lowerAt(tokens, at - 1))
      ? { ...listed, noun: false }
      : listed;
  if (verb === undefined || kind !== 'word' || text !== lower) return undefined;
  let from = at;
  let mood: Cue['mood'] = 'asserted';
  for (let steps = 0; steps < 6; steps += 1) {
    const before = skipAdverbialsBefore(tokens, from, floor) - 1;
    const word = lowerAt(tokens, before);
    if (before < floor || tokens[before]?.kind !== 'word') break;
    if (NEGATIONS.has(word) || MODALS.has(word)) return { verb, at, from: before, mood: 'unasserted' };
    if (word === 'to') {
      const goes =
        lowerAt(tokens, before - 1) === 'on' && /^(?:went|goes|gone)$/u.test(lowerAt(tokens, before - 2));
      return goes
        ? { verb, at, from: before - 2, mood: 'asserted' }
        : { verb, at, from: before, mood: 'unasserted' };
    }
    if (BE.has(word)) mood = verb.form === 'participle' && mood === 'asserted' ? 'asserted' : 'passive';
    else if (!HAVE_OR_DO.has(word)) break;
    from = before;
  }
  return { verb, at, from, mood };
};

/** Whether a new speaker's turn begins at `from`: a subject, then soon its verb of speech. */
const isTurn = (sentence: Sentence, from: number): boolean => {
  for (let at = from + 1; at < Math.min(sentence.to, from + 14); at += 1) {
    if (/^(?:border|quote)$/u.test(sentence.tokens[at]?.kind ?? '')) return false;
    const cue = cueAt(sentence, at, from);
    if (cue === undefined || cue.mood !== 'asserted' || cue.verb.form === 'participle') continue;
    const subject = subjectBefore(sentence.tokens, cue.from, from);
    return subject.kind === 'speaker' && subject.range.from - from <= 2;
  }
  return false;
};

/** A verb that may be a noun, or that speaks only of studies, asks more of its subject. */
export const acceptsSubject = (tokens: readonly Token[], verb: SpeechVerb, subject: Subject): boolean => {
  if (subject.kind !== 'speaker')
    return !verb.noun && !/^(?:find|call|ask)$/u.test(verb.kind) && verb.form !== 'plural';
  const words = tokens.slice(subject.range.from, subject.range.to);
  // "all member states": a determiner of many has no singular verb.
  const before = words.at(-1)?.lower ?? '';
  const many = words.some(({ lower }) =>
    /^(?:all|many|most|several|some|these|those|both|few)$/u.test(lower),
  );
  if (verb.noun && verb.form === 'singular' && many) return false;
  // "lays down a rule that": as a verb the base form needs many speakers.
  if (verb.noun && verb.form === 'plural' && !before.endsWith('s')) return false;
  return verb.kind !== 'find' || words.some(({ lower }) => isWritingNoun(bare(lower)));
};

/** The subject that a verb shares with the verb before it, or has when others quote it. Undefined for any other verb. */
export const sharedSubject = (
  sentence: Sentence,
  cue: Cue,
  last: Subject | undefined,
): Subject | undefined => {
  const { tokens, from } = sentence;
  const before = tokens[skipAdverbialsBefore(tokens, cue.from, from) - 1];
  if (cue.verb.form === 'participle' && cue.from === cue.at) {
    if (before?.lower === 'as') return quotedSubject(sentence, cue.at);
    const shares =
      /^(?:comma|dash|quote)$/u.test(before?.kind ?? '') ||
      /^(?:and|but|then|or|by)$/u.test(before?.lower ?? '');
    return shares ? (last ?? sentenceSubject(tokens, from, cue.at)) : { kind: 'nobody' };
  }
  if (/^(?:and|but|then|or)$/u.test(before?.lower ?? ''))
    return last ?? sentenceSubject(tokens, from, cue.at);
  return undefined;
};

/** "Lee was quoted by the Herald as saying". */
const quotedSubject = ({ tokens, from }: Sentence, saying: number): Subject => {
  for (let at = saying - 1; at > Math.max(from, saying - 12); at -= 1) {
    if (!/^(?:quoted|cited)$/u.test(lowerAt(tokens, at))) continue;
    let be = at - 1;
    while (be > from && (BE.has(lowerAt(tokens, be)) || HAVE_OR_DO.has(lowerAt(tokens, be)))) be -= 1;
    return be === at - 1 ? { kind: 'unknown' } : subjectBefore(tokens, be + 1, from);
  }
  return { kind: 'nobody' };
};

/** Whether a clause with a verb of its own begins at `from`, and has it before the next comma. */
const isClause = (tokens: readonly Token[], from: number): boolean => {
  for (let at = from; tokens[at]?.kind === 'word'; at += 1)
    if (FINITE.has(lowerAt(tokens, at))) return at > from;
  return false;
};

/**
 * The clause that opens at `from`: up to the end of the sentence, a second speaker's turn (", but Lee said"), the main
 * clause ("While Lee said so, Park did not"), or a quotation after a colon.
 */
export const clauseFrom = (sentence: Sentence, from: number): TokenRange => {
  const { tokens, to } = sentence;
  const isConceded = /^(?:while|although|though|whereas)$/u.test(lowerAt(tokens, sentence.from));
  for (let at = from; at < to; at += 1) {
    const { kind, text } = tokens[at] ?? { kind: 'border' };
    const quoted = kind === 'colon' && tokens[at + 1]?.kind === 'quote';
    if (kind === 'border' || quoted) return { from, to: at };
    if (kind !== 'comma' && kind !== 'dash') continue;
    if (isConceded && kind === 'comma' && isClause(tokens, at + 1)) return { from, to: at };
    if (text === ';' && isTurn(sentence, at + 1)) return { from, to: at };
    if (COORDINATORS.has(lowerAt(tokens, at + 1)) && isTurn(sentence, at + 2)) return { from, to: at };
  }
  return { from, to };
};
