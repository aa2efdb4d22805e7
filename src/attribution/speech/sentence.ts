import type { Span } from '../../text/span.ts';
import type { Subject } from '../people/noun-phrases.ts';
import { isNameWord, isVerbLike } from '../words/name-words.ts';
import { lowerAt, spanOf, type Token, type TokenRange } from '../words/tokens.ts';

/** Words of a paragraph with their speaker, as far as their own sentence names one. */
export interface Attribution {
  readonly kind: 'direct' | 'reported';
  /** For `direct`, the whole quotation, marks included. */
  readonly span: Span;
  /** The quotation's index in the paragraph's list. */
  readonly quotation?: number;
  readonly speaker?: TokenRange;
}

/** One sentence of a paragraph, as token indexes, and what has been read of it. */
export interface Sentence {
  readonly tokens: readonly Token[];
  readonly body: string;
  readonly from: number;
  readonly to: number;
  /** Whether a quotation that ended the sentence before may belong to this one. */
  readonly quoteBefore: boolean;
}

const isEdge = (token: Token | undefined): boolean =>
  /^(?:stop|comma|colon|dash|border)$/u.test(token?.kind ?? '');

const speakerIn = (subject: Subject): { readonly speaker?: TokenRange } =>
  subject.kind === 'speaker' ? { speaker: subject.range } : {};

/** The words of `range`, without marks at its edges, as reported speech of `subject`; none when nothing is left. */
export const reported = ({ tokens }: Sentence, range: TokenRange, subject: Subject): Attribution[] => {
  let { from, to } = range;
  while (from < to && isEdge(tokens[from])) from += 1;
  while (to > from && isEdge(tokens[to - 1])) to -= 1;
  return to > from ? [{ kind: 'reported', span: spanOf(tokens, { from, to }), ...speakerIn(subject) }] : [];
};

/** The quotations at some tokens as direct speech of `subject`. */
export const direct = ({ tokens }: Sentence, quotes: readonly number[], subject: Subject): Attribution[] =>
  quotes.flatMap((at) => {
    const { quotation, start = 0, end = 0 } = tokens[at] ?? {};
    if (quotation === undefined) return [];
    return [{ kind: 'direct', span: { start, end }, quotation, ...speakerIn(subject) }];
  });

/** Index of the quotation right before token `at`, over a comma and over the border of a sentence that it ends. */
export const quoteBefore = (sentence: Sentence, at: number): number | undefined => {
  const { tokens } = sentence;
  let index = at - 1;
  let comma = false;
  while (index >= 0 && /^(?:comma|dash|border)$/u.test(tokens[index]?.kind ?? '')) {
    if (tokens[index]?.kind === 'border' && !sentence.quoteBefore) return undefined;
    // "the fear of “popery”; the Act remained": a semicolon joins nothing.
    if (tokens[index]?.text === ';') return undefined;
    if (tokens[index]?.kind !== 'border') comma = true;
    index -= 1;
  }
  const quote = tokens[index];
  if (quote?.kind !== 'quote') return undefined;
  return comma || quote.ended === true ? index : undefined;
};

/** The sentence before counts as unread: `quoteBefore` looks no further than its last quotation. */
export const isUnread = (sentence: Sentence, quote: number, unread: number, verb: number): boolean => {
  if (quote >= sentence.from) return quote >= unread - 1;
  const { tokens, body } = sentence;
  const end = tokens[quote]?.end ?? 0;
  // A full stop ends the quotation's sentence: `"It is late." Lee left` is no attribution, unless nothing follows "said".
  if (!/\.\p{P}{1,2}$/u.test(body.slice(end - 3, end))) return true;
  return /^(?:stop|border)$/u.test(tokens[verb + 1]?.kind ?? 'border');
};

export const isQuestion = ({ tokens, from, to }: Sentence): boolean =>
  tokens.slice(from, to).findLast(({ kind }) => kind === 'stop')?.text === '?';

export const hasVerb = (tokens: readonly Token[], { from, to }: TokenRange): boolean => {
  for (let at = from + 1; at < Math.min(to, from + 60); at += 1)
    if (isVerbLike(lowerAt(tokens, at))) return true;
  return false;
};

export const hasName = (tokens: readonly Token[], { from, to }: TokenRange): boolean =>
  tokens.slice(from, Math.min(to, from + 8)).some((token, index) => index > 0 && isNameWord(token));
