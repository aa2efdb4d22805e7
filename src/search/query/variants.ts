import { everydayWords } from './everyday-words.ts';
import type { Language } from '../../text/language.ts';
import type { Lexicon } from '../index/lexicon.ts';
import { isOneEdit } from '../../text/one-edit.ts';
import type { Scope } from '../index/scope.ts';

/** How a term of the report answers a question's word: the word itself, misspelt, of one family, or of like meaning. */
export type MatchKind = 'exact' | 'typo' | 'family' | 'everyday';

export interface Variant {
  readonly term: number;
  readonly kind: Exclude<MatchKind, 'exact'>;
}

export interface Sought {
  /** Folded. */
  readonly word: string;
  readonly stem: string;
  /** Whether the scope holds the stem: then it is no typo. */
  readonly known: boolean;
}

/** A shorter word has too many neighbours one letter away. */
const TYPO_FROM = 4;

/** Terms of the scope that may stand for the word. Numbers have none. */
export function findVariants(
  sought: Sought,
  language: Language,
  lexicon: Lexicon,
  scope: Scope,
): readonly Variant[] {
  if (/\p{N}/u.test(sought.word)) return [];
  const variants = new Map<number, Variant['kind']>();
  const add = (term: number | undefined, kind: Variant['kind']): void => {
    if (term === undefined || variants.has(term) || lexicon.termText(term) === sought.stem) return;
    if (scope.paragraphsWith(term) > 0) variants.set(term, kind);
  };
  if (!sought.known) for (const term of findTypos(sought, lexicon)) add(term, 'typo');
  for (const term of findFamily(sought.stem, lexicon)) add(term, 'family');
  if (language.code === 'en') {
    const others = everydayWords.get(sought.word) ?? everydayWords.get(sought.stem) ?? [];
    for (const other of others) add(lexicon.findTerm(language.stem(other)), 'everyday');
  }
  return [...variants].map(([term, kind]) => ({ term, kind }));
}

/** A misspelling keeps its first letter, nearly always. */
function findTypos({ word, stem }: Sought, lexicon: Lexicon): readonly number[] {
  if (word.length < TYPO_FROM) return [];
  return lexicon.termsBeginning(word.slice(0, 1)).filter((term) => {
    const text = lexicon.termText(term);
    if (Math.abs(text.length - stem.length) > 2 || /\p{N}/u.test(text)) return false;
    return isOneEdit(word, lexicon.termSpelling(term)) || (stem.length >= TYPO_FROM && isOneEdit(stem, text));
  });
}

/** "Invade" and "invasion": at least four letters shared, and all but the ends of both. */
function findFamily(stem: string, lexicon: Lexicon): readonly number[] {
  if (stem.length < 4) return [];
  return lexicon.termsBeginning(stem.slice(0, 4)).filter((term) => {
    const text = lexicon.termText(term);
    const shorter = Math.min(stem.length, text.length);
    let shared = 4;
    while (shared < shorter && stem[shared] === text[shared]) shared++;
    return shared >= 0.6 * Math.max(stem.length, text.length) && shared >= shorter - 2;
  });
}
