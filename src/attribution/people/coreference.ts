import type { Span } from '../../text/span.ts';
import type { Task } from '../../text/cooperative-task.ts';
import {
  findByName,
  findBySurname,
  findSharedNames,
  type KnownPeople,
  type Person,
  personKey,
  remember,
} from './known-people.ts';
import { findMentions, type Mention } from './names.ts';
import { FEMALE_TITLES, MALE_TITLES } from '../words/lexicon.ts';
import { readSpeakerWords, type SpeakerWords } from '../words/speaker-words.ts';
import { spanOf, type Token, type TokenRange } from '../words/tokens.ts';

/** A paragraph as tokens, and the speakers' words in it, in order. */
export interface SpokenParagraph {
  readonly tokens: readonly Token[];
  readonly speakers: readonly TokenRange[];
}

interface ResolvedSpeaker {
  readonly kind: SpeakerWords['kind'];
  readonly speaker: Span | undefined;
  readonly person: string | undefined;
}

/**
 * The speaker in the report's own words, for each of the speakers' words given: the words themselves when they say who
 * speaks, a fuller form from earlier for a surname, the one person or body meant for a pronoun, else undefined. In doubt
 * a surname stays as it is and a pronoun has no speaker.
 */
export function* resolveSpeakers(paragraphs: readonly SpokenParagraph[]): Task<(Span | undefined)[][]> {
  const shared = yield* findSharedNames(paragraphs.map(({ tokens }) => tokens));
  const people = new Map<string, Map<string, Person>>();
  let before: ReadParagraph | undefined;
  const speakers: (Span | undefined)[][] = [];
  for (const spoken of paragraphs) {
    const paragraph = resolveParagraph(spoken, { people, shared, before });
    before = paragraph;
    speakers.push(paragraph.resolved.map(({ speaker }) => speaker));
    yield;
  }
  return speakers;
}

interface ReadParagraph {
  readonly resolved: readonly ResolvedSpeaker[];
  /** Keys of all persons mentioned: a full name, or the words when no fuller name is known. */
  readonly mentioned: ReadonlySet<string>;
}

const resolveParagraph = (spoken: SpokenParagraph, context: Context): ReadParagraph => {
  const { tokens, speakers } = spoken;
  const mentions = findMentions(tokens);
  const mentioned = new Set<string>();
  const resolved: ResolvedSpeaker[] = [];
  let next = 0;
  const readMentions = (until: number): void => {
    for (; (mentions[next]?.span.start ?? Infinity) < until; next += 1) {
      const mention = mentions[next];
      if (mention === undefined) return;
      remember(context, mention, mention.span);
      const key = personKey(context, mention, `#${mention.span.start}`);
      if (key !== undefined) mentioned.add(key);
    }
  };
  for (const range of speakers) {
    const words = spanOf(tokens, range);
    readMentions(words.start);
    const read = readSpeakerWords(tokens, range);
    if (read.kind === 'person') {
      const gender = genderOfTitle(tokens, range);
      remember(context, gender === undefined ? read.name : { ...read.name, gender }, words);
    }
    const last = speakers[resolved.length - 1]?.from ?? 0;
    const near = tokens.slice(last, range.from).filter(({ kind }) => kind === 'border').length <= 1;
    resolved.push(
      resolveOne({ read, words, mentioned, resolved, context, near, titled: range.to - range.from > 1 }),
    );
  }
  readMentions(Infinity);
  return { resolved, mentioned };
};

const genderOfTitle = (tokens: readonly Token[], { from, to }: TokenRange): Mention['gender'] => {
  for (const { lower } of tokens.slice(from, to)) {
    if (MALE_TITLES.has(lower.replace('.', '')) || /(?:spokesman|chairman|king)$/u.test(lower)) return 'male';
    if (FEMALE_TITLES.has(lower.replace('.', '')) || lower.endsWith('woman')) return 'female';
  }
  return undefined;
};

/** All people known so far, and the paragraph before. */
interface Context extends KnownPeople {
  readonly before: ReadParagraph | undefined;
}

interface Reference {
  readonly read: SpeakerWords;
  readonly words: Span;
  readonly mentioned: ReadonlySet<string>;
  readonly resolved: readonly ResolvedSpeaker[];
  readonly context: Context;
  readonly titled: boolean;
  /** Whether the last speaker is in this sentence or in the one before. */
  readonly near: boolean;
}

const resolveOne = ({
  read,
  words,
  mentioned,
  resolved,
  context,
  titled,
  near,
}: Reference): ResolvedSpeaker => {
  switch (read.kind) {
    case 'person': {
      const { name } = read;
      if (name.fullName !== undefined) return { kind: 'person', speaker: words, person: name.fullName };
      const person = findBySurname(context, name, titled);
      return { kind: 'person', speaker: person?.fullest ?? words, person: person?.fullName };
    }
    case 'pronoun':
      return { kind: 'pronoun', ...resolvePronoun(read.word, { mentioned, resolved, context, near }) };
    case 'body':
    case 'other':
      return { kind: read.kind, speaker: words, person: undefined };
  }
};

const NO_ONE = { speaker: undefined, person: undefined };

const resolvePronoun = (
  word: string,
  { mentioned, resolved, context, near }: Pick<Reference, 'mentioned' | 'resolved' | 'context' | 'near'>,
): Pick<ResolvedSpeaker, 'speaker' | 'person'> => {
  if (word === 'it') {
    const last = resolved.at(-1);
    return near && last?.kind === 'body' ? { speaker: last.speaker, person: undefined } : NO_ONE;
  }
  if (word !== 'he' && word !== 'she') return NO_ONE;
  const gender = word === 'he' ? 'male' : 'female';
  const here = mentioned.size > 0 || context.before === undefined;
  const candidates = here ? mentioned : context.before?.mentioned;
  const [only] = candidates ?? [];
  if (only === undefined || candidates?.size !== 1) return NO_ONE;
  const hasSpoken = here || (context.before?.resolved ?? []).some(({ person }) => person === only);
  const person = findByName(context, only);
  if (!hasSpoken || person === undefined || (person.gender !== undefined && person.gender !== gender))
    return NO_ONE;
  return { speaker: person.fullest, person: only };
};
