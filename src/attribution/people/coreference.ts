import { findMeant, type Focus, moveFocus } from './focus.ts';
import {
  findBySurname,
  findSharedNames,
  type KnownPeople,
  learnGender,
  type Referent,
  remember,
} from './known-people.ts';
import { findMentions, genderOf, type Mention, readSpeakerWords } from './names.ts';
import { sentenceSubject } from './subject-before.ts';
import type { Span } from '../../text/span.ts';
import type { Task } from '../../text/cooperative-task.ts';
import { spanOf, type Token, type TokenRange } from '../words/tokens.ts';

/** A paragraph as tokens, and the speakers' words in it. */
export interface SpokenParagraph {
  readonly tokens: readonly Token[];
  readonly speakers: ReadonlySet<TokenRange>;
}

type Speakers = Map<TokenRange, Span | undefined>;

/** What is known of the report up to a sentence. */
interface Reader {
  readonly known: KnownPeople;
  readonly speakers: Speakers;
  focus: Focus;
  sentence: number;
}

/** A sentence of a paragraph, as token indexes, with the mentions and the speakers' words in it, in order. */
interface SpokenSentence extends TokenRange {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly speakers: readonly TokenRange[];
}

/**
 * The speaker in the report's own words, for each of the speakers' words given: the words themselves when they say who
 * speaks, a fuller form from earlier for a surname, the one person or body meant for a pronoun, else undefined. In doubt
 * a surname stays as it is and a pronoun has no speaker.
 */
export function* resolveSpeakers(
  paragraphs: readonly SpokenParagraph[],
): Task<ReadonlyMap<TokenRange, Span | undefined>> {
  const shared = yield* findSharedNames(paragraphs.map(({ tokens }) => tokens));
  const speakers: Speakers = new Map();
  const reader: Reader = { known: { people: new Map(), shared }, speakers, focus: [], sentence: 0 };
  for (const paragraph of paragraphs) {
    for (const sentence of sentencesOf(paragraph)) readSentence(reader, sentence);
    yield;
  }
  return speakers;
}

function* sentencesOf({ tokens, speakers }: SpokenParagraph): Generator<SpokenSentence> {
  const mentions = findMentions(tokens);
  const ordered = [...speakers].sort((a, b) => a.from - b.from);
  let from = 0;
  let mention = 0;
  let speaker = 0;
  for (const [to, { kind, start }] of tokens.entries()) {
    if (kind !== 'border') continue;
    const firstMention = mention;
    const firstSpeaker = speaker;
    while ((mentions[mention]?.span.start ?? start) < start) mention += 1;
    while ((ordered[speaker]?.from ?? to) < to) speaker += 1;
    yield {
      tokens,
      from,
      to,
      mentions: mentions.slice(firstMention, mention),
      speakers: ordered.slice(firstSpeaker, speaker),
    };
    from = to + 1;
  }
}

const readSentence = (reader: Reader, { tokens, from, to, mentions, speakers }: SpokenSentence): void => {
  const { known } = reader;
  if (tokens.slice(from, to).some(({ kind }) => kind === 'word')) reader.sentence += 1;
  const { sentence } = reader;
  const leading: Referent[] = [];
  const passing: Referent[] = [];
  let next = 0;
  const readMentions = (until: number): void => {
    for (let mention = mentions[next]; mention && mention.span.start < until; mention = mentions[next]) {
      const { span, fullName, surname, gender = 'person', unsure = false } = mention;
      const person = fullName === undefined ? undefined : remember(known, mention, span);
      const meant = person ?? (surname === undefined ? undefined : findBySurname(known, mention, !unsure));
      if (meant !== undefined || !unsure) passing.push(meant ?? { fullest: span, kind: gender });
      next += 1;
    }
  };
  const read = (range: TokenRange, speaks: boolean): void => {
    readMentions(spanOf(tokens, range).start);
    const focus = moveFocus(reader.focus, { sentence, leading, passing });
    const { referent, words } = readWords(reader, tokens, range, { focus, speaks });
    if (speaks) reader.speakers.set(range, words);
    if (referent !== undefined) leading.push(referent);
  };
  const subject = sentenceSubject(tokens, from, to);
  if (subject.kind === 'speaker' && !speakers.some((range) => range.from < subject.range.to))
    read(subject.range, false);
  for (const range of speakers) read(range, true);
  readMentions(Infinity);
  reader.focus = moveFocus(reader.focus, { sentence, leading, passing });
};

/** Whom some words name, and in which words of the report. */
interface Named {
  readonly referent: Referent | undefined;
  readonly words: Span | undefined;
}

/** `speaks`: they are a speaker's words. */
const readWords = (
  { known, sentence }: Reader,
  tokens: readonly Token[],
  range: TokenRange,
  { focus, speaks }: { readonly focus: Focus; readonly speaks: boolean },
): Named => {
  const words = spanOf(tokens, range);
  const read = readSpeakerWords(tokens, range);
  switch (read.kind) {
    case 'pronoun': {
      const gender = read.word === 'he' ? 'male' : read.word === 'she' ? 'female' : undefined;
      const meant = findMeant(read.word, focus, sentence);
      if (meant === undefined)
        return { referent: gender && { fullest: undefined, kind: gender }, words: undefined };
      learnGender(meant, gender);
      return { referent: meant, words: meant.fullest };
    }
    case 'person': {
      const gender = genderOf(tokens, range) ?? read.name.gender;
      const name = gender === undefined ? read.name : { ...read.name, gender };
      if (name.fullName !== undefined)
        return { referent: remember(known, name, speaks ? words : name.span), words };
      const titled = range.to - range.from > 1;
      const person = findBySurname(known, read.name, titled);
      if (person === undefined && !titled && !speaks) return { referent: undefined, words };
      return { referent: person ?? remember(known, name, words), words: person?.fullest ?? words };
    }
    case 'body':
    case 'several':
      return { referent: { fullest: words, kind: read.kind }, words };
    case 'noun':
      return { referent: { fullest: words, kind: genderOf(tokens, range) ?? 'person' }, words };
    case 'other':
      return { referent: undefined, words };
  }
};
