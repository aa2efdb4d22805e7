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
import { findMentions, genderOf } from './names.ts';
import { readSpeakerWords, type SpeakerWords } from '../words/speaker-words.ts';
import { spanOf, type Token, type TokenRange } from '../words/tokens.ts';

/** A paragraph as tokens, and the speakers' words in it, in order. */
export interface SpokenParagraph {
  readonly tokens: readonly Token[];
  readonly speakers: ReadonlySet<TokenRange>;
}

interface ResolvedSpeaker {
  readonly range: TokenRange;
  readonly kind: SpeakerWords['kind'];
  readonly speaker: Span | undefined;
  readonly person: string | undefined;
}

interface ReadParagraph {
  readonly resolved: readonly ResolvedSpeaker[];
  /** Keys of all persons mentioned: a full name, or the words when no fuller name is known. */
  readonly mentioned: ReadonlySet<string>;
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
  const known: KnownPeople = { people: new Map(), shared };
  const read: ReadParagraph[] = [];
  for (const spoken of paragraphs) {
    read.push(resolveParagraph(spoken, known, read.at(-1)));
    yield;
  }
  return new Map(read.flatMap(({ resolved }) => resolved.map(({ range, speaker }) => [range, speaker])));
}

const resolveParagraph = (
  { tokens, speakers }: SpokenParagraph,
  known: KnownPeople,
  before: ReadParagraph | undefined,
): ReadParagraph => {
  const mentions = findMentions(tokens);
  const mentioned = new Set<string>();
  const resolved: ResolvedSpeaker[] = [];
  let next = 0;
  const readMentions = (until: number): void => {
    for (let mention = mentions[next]; mention && mention.span.start < until; mention = mentions[next]) {
      remember(known, mention, mention.span);
      const key = personKey(known, mention);
      if (key !== undefined) mentioned.add(key);
      next += 1;
    }
  };
  const resolve = (range: TokenRange): ResolvedSpeaker => {
    const words = spanOf(tokens, range);
    const read = readSpeakerWords(tokens, range);
    const { kind } = read;
    if (kind === 'person') {
      const gender = genderOf(tokens, range) ?? read.name.gender;
      remember(known, gender === undefined ? read.name : { ...read.name, gender }, words);
      const { fullName } = read.name;
      if (fullName !== undefined) return { range, kind, speaker: words, person: fullName };
      const person = findBySurname(known, read.name, range.to - range.from > 1);
      return { range, kind, speaker: person?.fullest ?? words, person: person?.fullName };
    }
    if (kind !== 'pronoun') return { range, kind, speaker: words, person: undefined };
    if (read.word === 'it') {
      const last = resolved.at(-1);
      const since = tokens.slice(last?.range.from, range.from);
      const near = last?.kind === 'body' && since.filter((token) => token.kind === 'border').length <= 1;
      return { range, kind, speaker: near ? last.speaker : undefined, person: undefined };
    }
    const person = findPronounPerson(read.word, known, { resolved, mentioned }, before);
    return { range, kind, speaker: person?.fullest, person: person?.fullName };
  };
  for (const range of speakers) {
    readMentions(spanOf(tokens, range).start);
    resolved.push(resolve(range));
  }
  readMentions(Infinity);
  return { resolved, mentioned };
};

/** The only person mentioned so far in this paragraph; where none is, the only one of the paragraph before, who spoke. */
const findPronounPerson = (
  word: string,
  known: KnownPeople,
  here: ReadParagraph,
  before: ReadParagraph | undefined,
): Person | undefined => {
  if (word !== 'he' && word !== 'she') return undefined;
  const { mentioned, resolved } = here.mentioned.size > 0 || before === undefined ? here : before;
  const [only] = mentioned;
  if (only === undefined || mentioned.size !== 1) return undefined;
  if (here.mentioned.size === 0 && !resolved.some(({ person }) => person === only)) return undefined;
  const person = findByName(known, only);
  const gender = word === 'he' ? 'male' : 'female';
  return person?.gender === undefined || person.gender === gender ? person : undefined;
};
