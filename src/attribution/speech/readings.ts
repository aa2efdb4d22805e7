import type { Subject } from '../people/noun-phrases.ts';
import { addresseeEnd } from '../people/phrase-after.ts';
import { readComplement } from './complements.ts';
import { clauseFrom, type Cue } from './cues.ts';
import { type Attribution, direct, hasVerb, reported, type Sentence } from './sentence.ts';
import { skipAdverbialsAfter } from '../words/adverbials.ts';
import { PREPOSITIONS } from '../words/lexicon.ts';
import { SPEECH_VERBS, type SpeechVerb } from '../words/speech-verbs.ts';
import { lowerAt, type TokenRange } from '../words/tokens.ts';

export interface Reading {
  readonly subject: Subject;
  readonly attributions: readonly Attribution[];
  /** Token index from which the sentence is still unread. */
  readonly next: number;
}

const readReported = (sentence: Sentence, range: TokenRange, subject: Subject): Reading => ({
  subject,
  attributions: reported(sentence, range, subject),
  next: range.to,
});

/** "As Lee has said, the mill will close": the clause that opens at token `from`. */
export const readClause = (sentence: Sentence, subject: Subject, from: number): Reading =>
  readReported(sentence, clauseFrom(sentence, from), subject);

/** What follows the verb, from token `after` on. */
export const readAfter = (
  sentence: Sentence,
  cue: Cue,
  subject: Subject,
  after: number,
): Reading | undefined => {
  const { tokens, body, to } = sentence;
  if (tokens[cue.at]?.lower === 'warned' && tokens[after]?.lower === 'of')
    return readClause(sentence, subject, after + 1);
  const complement = readComplement(tokens, after, to, cue.verb, body);
  switch (complement.kind) {
    case 'none':
      return undefined;
    case 'direct': {
      const { quotes } = complement;
      const next = (quotes.at(-1) ?? after) + 1;
      return { subject, attributions: direct(sentence, quotes, subject), next };
    }
    case 'clause': {
      const range = clauseFrom(sentence, complement.from);
      const whole = cue.verb.kind === 'deny' ? { from: cue.at, to: range.to } : range;
      return readReported(sentence, whole, subject);
    }
  }
};

/** "The mill will close, Lee said." and "The mill, Lee said, will close." */
export const readAround = (
  sentence: Sentence,
  cue: Cue,
  subject: Subject,
  edges: TokenRange,
  unread: number,
): Reading | undefined => {
  const { tokens, to } = sentence;
  const speaks = /^(?:say|tell|claim)$/u.test(cue.verb.kind);
  if (!speaks || (cue.verb.noun && cue.verb.form !== 'past')) return undefined;
  if (tokens[edges.from - 1]?.kind !== 'comma') return undefined;
  const left = { from: unread, to: edges.from - 1 };
  if (left.to <= left.from) return undefined;
  const addressee = cue.verb.kind === 'tell' ? addresseeEnd(tokens, edges.to, to) : edges.to;
  if (addressee === undefined) return undefined;
  const rest = skipAdverbialsAfter(tokens, addressee, to);
  const ends = rest >= to || /^(?:stop|border|dash)$/u.test(tokens[rest]?.kind ?? '');
  const subordinate =
    /^(?:if|when|whenever|after|before|while|asked|although|though|because|since|as)$/u.test(
      lowerAt(tokens, left.from),
    );
  if (tokens[rest]?.kind === 'comma' && !SPEECH_VERBS.get(lowerAt(tokens, rest + 1))) {
    // A whole clause before needs nothing after: what follows may be the report's own words.
    if (hasVerb(tokens, left) && !subordinate) {
      return { subject, attributions: reported(sentence, left, subject), next: rest + 1 };
    }
    const right = clauseFrom(sentence, rest + 1);
    const parts = [...reported(sentence, left, subject), ...reported(sentence, right, subject)];
    return { subject, attributions: parts, next: right.to };
  }
  const plain = cue.verb.kind !== 'claim';
  const trails =
    ends ||
    tokens[rest]?.kind === 'comma' ||
    (plain && /^(?:in|at|on|during|after|before|outside|by|from|as)$/u.test(lowerAt(tokens, rest)));
  // When the speaker ends the sentence, any longer run of words is what was said.
  const whole = ends && left.to - left.from > 2 && !PREPOSITIONS.has(lowerAt(tokens, left.from));
  if (!trails || subordinate || (!whole && !hasVerb(tokens, left))) return undefined;
  return { subject, attributions: reported(sentence, left, subject), next: Math.max(rest, edges.to) };
};

const ONLY_QUOTATION: SpeechVerb = { kind: 'ask', form: 'past', noun: false };

/** QUOTE, Lee said / QUOTE, said Lee: and the rest of a quotation that these words split. */
export const readQuoted = (sentence: Sentence, quote: number, subject: Subject, after: number): Reading => {
  const rest = readComplement(sentence.tokens, after, sentence.to, ONLY_QUOTATION, sentence.body);
  const quotes = rest.kind === 'direct' ? rest.quotes : [];
  const next = (quotes.at(-1) ?? after - 1) + 1;
  return { subject, attributions: direct(sentence, [quote, ...quotes], subject), next };
};
