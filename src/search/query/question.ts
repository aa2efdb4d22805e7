import type { Language } from '../../text/language.ts';
import type { PlainWord } from '../../text/read-numbers.ts';
import type { Task } from '../../text/cooperative-task.ts';
import { TRAIT, traitsOf } from '../../text/word-traits.ts';
import { idf } from '../bm25.ts';
import type { ScopeStatistics } from '../candidate-source.ts';
import type { AcronymStems } from '../index/report-analysis.ts';
import { type AskedKind, findAskedKind } from './asked-kind.ts';
import { readChatWords, spellOut } from './chat-words.ts';
import { joinCompounds } from './join-compounds.ts';
import { addAcronym, knownAcronyms } from './known-acronyms.ts';
import { findVariants, type MatchKind } from './variants.ts';

/** One word that the question is about. */
export interface QuestionTerm {
  /** As in the question. */
  readonly written: string;
  /** Folded. */
  readonly word: string;
  readonly stem: string;
  /** Whether the scope contains the term, and whether any report of the generation does. */
  readonly known: boolean;
  readonly knownElsewhere: boolean;
  /** `idf` among the scope's paragraphs, halved for a filler. */
  readonly weight: number;
  /** The same among its sentences. */
  readonly sentenceWeight: number;
  /** The same among all paragraphs of the generation, whichever are searched. */
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
  /** As asked, with short forms in full: for a reader of sentences. */
  readonly spelled: string;
  readonly kind: AskedKind;
  readonly isNegated: boolean;
  readonly terms: readonly QuestionTerm[];
  /** Sums over the terms; never 0. */
  readonly weight: number;
  readonly sentenceWeight: number;
  /** By folded word, function words too: where in the question it is, and how much it adds to a shared phrase. */
  readonly places: ReadonlyMap<string, readonly WordPlace[]>;
  /** By stem: which of the question's terms it stands for. */
  readonly matches: ReadonlyMap<string, readonly TermMatch[]>;
}

export interface WordPlace {
  /** Index among the question's words. */
  readonly at: number;
  readonly weight: number;
}

/** A set of terms is a bit mask, so no more than these are weighed; a longer question keeps its first ones. */
export const MOST_TERMS = 30;

/** A function word in a shared phrase, beside content words of weight 1 to 6. */
const FUNCTION_WORD_WEIGHT = 0.3;

/** Words that questions are fond of, whatever they ask about: they and their inflections weigh half. */
const FILLERS: readonly string[] = (
  'after allow amount become before besides call come consider consist describe example find form found get give go happen include kind ' +
  'know known locate located made main make name named number occur part particular primary purpose refer referred ' +
  'result said say specific specify state take term thing type use used way word'
).split(' ');

/** What the reading of a question needs besides its text. */
export interface Background {
  readonly language: Language;
  readonly statistics: ScopeStatistics;
  /** Those that the generation's reports explain. */
  readonly acronyms: readonly AcronymStems[];
}

/** A task, because the reports may have millions of words to compare with. */
export function* readQuestion(text: string, background: Background): Task<Question> {
  const { language } = background;
  const isKnown = (folded: string): boolean =>
    !language.functionWords.has(folded) &&
    background.statistics.countsOf(language.stem(folded)).paragraphs > 0;
  const isEnglish = language.code === 'en';
  const read = language.read(text);
  // Short forms in full, compounds joined or parted as the reports write them.
  const words = joinCompounds(isEnglish ? readChatWords(read, isKnown) : read, isKnown);
  const terms = readTerms(words, background);
  return {
    spelled: isEnglish ? spellOut(text, isKnown) : text,
    kind: findAskedKind(
      words.map(({ folded }) => folded),
      language.code,
    ),
    isNegated: words.some((word) => (traitsOf(word, language) & TRAIT.negation) !== 0),
    terms,
    weight: sum(terms.map(({ weight }) => weight)) || 1,
    sentenceWeight: sum(terms.map(({ sentenceWeight }) => sentenceWeight)) || 1,
    places: findPlaces(words, terms, language),
    matches: yield* findMatches(terms, background),
  };
}

/** The question's content words, those of one stem as the first of them. */
function readTerms(
  words: readonly PlainWord[],
  { language, statistics }: Background,
): readonly QuestionTerm[] {
  const byStem = new Map<string, PlainWord>();
  for (const word of words) {
    const stem = language.stem(word.folded);
    if (!language.functionWords.has(word.folded) && !byStem.has(stem)) byStem.set(stem, word);
  }
  const fillers = new Set(language.code === 'en' ? FILLERS.map((filler) => language.stem(filler)) : []);
  const isTitleCase = words.slice(1).every(({ written }) => /^\p{Lu}/u.test(written));
  const isWrittenAsName = (word: PlainWord): boolean =>
    !isTitleCase && word !== words[0] && /^\p{Lu}/u.test(word.written);
  return [...byStem].slice(0, MOST_TERMS).map(([stem, word]) => {
    const { paragraphs, sentences, everywhere } = statistics.countsOf(stem);
    const share = fillers.has(stem) ? 0.5 : 1;
    const isNumber = /^\p{N}/u.test(stem);
    return {
      written: word.written,
      word: word.folded,
      stem,
      known: paragraphs > 0,
      knownElsewhere: everywhere > 0,
      weight: share * idf(statistics.paragraphCount, paragraphs),
      sentenceWeight: share * idf(statistics.sentenceCount, sentences),
      rarity: share * idf(statistics.everywhere, everywhere),
      isName:
        !isNumber && (everywhere > 0 ? statistics.isName(statistics.numberOf(stem)) : isWrittenAsName(word)),
      isNumber,
    };
  });
}

function findPlaces(
  words: readonly PlainWord[],
  terms: readonly QuestionTerm[],
  { functionWords }: Language,
): ReadonlyMap<string, readonly WordPlace[]> {
  const weights = new Map(terms.map(({ word, weight }) => [word, weight]));
  const places = new Map<string, WordPlace[]>();
  for (const [at, { folded }] of words.entries()) {
    const weight = functionWords.has(folded) ? FUNCTION_WORD_WEIGHT : (weights.get(folded) ?? 0);
    places.set(folded, [...(places.get(folded) ?? []), { at, weight }]);
  }
  return places;
}

/** Acronyms between two chances for the event loop. */
const CHUNK = 500;

function* findMatches(
  terms: readonly QuestionTerm[],
  background: Background,
): Task<ReadonlyMap<string, readonly TermMatch[]>> {
  const { language, statistics, acronyms } = background;
  const matches = new Map<string, readonly TermMatch[]>();
  const add = (stem: string, match: TermMatch): void => {
    const known = matches.get(stem) ?? [];
    if (!known.some(({ at }) => at === match.at)) matches.set(stem, [...known, match]);
  };
  for (const [at, { stem, known }] of terms.entries()) if (known) add(stem, { at, kind: 'exact' });
  for (const [at, term] of terms.entries()) {
    for (const { stem, kind } of yield* findVariants(term, language, statistics)) add(stem, { at, kind });
  }
  const known = language.code === 'en' ? knownAcronyms(language) : [];
  for (const list of [acronyms, known])
    for (const [at, acronym] of list.entries()) {
      addAcronym(acronym, terms, background, add);
      if (at % CHUNK === 0) yield;
    }
  return matches;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
