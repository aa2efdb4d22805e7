import type { Subject } from '../people/noun-phrases.ts';
import { addresseeEnd } from '../people/phrase-after.ts';
import { readComplement } from './complements.ts';
import { clauseFrom, type Cue } from './cues.ts';
import { type Attribution, direct, hasVerb, reported, type Sentence } from './sentence.ts';
import { skipAdverbialsAfter } from '../words/adverbials.ts';
import { PREPOSITIONS } from '../words/lexicon.ts';
import { SPEECH_VERBS } from '../words/speech-verbs.ts';
import { lowerAt, type TokenRange } from '../words/tokens.ts';

export interface Reading {
  readonly subject: Subject;
  readonly attributions: readonly Attribution[];
  /** Token index from which the sentence is still unread. */
  readonly next: number;
}

export const speakerRange = (subject: Subject): TokenRange | undefined =>
  subject.kind === 'speaker' ? subject.range : undefined;

/** What stands after the verb, said by `subject`. */
export const readAfter = (
  sentence: Sentence,
  cue: Cue,
  subject: Subject,
  after: number,
): Reading | undefined => {
  const { tokens, body, to } = sentence;
  const verb = lowerAt(tokens, cue.at);
  if (verb === 'warned' && tokens[after]?.lower === 'of') {
    const range = clauseFrom(sentence, after + 1);
    return { subject, attributions: reported(sentence, range, speakerRange(subject), verb), next: range.to };
  }
  const complement = readComplement(tokens, after, to, cue.verb, body);
  switch (complement.kind) {
    case 'none':
      return undefined;
    case 'direct': {
      const attributions = complement.quotes.flatMap((at) =>
        direct(sentence, at, speakerRange(subject), verb),
      );
      return { subject, attributions, next: (complement.quotes.at(-1) ?? after) + 1 };
    }
    case 'clause': {
      const range = clauseFrom(sentence, complement.from);
      const whole = cue.verb.kind === 'deny' ? { from: cue.at, to: range.to } : range;
      return {
        subject,
        attributions: reported(sentence, whole, speakerRange(subject), verb),
        next: range.to,
      };
    }
  }
};

/** Verbs that end a clause of their own too: "when the mill answered, ..." */
const NOT_ASIDE = /^(?:agree|answer|respond|rule|state|promise|pledge|advise|protest|mention|recall|repeat)/u;

/** "The mill will close, Lee said." and "The mill, Lee said, will close." */
export const readAround = (
  sentence: Sentence,
  cue: Cue,
  subject: Subject,
  edges: TokenRange,
  unread: number,
): Reading | undefined => {
  const { tokens, to } = sentence;
  const verb = lowerAt(tokens, cue.at);
  const speaks = cue.verb.kind === 'say' || cue.verb.kind === 'tell' || cue.verb.kind === 'claim';
  if (!speaks || (cue.verb.noun && cue.verb.form !== 'past') || NOT_ASIDE.test(verb)) return undefined;
  if (tokens[edges.from - 1]?.kind !== 'comma') return undefined;
  const left = { from: unread, to: edges.from - 1 };
  if (left.to <= left.from) return undefined;
  const hearer = cue.verb.kind === 'tell' ? addresseeEnd(tokens, edges.to, to) : edges.to;
  if (hearer === undefined) return undefined;
  const rest = skipAdverbialsAfter(tokens, hearer, to);
  const ends = rest >= to || /^(?:stop|border|dash)$/u.test(tokens[rest]?.kind ?? '');
  const speaker = speakerRange(subject);
  const subordinate =
    /^(?:if|when|whenever|after|before|while|asked|although|though|because|since|as)$/u.test(
      lowerAt(tokens, left.from),
    );
  if (tokens[rest]?.kind === 'comma' && !SPEECH_VERBS.get(lowerAt(tokens, rest + 1))) {
    // A whole clause before needs nothing after: what follows may be the report's own words.
    if (hasVerb(tokens, left) && !subordinate) {
      return { subject, attributions: reported(sentence, left, speaker, verb), next: rest + 1 };
    }
    const right = clauseFrom(sentence, rest + 1);
    if (!hasVerb(tokens, { from: right.from - 1, to: right.to })) return undefined;
    const parts = [...reported(sentence, left, speaker, verb), ...reported(sentence, right, speaker, verb)];
    return { subject, attributions: parts, next: right.to };
  }
  const plain = cue.verb.kind !== 'claim';
  const trails =
    ends ||
    tokens[rest]?.kind === 'comma' ||
    (plain && /^(?:in|at|on|during|after|before|outside|by|from|as)$/u.test(lowerAt(tokens, rest)));
  // Where the speaker closes the sentence, any longer run of words is what was said.
  const whole = ends && left.to - left.from > 2 && !PREPOSITIONS.has(lowerAt(tokens, left.from));
  if (!trails || subordinate || (!whole && !hasVerb(tokens, left))) return undefined;
  return { subject, attributions: reported(sentence, left, speaker, verb), next: Math.max(rest, edges.to) };
};

/** QUOTE, Lee said / QUOTE, said Lee: and the rest of a quotation that these words split. */
export const readQuoted = (
  sentence: Sentence,
  quote: number,
  cue: Cue,
  subject: Subject,
  after: number,
): Reading => {
  const verb = lowerAt(sentence.tokens, cue.at);
  const attributions = direct(sentence, quote, speakerRange(subject), verb);
  const rest = readComplement(
    sentence.tokens,
    after,
    sentence.to,
    { kind: 'ask', form: 'past', noun: false },
    sentence.body,
  );
  const quotes = rest.kind === 'direct' ? rest.quotes : [];
  const more = quotes.flatMap((at) => direct(sentence, at, speakerRange(subject), verb));
  return { subject, attributions: [...attributions, ...more], next: (quotes.at(-1) ?? after - 1) + 1 };
};
