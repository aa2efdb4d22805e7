import { phraseAfter } from '../people/phrase-after.ts';
import { type Reading, readAfter, readAround, readQuoted, speakerOf } from './readings.ts';
import { type Sentence, isUnread, quoteBefore, reported } from './sentence.ts';
import { type Site, clause, otherSubject, suits } from './speech-sites.ts';
import type { SpeechVerb } from '../words/speech-verbs.ts';
import { subjectBefore } from '../people/subject-before.ts';
import type { Subject } from '../people/subject.ts';

const readPassive = (sentence: Sentence, site: Site): Reading | undefined => {
  const { tokens, to } = sentence;
  if (tokens[site.at + 1]?.lower !== 'by') return undefined;
  const subject = phraseAfter(tokens, site.at + 2, to);
  if (subject.kind !== 'speaker') return undefined;
  const naming = site.verb.kind === 'call' ? subject.range.to - 1 : subject.range.to;
  const verb: SpeechVerb = site.verb.kind === 'tell' ? { ...site.verb, kind: 'claim' } : site.verb;
  return readAfter(sentence, { ...site, verb }, subject, naming);
};

const readInverted = (sentence: Sentence, site: Site, unread: number): Reading | undefined => {
  const { tokens, to } = sentence;
  if (site.group.from !== site.at || site.verb.form === 'participle') return undefined;
  const quote = quoteBefore(sentence, site.at);
  const subject = phraseAfter(tokens, site.at + 1, to, true);
  if (subject.kind === 'nobody') return undefined;
  if (quote !== undefined && isUnread(sentence, quote, unread, site.at)) {
    const after = subject.kind === 'speaker' ? subject.range.to : site.at + 1;
    return readQuoted(sentence, quote, site, subject, after);
  }
  const plain = site.verb.kind === 'say' || site.verb.kind === 'claim';
  if (subject.kind !== 'speaker' || !plain || site.verb.noun) return undefined;
  return readAround(sentence, site, subject, { from: site.at, to: subject.range.to }, unread);
};

export const readSite = (
  sentence: Sentence,
  site: Site,
  unread: number,
  last: Subject | undefined,
): Reading | undefined => {
  const { tokens, from } = sentence;
  if (site.group.mood === 'passive') return readPassive(sentence, site);
  if (site.group.mood === 'unsaid') return undefined;
  const floor = Math.max(from, unread);
  const shared = otherSubject(sentence, site, last);
  const before = tokens[site.group.from - 1];
  const adjacent =
    before?.kind === 'comma' ||
    before?.kind === 'quote' ||
    before?.kind === 'border' ||
    before === undefined ||
    before?.kind === 'dash';
  let subject = shared ?? subjectBefore(tokens, site.group.from, floor);
  if (shared === undefined && adjacent && subject.kind === 'unknown')
    return readInverted(sentence, site, unread);
  if (subject.kind === 'nobody') return undefined;
  if (!suits(tokens, site.verb, subject)) return undefined;
  const opener =
    subject.kind === 'speaker' && subject.range.from === from + 1 && tokens[from]?.lower === 'as';
  if (opener && tokens[site.at + 1]?.kind === 'comma') {
    // "As Lee has said, the mill will close."
    const range = clause(sentence, site.at + 2);
    const verb = tokens[site.at]?.lower ?? '';
    return { subject, attributions: reported(sentence, range, speakerOf(subject), verb), next: range.to };
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
    if (quote !== undefined && isUnread(sentence, quote, unread, site.at))
      return readQuoted(sentence, quote, site, subject, site.at + 1);
    const after = readAfter(sentence, site, subject, site.at + 1);
    if (after?.attributions[0]?.kind === 'direct') return after;
    const around = readAround(sentence, site, subject, { from: edge, to: site.at + 1 }, unread);
    return around?.attributions.length === 1 ? around : (after ?? around);
  }
  return readAfter(sentence, site, subject, site.at + 1);
};
