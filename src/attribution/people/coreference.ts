import { findMeant, type Focus, moveFocus } from './focus.ts';
import { findBySurname, findSharedNames, type KnownPeople, type Referent, remember } from './known-people.ts';
import { findMentions, readSpeakerWords } from './names.ts';
import { sentenceSubject } from './subject-before.ts';
import type { Span } from '../../text/span.ts';
import type { Task } from '../../text/cooperative-task.ts';
import { spanOf, type Token, type TokenRange } from '../words/tokens.ts';

/** A paragraph as tokens, and the speakers' words in it. */
export interface SpokenParagraph {
  readonly tokens: readonly Token[];
  readonly speakers: ReadonlySet<TokenRange>;
}

/** The speaker in the report's words, by the range of tokens that names him. */
export type Speakers = ReadonlyMap<TokenRange, Span | undefined>;

/** What is known of the report up to a sentence. */
interface Reader {
  readonly known: KnownPeople;
  readonly speakers: Map<TokenRange, Span | undefined>;
  focus: Focus;
  sentence: number;
}

/** A sentence of a paragraph, as token indexes, with the speakers' words in it, in order. */
interface SpokenSentence extends TokenRange {
  readonly tokens: readonly Token[];
  readonly speakers: readonly TokenRange[];
}

/**
 * The speaker in the report's own words, for each of the speakers' words given: the words themselves when they say who
 * speaks, a fuller form from earlier for a surname, the one person or body meant for a pronoun, else undefined. In doubt
 * a surname stays as it is and a pronoun has no speaker.
 */
export function* resolveSpeakers(paragraphs: readonly SpokenParagraph[]): Task<Speakers> {
  const shared = yield* findSharedNames(paragraphs.map(({ tokens }) => tokens));
  const speakers = new Map<TokenRange, Span | undefined>();
  const reader: Reader = { known: { people: new Map(), shared }, speakers, focus: [], sentence: 0 };
  const last = paragraphs.findLastIndex((paragraph) => paragraph.speakers.size > 0);
  for (const paragraph of paragraphs.slice(0, last + 1)) {
    for (const sentence of sentencesOf(paragraph)) readSentence(reader, sentence);
    yield;
  }
  return speakers;
}

function* sentencesOf({ tokens, speakers }: SpokenParagraph): Generator<SpokenSentence> {
  const ordered = [...speakers].sort((a, b) => a.from - b.from);
  let from = 0;
  let next = 0;
  for (const [to, { kind }] of tokens.entries()) {
    if (kind !== 'border') continue;
    const first = next;
    while ((ordered[next]?.from ?? to) < to) next += 1;
    yield { tokens, from, to, speakers: ordered.slice(first, next) };
    from = to + 1;
  }
}

const readSentence = (reader: Reader, { tokens, from, to, speakers }: SpokenSentence): void => {
  const { known } = reader;
  const words = tokens.slice(from, to);
  const mentions = findMentions(words);
  if (words.some(({ kind }) => kind === 'word')) reader.sentence += 1;
  const { sentence } = reader;
  const leading: Referent[] = [];
  const passing: Referent[] = [];
  let next = 0;
  const readMentions = (until: number): void => {
    for (let mention = mentions[next]; mention && mention.span.start < until; mention = mentions[next]) {
      const { span, fullName, gender, unsure = false } = mention;
      const meant = fullName ? remember(known, mention, span) : findBySurname(known, mention, !unsure);
      if (meant !== undefined || !unsure) passing.push(meant ?? { fullest: span, kind: gender });
      next += 1;
    }
  };
  const read = (range: TokenRange, speaks: boolean): void => {
    readMentions(spanOf(tokens, range).start);
    const focus = moveFocus(reader.focus, { sentence, leading, passing });
    const named = readWords(reader, tokens, range, { focus, speaks });
    if (speaks) reader.speakers.set(range, named.words);
    if (named.referent !== undefined) leading.push(named.referent);
  };
  const subject = sentenceSubject(tokens, from, to);
  if (subject.kind === 'speaker' && !speakers.some((range) => range.from < subject.range.to))
    read(subject.range, false);
  for (const range of speakers) read(range, true);
  readMentions(Infinity);
  reader.focus = moveFocus(reader.focus, { sentence, leading, passing });
};

/** Whom some words name, and in which words of the report. `speaks`: they are a speaker's words. */
const readWords = (
  { known, sentence }: Reader,
  tokens: readonly Token[],
  range: TokenRange,
  { focus, speaks }: { readonly focus: Focus; readonly speaks: boolean },
): { readonly referent?: Referent | undefined; readonly words: Span | undefined } => {
  const words = spanOf(tokens, range);
  const read = readSpeakerWords(tokens, range);
  if (read.kind === 'pronoun') {
    const referent = findMeant(read.word, focus, sentence);
    return { referent, words: referent?.fullest };
  }
  if (read.kind !== 'name')
    return { words, ...(read.kind !== 'other' && { referent: { fullest: words, kind: read.kind } }) };
  const { name } = read;
  if (name.fullName !== undefined)
    return { referent: remember(known, name, speaks ? words : name.span), words };
  const titled = range.to - range.from > 1;
  const person = findBySurname(known, name, titled);
  if (person === undefined && !titled && !speaks) return { words };
  return { referent: person ?? remember(known, name, words), words: person?.fullest ?? words };
};
