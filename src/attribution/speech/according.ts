import { standsAlone } from './complements.ts';
import { phraseAfter } from '../people/phrase-after.ts';
import type { Reading } from './readings.ts';
import { type Sentence, direct, hasName, hasVerb, isUnread, quoteBefore, reported } from './sentence.ts';
import { clause } from './speech-sites.ts';

/** "According to Lee, the mill will close" and "The mill will close, according to Lee". */
export const readAccording = (sentence: Sentence, at: number, unread: number): Reading | undefined => {
  const { tokens, to, body } = sentence;
  const subject = phraseAfter(tokens, at + 2, to, hasVerb(tokens, { from: unread, to: at }));
  if (subject.kind !== 'speaker') return undefined;
  const { range: speaker } = subject;
  const verb = 'according';
  const quote = quoteBefore(sentence, at);
  if (quote !== undefined && isUnread(sentence, quote, unread, at + 1)) {
    return { subject, attributions: direct(sentence, quote, speaker, verb), next: speaker.to };
  }
  const left = { from: unread, to: at };
  const before = reported(sentence, left, speaker, verb);
  if (tokens[speaker.to]?.kind !== 'comma' && before.length > 0)
    return { subject, attributions: before, next: speaker.to };
  const from = tokens[speaker.to]?.kind === 'comma' ? speaker.to + 1 : speaker.to;
  if (tokens[from]?.kind === 'quote' && standsAlone(tokens, from, body)) {
    return { subject, attributions: direct(sentence, from, speaker, verb), next: from + 1 };
  }
  if (before.length > 0 && hasVerb(tokens, left)) return { subject, attributions: before, next: from };
  const right = clause(sentence, from);
  const after = reported(sentence, right, speaker, verb);
  const opens = before.length === 0 || (!hasVerb(tokens, left) && left.to - left.from <= 4);
  return {
    subject,
    attributions: opens && !hasName(tokens, left) ? after : [...before, ...after],
    next: right.to,
  };
};
