import type { Subject } from '../people/noun-phrases.ts';
import { phraseAfter } from '../people/phrase-after.ts';
import { clauseFrom, cueAt } from './cues.ts';
import { readSpeechVerb } from './read-speech-verb.ts';
import type { Reading } from './readings.ts';
import {
  type Attribution,
  direct,
  hasName,
  hasVerb,
  isQuestion,
  isUnread,
  quoteBefore,
  reported,
  type Sentence,
} from './sentence.ts';
import type { Token } from '../words/tokens.ts';

/** "According to Lee, the mill will close" and "The mill will close, according to Lee". */
const readAccording = (sentence: Sentence, at: number, unread: number): Reading | undefined => {
  const { tokens, to } = sentence;
  const subject = phraseAfter(tokens, at + 2, to, hasVerb(tokens, { from: unread, to: at }));
  if (subject.kind !== 'speaker') return undefined;
  const { range: speaker } = subject;
  const quote = quoteBefore(sentence, at);
  if (quote !== undefined && isUnread(sentence, quote, unread, at + 1)) {
    return { subject, attributions: direct(sentence, [quote], subject), next: speaker.to };
  }
  const left = { from: unread, to: at };
  const before = reported(sentence, left, subject);
  if (tokens[speaker.to]?.kind !== 'comma' && before.length > 0)
    return { subject, attributions: before, next: speaker.to };
  const from = tokens[speaker.to]?.kind === 'comma' ? speaker.to + 1 : speaker.to;
  if (before.length > 0 && hasVerb(tokens, left)) return { subject, attributions: before, next: from };
  const right = clauseFrom(sentence, from);
  const after = reported(sentence, right, subject);
  const opens = before.length === 0 || left.to - left.from <= 4;
  return {
    subject,
    attributions: opens && !hasName(tokens, left) ? after : [...before, ...after],
    next: right.to,
  };
};

const readSentence = (sentence: Sentence): Attribution[] => {
  if (isQuestion(sentence)) return [];
  const { tokens } = sentence;
  const found: Attribution[] = [];
  let unread = sentence.from;
  let last: Subject | undefined;
  for (let at = sentence.from; at < sentence.to; at += 1) {
    if (at < unread) continue;
    const according = tokens[at]?.lower === 'according' && tokens[at + 1]?.lower === 'to';
    const cue = according ? undefined : cueAt(sentence, at, sentence.from);
    let reading: Reading | undefined;
    if (according) reading = readAccording(sentence, at, unread);
    else if (cue !== undefined) reading = readSpeechVerb(sentence, cue, unread, last);
    if (reading === undefined || reading.attributions.length === 0) continue;
    found.push(...reading.attributions);
    unread = Math.max(reading.next, at + 1);
    last = reading.subject;
  }
  return found;
};

/** Attributions of a paragraph's tokens, in order. */
export const findAttributions = (body: string, tokens: readonly Token[]): Attribution[] => {
  const found: Attribution[] = [];
  let from = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'border') continue;
    const endsInQuote =
      tokens[from - 2]?.kind === 'quote' &&
      !found.some(({ quotation }) => quotation === tokens[from - 2]?.quotation);
    found.push(...readSentence({ tokens, body, from, to: index, quoteBefore: endsInQuote }));
    from = index + 1;
  }
  return found;
};
