import { type AskedKind, findAskedKind } from './asked-kind.ts';
import type { Language } from '../../text/language.ts';
import type { Lexicon } from '../index/lexicon.ts';
import type { PlainWord } from '../../text/read-numbers.ts';
import type { Scope } from '../index/scope.ts';
import type { AcronymTerms } from '../index/paragraph-index.ts';
import { regroupWords } from './regroup-words.ts';
import { findVariants, type MatchKind } from './variants.ts';
import { TRAIT, traitsOf } from '../../text/word-traits.ts';

/** One word that the question is about. */
export interface QuestionTerm {
  /** As in the question. */
  readonly written: string;
  /** The lexicon's number of the same spelling, or -1. */
  readonly word: number;
  /** The lexicon's number, or -1 where no report holds the term. */
  readonly term: number;
  /** Whether the scope holds it. */
  readonly known: boolean;
  /** Inverse frequency among the scope's paragraphs, `ln(1 + (N - n + 0.5) / (n + 0.5))`, halved for a filler. */
  readonly weight: number;
  /** The same among its sentences. */
  readonly sentenceWeight: number;
  /** Inverse frequency among all paragraphs of the library, whichever are searched. */
  readonly rarity: number;
  readonly isName: boolean;
  readonly isNumber: boolean;
}

export interface TermMatch {
  /** Which of the question's terms. */
  readonly at: number;
  readonly kind: MatchKind;
}

/** A question as it is asked of one scope in one language. */
export interface Question {
  readonly kind: AskedKind;
  readonly isNegated: boolean;
  readonly terms: readonly QuestionTerm[];
  /** Sums over the terms; never 0. */
  readonly weight: number;
  readonly sentenceWeight: number;
  /** Every word, function words too: the lexicon's number (or -1), and how much it adds to a shared phrase. */
  readonly words: readonly { readonly word: number; readonly weight: number }[];
  /** By the lexicon's word number: where in `words` it stands. */
  readonly places: ReadonlyMap<number, readonly number[]>;
  /** By the lexicon's term number: which of the question's terms it stands for. */
  readonly matches: ReadonlyMap<number, readonly TermMatch[]>;
  /** By term: 1 where `matches` has it. Most words are none, and this says so fastest. */
  readonly isMatch: Uint8Array;
}

/** A set of terms is a bit mask, so no more than these are weighed; a longer question keeps its first ones. */
export const MOST_TERMS = 30;

/** A function word in a shared phrase, beside content words of weight 1 to 6. */
const FUNCTION_WORD_WEIGHT = 0.3;

interface Background {
  readonly lexicon: Lexicon;
  readonly library: Scope;
  readonly acronyms: readonly AcronymTerms[];
}

/** Words that questions are fond of, whatever they ask about: they weigh half. */
const FILLERS: ReadonlySet<string> = new Set(
  (
    'allow amount become call come consider consist describe example find form found get give go happen include kind ' +
    'know known locate located made main make name named number occur part particular primary purpose refer referred ' +
    'result said say specific specify state take term thing type use used way word'
  ).split(' '),
);

export function readQuestion(
  text: string,
  language: Language,
  { lexicon, library, acronyms }: Background,
  scope: Scope,
): Question {
  const isHeld = (folded: string): boolean =>
    !language.functionWords.has(folded) &&
    scope.paragraphsWith(lexicon.findTerm(language.stem(folded)) ?? -1) > 0;
  const words = regroupWords(language.read(text), isHeld);
  const content = words.filter(({ folded }) => !language.functionWords.has(folded));
  const first = new Map(content.toReversed().map((word) => [language.stem(word.folded), word]));
  const stems = [...new Set(content.map(({ folded }) => language.stem(folded)))].slice(0, MOST_TERMS);
  const fillers = language.code === 'en' ? FILLERS : undefined;
  const shouts = words.slice(1).every(({ written }) => /^\p{Lu}/u.test(written));

  const terms = stems.map((stem): QuestionTerm => {
    const word = first.get(stem) ?? { folded: stem, written: stem };
    const term = lexicon.findTerm(stem) ?? -1;
    const held = scope.paragraphsWith(term);
    const share = fillers?.has(word.folded) === true ? 0.5 : 1;
    const isNumber = /^\p{N}/u.test(stem);
    return {
      written: word.written,
      word: lexicon.findWord(language, word.folded) ?? -1,
      term,
      known: held > 0,
      weight: share * inverseFrequency(scope.paragraphCount, held),
      sentenceWeight: share * inverseFrequency(scope.sentenceCount, scope.sentencesWith(term)),
      rarity: share * inverseFrequency(library.paragraphCount, library.paragraphsWith(term)),
      isName:
        !isNumber &&
        (term >= 0 ? lexicon.isName(term) : !shouts && word !== words[0] && /^\p{Lu}/u.test(word.written)),
      isNumber,
    };
  });
  const weightOf = new Map(terms.map(({ word, weight }) => [word, weight]));
  const matches = addAcronyms(
    findMatches(terms, stems, first, language, lexicon, scope),
    terms,
    acronyms,
    scope,
  );
  const asked = words.map(({ folded }) => {
    const word = lexicon.findWord(language, folded) ?? -1;
    const isFunction = language.functionWords.has(folded);
    return { word, weight: isFunction ? FUNCTION_WORD_WEIGHT : (weightOf.get(word) ?? 0) };
  });
  return {
    kind: findAskedKind(
      words.map(({ folded }) => folded),
      language.code,
    ),
    isNegated: words.some((word) => (traitsOf(word, language) & TRAIT.negation) !== 0),
    terms,
    weight: sum(terms.map(({ weight }) => weight)) || 1,
    sentenceWeight: sum(terms.map(({ sentenceWeight }) => sentenceWeight)) || 1,
    words: asked,
    places: findPlaces(asked.map(({ word }) => word)),
    matches,
    isMatch: flag([...matches.keys()], lexicon.termCount),
  };
}

function findMatches(
  terms: readonly QuestionTerm[],
  stems: readonly string[],
  words: ReadonlyMap<string, PlainWord>,
  language: Language,
  lexicon: Lexicon,
  scope: Scope,
): Map<number, readonly TermMatch[]> {
  const matches = new Map<number, readonly TermMatch[]>();
  for (const [at, { term, known }] of terms.entries())
    if (known) addMatch(matches, term, { at, kind: 'exact' });
  for (const [at, { known }] of terms.entries()) {
    const stem = stems[at] ?? '';
    const word = words.get(stem)?.folded ?? stem;
    for (const { term, kind } of findVariants({ word, stem, known }, language, lexicon, scope))
      addMatch(matches, term, { at, kind });
  }
  return matches;
}

function flag(terms: readonly number[], size: number): Uint8Array {
  const flags = new Uint8Array(size);
  for (const term of terms) flags[term] = 1;
  return flags;
}

function findPlaces(words: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (const [place, word] of words.entries()) {
    if (word >= 0) places.set(word, [...(places.get(word) ?? []), place]);
  }
  return places;
}

function addMatch(matches: Map<number, readonly TermMatch[]>, term: number, match: TermMatch): void {
  const known = matches.get(term) ?? [];
  if (!known.some(({ at }) => at === match.at)) matches.set(term, [...known, match]);
}

/**
 * A short form stands for its long one if the question has all of that; the long one's rarest word hints at a short
 * form that the question has.
 */
function addAcronyms(
  matches: Map<number, readonly TermMatch[]>,
  terms: readonly QuestionTerm[],
  acronyms: readonly AcronymTerms[],
  scope: Scope,
): ReadonlyMap<number, readonly TermMatch[]> {
  for (const { short, long } of acronyms) {
    const places = long.map((term) => terms.findIndex((own) => own.term === term));
    if (scope.paragraphsWith(short) > 0 && places.every((at) => at >= 0)) {
      for (const at of places) addMatch(matches, short, { at, kind: 'exact' });
    }
    const at = terms.findIndex(({ term }) => term === short);
    const [rarest] = long
      .filter((term) => scope.paragraphsWith(term) > 0)
      .sort((a, b) => scope.paragraphsWith(a) - scope.paragraphsWith(b));
    if (at >= 0 && rarest !== undefined) addMatch(matches, rarest, { at, kind: 'family' });
  }
  return matches;
}

const inverseFrequency = (all: number, holding: number): number =>
  Math.log(1 + (all - holding + 0.5) / (holding + 0.5));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
