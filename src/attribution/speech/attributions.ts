import { type Attribution, type Sentence, isQuestion } from './sentence.ts';
import { readAccording } from './according.ts';
import type { Reading } from './readings.ts';
import { readSite } from './site-readings.ts';
import { siteAt } from './speech-sites.ts';
import type { Subject } from '../people/subject.ts';
import type { Token } from '../words/tokens.ts';

const readSentence = (sentence: Sentence): Attribution[] => {
  if (isQuestion(sentence)) return [];
  const { tokens } = sentence;
  const found: Attribution[] = [];
  let unread = sentence.from;
  let last: Subject | undefined;
  for (let at = sentence.from; at < sentence.to; at += 1) {
    if (at < unread) continue;
    const according = tokens[at]?.lower === 'according' && tokens[at + 1]?.lower === 'to';
    const site = according ? undefined : siteAt(sentence, at, sentence.from);
    let reading: Reading | undefined;
    if (according) reading = readAccording(sentence, at, unread);
    else if (site !== undefined) reading = readSite(sentence, site, unread, last);
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
