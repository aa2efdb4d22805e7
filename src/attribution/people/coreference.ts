import { findMentions, genderOf, type Mention, readSpeakerWords, type SpeakerWords } from './names.ts';
import type { Span } from '../../text/span.ts';
import type { Task } from '../../text/cooperative-task.ts';
import { bare, isImpersonal } from '../words/lexicon.ts';
import { isCapital } from '../words/name-words.ts';
import { spanOf, type Token, type TokenRange } from '../words/tokens.ts';

/** A paragraph as tokens, and the speakers' words in it, in order. */
export interface SpokenParagraph {
  readonly tokens: readonly Token[];
  readonly speakers: ReadonlySet<TokenRange>;
}

/** A person named in full in the report so far. */
interface Person {
  fullest: Span;
  gender: Mention['gender'];
}

interface KnownPeople {
  /** By surname, then by full name. */
  readonly people: Map<string, Map<string, Person>>;
  readonly shared: ReadonlySet<string>;
}

interface ResolvedSpeaker {
  readonly range: TokenRange;
  readonly kind: SpeakerWords['kind'];
  readonly speaker: Span | undefined;
  readonly person: Person | undefined;
}

interface ReadParagraph {
  readonly resolved: readonly ResolvedSpeaker[];
  /** All persons mentioned; those without a full name by their words. */
  readonly mentioned: ReadonlySet<Person | Span>;
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
  const mentioned = new Set<Person | Span>();
  const resolved: ResolvedSpeaker[] = [];
  let next = 0;
  const readMentions = (until: number): void => {
    for (let mention = mentions[next]; mention && mention.span.start < until; mention = mentions[next]) {
      const { span, unsure = false } = mention;
      const person = remember(known, mention, span) ?? findBySurname(known, mention, !unsure);
      if (person !== undefined || !unsure) mentioned.add(person ?? span);
      next += 1;
    }
  };
  const resolve = (range: TokenRange): ResolvedSpeaker => {
    const words = spanOf(tokens, range);
    const read = readSpeakerWords(tokens, range);
    const { kind } = read;
    if (kind === 'person') {
      const gender = genderOf(tokens, range) ?? read.name.gender;
      const named = remember(known, gender === undefined ? read.name : { ...read.name, gender }, words);
      if (named !== undefined) return { range, kind, speaker: words, person: named };
      const person = findBySurname(known, read.name, range.to - range.from > 1);
      return { range, kind, speaker: person?.fullest ?? words, person };
    }
    if (kind !== 'pronoun') return { range, kind, speaker: words, person: undefined };
    if (read.word === 'it') {
      const last = resolved.at(-1);
      const since = tokens.slice(last?.range.from, range.from);
      const near = last?.kind === 'body' && since.filter((token) => token.kind === 'border').length <= 1;
      return { range, kind, speaker: near ? last.speaker : undefined, person: undefined };
    }
    const person = findPronounPerson(read.word, { resolved, mentioned }, before);
    return { range, kind, speaker: person?.fullest, person };
  };
  for (const range of speakers) {
    readMentions(spanOf(tokens, range).start);
    resolved.push(resolve(range));
  }
  readMentions(Infinity);
  return { resolved, mentioned };
};

/** Surnames that also name a place or a body somewhere in the report, such as "Ford Motor". */
function* findSharedNames(paragraphs: readonly (readonly Token[])[]): Task<Set<string>> {
  const shared = new Set<string>();
  for (const tokens of paragraphs) {
    for (const [index, token] of tokens.entries()) {
      const next = tokens[index + 1];
      if (isCapital(token) && next && isCapital(next) && isImpersonal(bare(next.lower)))
        shared.add(token.lower);
    }
    yield;
  }
  return shared;
}

const length = ({ start, end }: Span): number => end - start;

/** The person that a full name names, whose longest words are kept. */
const remember = (
  { people }: KnownPeople,
  { fullName, surname, gender }: Mention,
  form: Span,
): Person | undefined => {
  if (fullName === undefined || surname === undefined) return undefined;
  const namesakes = people.get(surname) ?? new Map<string, Person>();
  people.set(surname, namesakes);
  const person = namesakes.get(fullName) ?? { fullest: form, gender };
  namesakes.set(fullName, person);
  if (length(form) > length(person.fullest)) person.fullest = form;
  person.gender ??= gender;
  return person;
};

/** The only person of that surname so far. */
const findBySurname = (
  { people, shared }: KnownPeople,
  { surname = '', gender }: Mention,
  titled: boolean,
): Person | undefined => {
  const namesakes = people.get(surname);
  const [person] = namesakes?.values() ?? [];
  if (namesakes?.size !== 1 || (!titled && shared.has(surname))) return undefined;
  const differs = gender !== undefined && person?.gender !== undefined && gender !== person.gender;
  return differs ? undefined : person;
};

/** The only person mentioned so far in this paragraph; where none is, the only one of the paragraph before, who spoke. */
const findPronounPerson = (
  word: string,
  here: ReadParagraph,
  before: ReadParagraph | undefined,
): Person | undefined => {
  if (word !== 'he' && word !== 'she') return undefined;
  const { mentioned, resolved } = here.mentioned.size > 0 || before === undefined ? here : before;
  const [only] = mentioned;
  if (only === undefined || mentioned.size !== 1 || !('fullest' in only)) return undefined;
  if (here.mentioned.size === 0 && !resolved.some(({ person }) => person === only)) return undefined;
  const gender = word === 'he' ? 'male' : 'female';
  return only.gender === undefined || only.gender === gender ? only : undefined;
};
