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

interface Said {
  readonly kind: SpeakerWords['kind'];
  readonly speaker: Span | undefined;
  readonly person: string | undefined;
}

/**
 * The speaker in the report's own words, for each of the speakers' words given: itself when it says who speaks, a fuller
 * form met earlier for a surname, the one person or body meant for a pronoun, else undefined. Doubt leaves a surname as
 * it stands and a pronoun without a name.
 */
export function* resolveSpeakers(paragraphs: readonly SpokenParagraph[]): Task<(Span | undefined)[][]> {
  const shared = yield* findSharedNames(paragraphs.map(({ tokens }) => tokens));
  const people = new Map<string, Map<string, Person>>();
  let before: ReadParagraph | undefined;
  const speakers: (Span | undefined)[][] = [];
  for (const spoken of paragraphs) {
    const paragraph = resolveParagraph(spoken, { people, shared, before });
    before = paragraph;
    speakers.push(paragraph.said.map(({ speaker }) => speaker));
    yield;
  }
  return speakers;
}

interface ReadParagraph {
  readonly said: readonly Said[];
  /** Keys of all persons met: a full name, or the words when nothing fuller is known. */
  readonly met: ReadonlySet<string>;
}

const resolveParagraph = (spoken: SpokenParagraph, known: Known): ReadParagraph => {
  const { tokens, speakers } = spoken;
  const mentions = findMentions(tokens);
  const met = new Set<string>();
  const said: Said[] = [];
  let next = 0;
  const meet = (until: number): void => {
    for (
      let mention = mentions[next];
      mention !== undefined && mention.span.start < until;
      mention = mentions[next]
    ) {
      remember(known, mention, mention.span);
      const key = personKey(known, mention, `#${mention.span.start}`);
      if (key !== undefined) met.add(key);
      next += 1;
    }
  };
  for (const range of speakers) {
    const words = spanOf(tokens, range);
    meet(words.start);
    const read = readSpeakerWords(tokens, range);
    if (read.kind === 'person') {
      const gender = genderOfTitle(tokens, range);
      remember(known, gender === undefined ? read.name : { ...read.name, gender }, words);
    }
    const near =
      sentencesBetween(tokens, said.length > 0 ? (speakers[said.length - 1]?.from ?? 0) : 0, range.from) <= 1;
    said.push(resolveOne({ read, words, met, said, known, near, titled: range.to - range.from > 1 }));
  }
  meet(Infinity);
  return { said, met };
};

const genderOfTitle = (tokens: readonly Token[], { from, to }: TokenRange): Mention['gender'] => {
  for (const { lower } of tokens.slice(from, to)) {
    if (MALE_TITLES.has(lower.replace('.', '')) || /(?:spokesman|chairman|king)$/u.test(lower)) return 'male';
    if (FEMALE_TITLES.has(lower.replace('.', '')) || lower.endsWith('woman')) return 'female';
  }
  return undefined;
};

const sentencesBetween = (tokens: readonly Token[], from: number, to: number): number =>
  tokens.slice(from, to).filter(({ kind }) => kind === 'border').length;

/** Everybody met so far, and the paragraph before. */
interface Known extends KnownPeople {
  readonly before: ReadParagraph | undefined;
}

interface Question {
  readonly read: SpeakerWords;
  readonly words: Span;
  readonly met: ReadonlySet<string>;
  readonly said: readonly Said[];
  readonly known: Known;
  readonly titled: boolean;
  /** Whether the last speaker stands in this sentence or in the one before. */
  readonly near: boolean;
}

const resolveOne = ({ read, words, met, said, known, titled, near }: Question): Said => {
  switch (read.kind) {
    case 'person': {
      const { name } = read;
      if (name.fullName !== undefined) return { kind: 'person', speaker: words, person: name.fullName };
      const person = findBySurname(known, name, titled);
      return { kind: 'person', speaker: person?.fullest ?? words, person: person?.fullName };
    }
    case 'pronoun':
      return { kind: 'pronoun', ...resolvePronoun(read.word, { met, said, known, near }) };
    case 'body':
    case 'other':
      return { kind: read.kind, speaker: words, person: undefined };
  }
};

const NO_ONE = { speaker: undefined, person: undefined };

const resolvePronoun = (
  word: string,
  { met, said, known, near }: Pick<Question, 'met' | 'said' | 'known' | 'near'>,
): Pick<Said, 'speaker' | 'person'> => {
  if (word === 'it') {
    const last = said.at(-1);
    return near && last?.kind === 'body' ? { speaker: last.speaker, person: undefined } : NO_ONE;
  }
  if (word !== 'he' && word !== 'she') return NO_ONE;
  const gender = word === 'he' ? 'male' : 'female';
  const here = met.size > 0 || known.before === undefined;
  const candidates = here ? met : known.before?.met;
  const [only] = candidates ?? [];
  if (only === undefined || candidates?.size !== 1) return NO_ONE;
  const spoke = here || (known.before?.said ?? []).some(({ person }) => person === only);
  const person = findByName(known, only);
  if (!spoke || person === undefined || (person.gender !== undefined && person.gender !== gender))
    return NO_ONE;
  return { speaker: person.fullest, person: only };
};
