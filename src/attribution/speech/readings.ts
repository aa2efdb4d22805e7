import { skipAdverbialsAfter } from '../words/adverbials.ts';
import { readComplement } from './complements.ts';
import { hearerEnd } from '../people/hearers.ts';
import { PREPOSITIONS } from '../words/lexicon.ts';
import { type Attribution, type Sentence, direct, hasVerb, reported } from './sentence.ts';
import { type Site, clause } from './speech-sites.ts';
import { SPEECH_VERBS } from '../words/speech-verbs.ts';
import type { Range, Subject } from '../people/subject.ts';

export interface Reading {
  readonly subject: Subject;
  readonly attributions: readonly Attribution[];
  /** Token index from which the sentence is still unread. */
  readonly next: number;
}

export const speakerOf = (subject: Subject): Range | undefined =>
  subject.kind === 'speaker' ? subject.range : undefined;

/** What stands after the verb, said by `subject`. */
export const readAfter = (
  sentence: Sentence,
  site: Site,
  subject: Subject,
  after: number,
): Reading | undefined => {
  const { tokens, body, to } = sentence;
  const verb = tokens[site.at]?.lower ?? '';
  if (verb === 'warned' && tokens[after]?.lower === 'of') {
    const range = clause(sentence, after + 1);
    return { subject, attributions: reported(sentence, range, speakerOf(subject), verb), next: range.to };
  }
  const complement = readComplement(tokens, after, to, site.verb, body);
  switch (complement.kind) {
    case 'none':
      return undefined;
    case 'direct': {
      const attributions = complement.quotes.flatMap((at) => direct(sentence, at, speakerOf(subject), verb));
      return { subject, attributions, next: (complement.quotes.at(-1) ?? after) + 1 };
    }
    case 'clause': {
      const range = clause(sentence, complement.from);
      const whole = site.verb.kind === 'deny' ? { from: site.at, to: range.to } : range;
      return { subject, attributions: reported(sentence, whole, speakerOf(subject), verb), next: range.to };
    }
  }
};

/** Verbs that end a clause of their own too: "when the mill answered, ..." */
const NOT_ASIDE = /^(?:agree|answer|respond|rule|state|promise|pledge|advise|protest|mention|recall|repeat)/u;

/** "The mill will close, Lee said." and "The mill, Lee said, will close." */
export const readAround = (
  sentence: Sentence,
  site: Site,
  subject: Subject,
  edges: Range,
  unread: number,
): Reading | undefined => {
  const { tokens, to } = sentence;
  const verb = tokens[site.at]?.lower ?? '';
  const speaks = site.verb.kind === 'say' || site.verb.kind === 'tell' || site.verb.kind === 'claim';
  if (!speaks || (site.verb.noun && site.verb.form !== 'past') || NOT_ASIDE.test(verb)) return undefined;
  if (tokens[edges.from - 1]?.kind !== 'comma') return undefined;
  const left = { from: unread, to: edges.from - 1 };
  if (left.to <= left.from) return undefined;
  const hearer = site.verb.kind === 'tell' ? hearerEnd(tokens, edges.to, to) : edges.to;
  if (hearer === undefined) return undefined;
  const rest = skipAdverbialsAfter(tokens, hearer, to);
  const ends = rest >= to || /^(?:stop|border|dash)$/u.test(tokens[rest]?.kind ?? '');
  const speaker = speakerOf(subject);
  const subordinate =
    /^(?:if|when|whenever|after|before|while|asked|although|though|because|since|as)$/u.test(
      tokens[left.from]?.lower ?? '',
    );
  if (tokens[rest]?.kind === 'comma' && !SPEECH_VERBS.get(tokens[rest + 1]?.lower ?? '')) {
    // A whole clause before needs nothing after: what follows may be the report's own words.
    if (hasVerb(tokens, left) && !subordinate) {
      return { subject, attributions: reported(sentence, left, speaker, verb), next: rest + 1 };
    }
    const right = clause(sentence, rest + 1);
    if (!hasVerb(tokens, { from: right.from - 1, to: right.to })) return undefined;
    const parts = [...reported(sentence, left, speaker, verb), ...reported(sentence, right, speaker, verb)];
    return { subject, attributions: parts, next: right.to };
  }
  const plain = site.verb.kind !== 'claim';
  const trails =
    ends ||
    tokens[rest]?.kind === 'comma' ||
    (plain && /^(?:in|at|on|during|after|before|outside|by|from|as)$/u.test(tokens[rest]?.lower ?? ''));
  // Where the speaker closes the sentence, any longer run of words is what was said.
  const whole = ends && left.to - left.from > 2 && !PREPOSITIONS.has(tokens[left.from]?.lower ?? '');
  if (!trails || subordinate || (!whole && !hasVerb(tokens, left))) return undefined;
  return { subject, attributions: reported(sentence, left, speaker, verb), next: Math.max(rest, edges.to) };
};

/** QUOTE, Lee said / QUOTE, said Lee: and the rest of a quotation that these words split. */
export const readQuoted = (
  sentence: Sentence,
  quote: number,
  site: Site,
  subject: Subject,
  after: number,
): Reading => {
  const verb = sentence.tokens[site.at]?.lower ?? '';
  const attributions = direct(sentence, quote, speakerOf(subject), verb);
  const rest = readComplement(
    sentence.tokens,
    after,
    sentence.to,
    { kind: 'ask', form: 'past', noun: false },
    sentence.body,
  );
  const quotes = rest.kind === 'direct' ? rest.quotes : [];
  const more = quotes.flatMap((at) => direct(sentence, at, speakerOf(subject), verb));
  return { subject, attributions: [...attributions, ...more], next: (quotes.at(-1) ?? after - 1) + 1 };
};
