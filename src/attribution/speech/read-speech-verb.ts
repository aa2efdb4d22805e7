import type { Subject } from '../people/noun-phrases.ts';
import { phraseAfter } from '../people/phrase-after.ts';
import { subjectBefore } from '../people/subject-before.ts';
import { acceptsSubject, type Cue, sharedSubject } from './cues.ts';
import { readAfter, readAround, readClause, type Reading, readQuoted } from './readings.ts';
import { isUnread, quoteBefore, type Sentence } from './sentence.ts';
import type { SpeechVerb } from '../words/speech-verbs.ts';

const readPassive = (sentence: Sentence, cue: Cue): Reading | undefined => {
  const { tokens, to } = sentence;
  if (tokens[cue.at + 1]?.lower !== 'by') return undefined;
  const subject = phraseAfter(tokens, cue.at + 2, to);
  if (subject.kind !== 'speaker') return undefined;
  const naming = cue.verb.kind === 'call' ? subject.range.to - 1 : subject.range.to;
  const verb: SpeechVerb = cue.verb.kind === 'tell' ? { ...cue.verb, kind: 'claim' } : cue.verb;
  return readAfter(sentence, { ...cue, verb }, subject, naming);
};

const readInverted = (sentence: Sentence, cue: Cue, unread: number): Reading | undefined => {
  const { tokens, to } = sentence;
  const quote = quoteBefore(sentence, cue.at);
  const subject = phraseAfter(tokens, cue.at + 1, to, true);
  if (quote !== undefined && isUnread(sentence, quote, unread, cue.at)) {
    const after = subject.kind === 'speaker' ? subject.range.to : cue.at + 1;
    return readQuoted(sentence, quote, subject, after);
  }
  const plain = cue.verb.kind === 'say' || cue.verb.kind === 'claim';
  if (subject.kind !== 'speaker' || !plain || cue.verb.noun) return undefined;
  return readAround(sentence, cue, subject, { from: cue.at, to: subject.range.to }, unread);
};

/**
 * Who says what by the verb of speech `cue`. The sentence is read up to token `unread`, `last` is the subject of the
 * verb of speech before.
 */
export const readSpeechVerb = (
  sentence: Sentence,
  cue: Cue,
  unread: number,
  last: Subject | undefined,
): Reading | undefined => {
  const { tokens, from } = sentence;
  if (cue.mood === 'passive') return readPassive(sentence, cue);
  if (cue.mood === 'unasserted') return undefined;
  const shared = sharedSubject(sentence, cue, last);
  const floor = Math.max(from, unread);
  const subject = shared ?? subjectBefore(tokens, cue.from, floor);
  const adjacent = /^(?:comma|quote|border|dash)$/u.test(tokens[cue.from - 1]?.kind ?? 'border');
  if (shared === undefined && adjacent && subject.kind === 'unknown')
    return readInverted(sentence, cue, unread);
  if (subject.kind === 'nobody' || !acceptsSubject(tokens, cue.verb, subject)) return undefined;
  const after = cue.at + 1;
  if (subject.kind === 'unknown') return readAfter(sentence, cue, subject, after);
  const edge = subject.range.from;
  if (edge === from + 1 && tokens[from]?.lower === 'as' && tokens[after]?.kind === 'comma')
    return readClause(sentence, subject, after + 1);
  if (shared !== undefined) return readAfter(sentence, cue, subject, after);
  const quote = quoteBefore(sentence, edge);
  if (quote !== undefined && isUnread(sentence, quote, unread, cue.at))
    return readQuoted(sentence, quote, subject, after);
  const following = readAfter(sentence, cue, subject, after);
  if (following?.attributions[0]?.kind === 'direct') return following;
  const around = readAround(sentence, cue, subject, { from: edge, to: after }, unread);
  return around?.attributions.length === 1 ? around : (following ?? around);
};
