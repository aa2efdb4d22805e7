import type { Span } from '../../text/span.ts';
import type { Task } from '../../text/cooperative-task.ts';
import type { Gender, Mention } from './names.ts';
import { bare, isImpersonal } from '../words/lexicon.ts';
import { isCapital } from '../words/name-words.ts';
import type { Token } from '../words/tokens.ts';

/** Somebody whom a pronoun may mean. */
export interface Referent {
  /** The longest words for them so far; absent when only a pronoun has named them. */
  fullest: Span | undefined;
  kind: Gender | 'body' | 'several';
}

/** The persons named in the report so far. */
export interface KnownPeople {
  /** By surname, then by full name; under the empty name one whom the report has only called by surname. */
  readonly people: Map<string, Map<string, Referent>>;
  /** Surnames that also name a place or a body somewhere in the report, such as "Ford Motor". */
  readonly shared: ReadonlySet<string>;
}

export function* findSharedNames(paragraphs: readonly (readonly Token[])[]): Task<Set<string>> {
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

const length = (span: Span | undefined): number => (span ? span.end - span.start : 0);

/** Whether a person may be of a gender, which is remembered. */
const learnGender = (person: Referent, gender: Gender): boolean => {
  if (person.kind === 'person') person.kind = gender;
  return gender === 'person' || person.kind === gender;
};

/** The person that a name names, whose longest words are kept. */
export const remember = (
  { people }: KnownPeople,
  { fullName = '', surname, gender }: Mention,
  form: Span,
): Referent => {
  const namesakes = people.get(surname) ?? new Map<string, Referent>();
  people.set(surname, namesakes);
  const person = namesakes.get(fullName) ?? { fullest: form, kind: gender };
  namesakes.set(fullName, person);
  if (length(form) > length(person.fullest)) person.fullest = form;
  learnGender(person, gender);
  return person;
};

/** The only person of that surname so far. */
export const findBySurname = (
  { people, shared }: KnownPeople,
  { surname, gender }: Mention,
  titled: boolean,
): Referent | undefined => {
  const namesakes = people.get(surname);
  // One may be known by surname alone: whoever has a full name is the same.
  if (namesakes === undefined || namesakes.size > 2 || (!titled && shared.has(surname))) return undefined;
  const named = [...namesakes].filter(([fullName]) => namesakes.size === 1 || fullName !== '');
  const person = named[0]?.[1];
  if (person === undefined || named.length > 1) return undefined;
  return learnGender(person, gender) ? person : undefined;
};
