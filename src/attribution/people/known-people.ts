import type { Task } from '../../text/cooperative-task.ts';
import type { Span } from '../../text/span.ts';
import type { Mention } from './names.ts';
import { bare, isImpersonal } from '../words/lexicon.ts';
import { isCapital } from '../words/name-words.ts';
import type { Token } from '../words/tokens.ts';

/** A person named in the report so far. */
export interface Person {
  readonly fullName: string;
  fullest: Span;
  gender: Mention['gender'];
}

const length = ({ start, end }: Span): number => end - start;

/** Surnames that also name a place or a body somewhere in the report, such as "Ford Motor". */
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

export interface KnownPeople {
  readonly people: Map<string, Map<string, Person>>;
  readonly shared: ReadonlySet<string>;
}

export const remember = (known: KnownPeople, mention: Mention, form: Span): void => {
  if (mention.fullName === undefined || mention.surname === undefined) return;
  const namesakes = known.people.get(mention.surname) ?? new Map<string, Person>();
  known.people.set(mention.surname, namesakes);
  const person = namesakes.get(mention.fullName);
  if (person === undefined) {
    namesakes.set(mention.fullName, { fullName: mention.fullName, fullest: form, gender: mention.gender });
  } else {
    if (length(form) > length(person.fullest)) person.fullest = form;
    person.gender ??= mention.gender;
  }
};

/** The only person of that surname so far. */
export const findBySurname = (
  known: KnownPeople,
  { surname, gender }: Mention,
  titled: boolean,
): Person | undefined => {
  const namesakes = known.people.get(surname ?? '');
  const [person] = namesakes?.values() ?? [];
  if (person === undefined || namesakes?.size !== 1) return undefined;
  if (!titled && known.shared.has(surname ?? '')) return undefined;
  if (gender !== undefined && person.gender !== undefined && gender !== person.gender) return undefined;
  return person;
};

export const findByName = (known: KnownPeople, fullName: string): Person | undefined => {
  const surname = fullName.slice(fullName.indexOf(' ') + 1);
  return known.people.get(surname)?.get(fullName);
};

/** The full name of the person meant, or a key of the mention's own; undefined when it may name no person. */
export const personKey = (known: KnownPeople, mention: Mention): string | undefined => {
  if (mention.fullName !== undefined) return mention.fullName;
  if (mention.surname?.startsWith('?') === true) {
    return findBySurname(known, { ...mention, surname: mention.surname.slice(1) }, false)?.fullName;
  }
  return findBySurname(known, mention, true)?.fullName ?? `#${mention.span.start}`;
};
