import type { Language } from '../../text/language.ts';
import type { Task } from '../../text/cooperative-task.ts';
import { isOneEdit } from '../../text/spelling.ts';
import type { ScopeStatistics } from '../candidate-source.ts';
import { synonyms } from './synonyms.ts';

/** How a term of the report answers a question's word: the word itself, misspelt, of one family, or of like meaning. */
export type MatchKind = 'exact' | 'typo' | 'family' | 'synonym';

export interface Variant {
  readonly stem: string;
  readonly kind: Exclude<MatchKind, 'exact'>;
}

export interface Sought {
  /** Folded. */
  readonly word: string;
  readonly stem: string;
  /** Whether the scope contains the stem: then it is no typo. */
  readonly known: boolean;
}

/** A shorter word has too many neighbours one letter away. */
const TYPO_FROM = 4;

/** Words between two chances for the event loop: some tenths of a millisecond. */
const CHUNK = 1000;

/** Terms of the scope that may stand for the word. Numbers have none. */
export function* findVariants(
  sought: Sought,
  language: Language,
  statistics: ScopeStatistics,
): Task<readonly Variant[]> {
  if (/\p{N}/u.test(sought.word)) return [];
  const variants = new Map<string, Variant['kind']>();
  const add = (stem: string, kind: Variant['kind']): void => {
    if (stem === sought.stem || variants.has(stem)) return;
    if (statistics.countsOf(stem).paragraphs > 0) variants.set(stem, kind);
  };
  if (!sought.known) for (const stem of yield* findTypos(sought, statistics)) add(stem, 'typo');
  for (const stem of yield* findFamily(sought.stem, statistics)) add(stem, 'family');
  if (language.code === 'en') {
    const others = synonyms.get(sought.word) ?? synonyms.get(sought.stem) ?? [];
    for (const other of others) add(language.stem(other), 'synonym');
  }
  return [...variants].map(([stem, kind]) => ({ stem, kind }));
}

/** Of a word; no language has as many, and each costs time further on. */
const MOST_VARIANTS = 500;

/** The first members for which `holds`, looked for in steps: a report may have a million words that begin alike. */
function* filterInSteps<Item>(items: Iterable<Item>, holds: (item: Item) => boolean): Task<readonly Item[]> {
  const found: Item[] = [];
  let seen = 0;
  for (const item of items) {
    if (holds(item) && found.push(item) === MOST_VARIANTS) break;
    if (++seen % CHUNK === 0) yield;
  }
  return found;
}

/** A misspelling keeps its first letter, nearly always. */
function* findTypos({ word, stem }: Sought, statistics: ScopeStatistics): Task<readonly string[]> {
  if (word.length < TYPO_FROM) return [];
  const found = yield* filterInSteps(
    statistics.spellingsBeginning(word.slice(0, 1)),
    (other) =>
      Math.abs(other.stem.length - stem.length) <= 2 &&
      !/\p{N}/u.test(other.stem) &&
      (isOneEdit(word, other.word) || (stem.length >= TYPO_FROM && isOneEdit(stem, other.stem))),
  );
  return found.map((other) => other.stem);
}

/** "Invade" and "invasion": at least four letters shared, and all but the ends of both. */
function* findFamily(stem: string, statistics: ScopeStatistics): Task<readonly string[]> {
  if (stem.length < 4) return [];
  return yield* filterInSteps(statistics.stemsBeginning(stem.slice(0, 4)), (other) => {
    const shorter = Math.min(stem.length, other.length);
    let shared = 4;
    while (shared < shorter && stem[shared] === other[shared]) shared++;
    return shared >= 0.6 * Math.max(stem.length, other.length) && shared >= shorter - 2;
  });
}
