import type { Subject } from '../people/noun-phrases.ts';
import { phraseAfter } from '../people/phrase-after.ts';
import { subjectBefore } from '../people/subject-before.ts';
import { acceptsSubject, clauseFrom, type Cue, sharedSubject } from './cues.ts';
import { readAfter, readAround, type Reading, readQuoted, speakerRange } from './readings.ts';
import { isUnread, quoteBefore, reported, type Sentence } from './sentence.ts';
import type { SpeechVerb } from '../words/speech-verbs.ts';
import { lowerAt } from '../words/tokens.ts';

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
  if (cue.group.from !== cue.at || cue.verb.form === 'participle') return undefined;
  const quote = quoteBefore(sentence, cue.at);
  const subject = phraseAfter(tokens, cue.at + 1, to, true);
  if (subject.kind === 'nobody') return undefined;
  if (quote !== undefined && isUnread(sentence, quote, unread, cue.at)) {
    const after = subject.kind === 'speaker' ? subject.range.to : cue.at + 1;
    return readQuoted(sentence, quote, cue, subject, after);
  }
  const plain = cue.verb.kind === 'say' || cue.verb.kind === 'claim';
  if (subject.kind !== 'speaker' || !plain || cue.verb.noun) return undefined;
  return readAround(sentence, cue, subject, { from: cue.at, to: subject.range.to }, unread);
};

export const readSpeechVerb = (
  sentence: Sentence,
  cue: Cue,
  unread: number,
  last: Subject | undefined,
): Reading | undefined => {
  const { tokens, from } = sentence;
  if (cue.group.mood === 'passive') return readPassive(sentence, cue);
  if (cue.group.mood === 'unasserted') return undefined;
  const floor = Math.max(from, unread);
  const shared = sharedSubject(sentence, cue, last);
  const before = tokens[cue.group.from - 1];
  const adjacent =
    before?.kind === 'comma' ||
    before?.kind === 'quote' ||
    before?.kind === 'border' ||
    before === undefined ||
    before?.kind === 'dash';
  let subject = shared ?? subjectBefore(tokens, cue.group.from, floor);
  if (shared === undefined && adjacent && subject.kind === 'unknown')
    return readInverted(sentence, cue, unread);
  if (subject.kind === 'nobody') return undefined;
  if (!acceptsSubject(tokens, cue.verb, subject)) return undefined;
  const opener =
    subject.kind === 'speaker' && subject.range.from === from + 1 && tokens[from]?.lower === 'as';
  if (opener && tokens[cue.at + 1]?.kind === 'comma') {
    // "As Lee has said, the mill will close."
    const range = clauseFrom(sentence, cue.at + 2);
    const verb = lowerAt(tokens, cue.at);
    return { subject, attributions: reported(sentence, range, speakerRange(subject), verb), next: range.to };
  }
  if (
    shared === undefined &&
    subject.kind === 'speaker' &&
    tokens[subject.range.from - 1]?.kind === 'quote' &&
    subject.range.from - 1 < floor
  )
    subject = { kind: 'unknown' };
  if (shared === undefined && subject.kind === 'speaker') {
    const edge = subject.range.from;
    const quote = quoteBefore(sentence, edge);
    if (quote !== undefined && isUnread(sentence, quote, unread, cue.at))
      return readQuoted(sentence, quote, cue, subject, cue.at + 1);
    const after = readAfter(sentence, cue, subject, cue.at + 1);
    if (after?.attributions[0]?.kind === 'direct') return after;
    const around = readAround(sentence, cue, subject, { from: edge, to: cue.at + 1 }, unread);
    return around?.attributions.length === 1 ? around : (after ?? around);
  }
  return readAfter(sentence, cue, subject, cue.at + 1);
};
