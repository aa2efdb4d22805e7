import { TRAIT } from '../../text/word-traits.ts';
import type { Question, WordPlace } from '../query/question.ts';
import type { MatchKind } from '../query/variants.ts';
import type { NumberedQuestion, NumberedText } from './numbered-question.ts';

/** A word of a sentence that answers one of the question's terms. */
export interface Hit {
  /** Which of the question's terms. */
  readonly at: number;
  /** Counted in words from the paragraph's first. */
  readonly position: number;
  /** 1 for the word itself, less for a variant. */
  readonly strength: number;
}

/** What one sentence contains of one question. Sets of the question's terms are bit masks. */
export interface SentenceEvidence {
  readonly hits: readonly Hit[];
  /** How often it contains each of the question's terms as such. */
  readonly counts: readonly number[];
  /** Terms contained as such. */
  readonly held: number;
  /** Those in the question's own inflection. */
  readonly sameForm: number;
  readonly typos: number;
  readonly family: number;
  readonly synonym: number;
  /** Content words. */
  readonly length: number;
  /** The weight of the longest run of two or more words shared with the question. */
  readonly run: number;
  /** Positions of words of the kind asked for, other than the question's own. */
  readonly asked: readonly number[];
  /** `TRAIT` bits of all its words. */
  readonly traits: number;
  /** "He", "this": among its first three words, one that points back. */
  readonly pointsBack: boolean;
}

/** What one paragraph contains of one question. */
export interface ParagraphEvidence {
  readonly sentences: readonly SentenceEvidence[];
  readonly held: number;
  readonly typos: number;
  readonly family: number;
  readonly synonym: number;
  /** How often it contains each of the question's terms as such. */
  readonly counts: readonly number[];
  /** Content words. */
  readonly length: number;
}

/** Traits of a word of the kind asked for, and those that rule it out. A sum of money counts no things. */
const WANTED: Partial<Record<Question['kind'], { readonly any: number; readonly none?: number }>> = {
  number: { any: TRAIT.number, none: TRAIT.money },
  money: { any: TRAIT.money },
  people: { any: TRAIT.people },
  date: { any: TRAIT.date },
  name: { any: TRAIT.name, none: TRAIT.number | TRAIT.date },
  reason: { any: TRAIT.cause },
};

/** How much a variant counts where words stand near each other; between the measured weights of their coverages. */
const STRENGTH: Readonly<Record<MatchKind, number>> = { exact: 1, typo: 0.8, family: 0.6, synonym: 0.4 };

/** Reads the paragraph at that index once, word by word. */
export function readEvidence(
  asked: NumberedQuestion,
  text: NumberedText,
  paragraph: number,
): ParagraphEvidence {
  const { question } = asked;
  const { paragraphStarts, sentenceStarts } = text.analysis;
  const from = paragraphStarts[paragraph] ?? 0;
  const to = paragraphStarts[paragraph + 1] ?? from;
  const origin = sentenceStarts[from] ?? 0;
  const sentences = Array.from({ length: to - from }, (_, at) =>
    readSentence(asked, text, from + at, origin),
  );
  const counts = question.terms.map(() => 0);
  let [held, typos, family, synonym, length] = [0, 0, 0, 0, 0];
  for (const sentence of sentences) {
    held |= sentence.held;
    typos |= sentence.typos;
    family |= sentence.family;
    synonym |= sentence.synonym;
    length += sentence.length;
    for (const [at, count] of sentence.counts.entries()) counts[at] = (counts[at] ?? 0) + count;
  }
  return { sentences, held, typos, family, synonym, counts, length };
}

function readSentence(
  asked: NumberedQuestion,
  read: NumberedText,
  sentence: number,
  origin: number,
): SentenceEvidence {
  const { question, matches, isMatch, isName } = asked;
  const { text, words, textTraits, sentenceStarts } = read.analysis;
  const start = sentenceStarts[sentence] ?? 0;
  const end = sentenceStarts[sentence + 1] ?? start;
  const { any: wanted = 0, none: unwanted = 0 } = WANTED[question.kind] ?? {};
  const hits: Hit[] = [];
  const askedKind: number[] = [];
  const counts = question.terms.map(() => 0);
  const masks = { exact: 0, typo: 0, family: 0, synonym: 0 };
  let [sameForm, length, traits, opening] = [0, 0, 0, 0];
  for (let at = start; at < end; at++) {
    const number = read.stems[at] ?? -1;
    const bits = (textTraits[at] ?? 0) | (question.kind === 'name' && isName(number) ? TRAIT.name : 0);
    traits |= bits;
    if (at < start + 3) opening |= bits;
    if (number < 0) {
      if (bits & wanted) askedKind.push(at - origin);
      continue;
    }
    length++;
    const found = isMatch[number] === 1 ? matches.get(number) : undefined;
    if (found === undefined) {
      if (bits & wanted && !(bits & unwanted)) askedKind.push(at - origin);
      continue;
    }
    for (const { at: which, kind } of found) {
      hits.push({ at: which, position: at - origin, strength: STRENGTH[kind] });
      masks[kind] |= 1 << which;
      if (kind !== 'exact') continue;
      counts[which] = (counts[which] ?? 0) + 1;
      if (question.terms[which]?.word === words[text[at] ?? -1]) sameForm |= 1 << which;
    }
  }
  return {
    hits,
    counts,
    held: masks.exact,
    sameForm,
    typos: masks.typo,
    family: masks.family,
    synonym: masks.synonym,
    length,
    run: hits.length > 0 ? longestRun(asked, read, start, end) : 0,
    asked: askedKind,
    traits,
    pointsBack: (opening & TRAIT.pronoun) !== 0,
  };
}

/** Runs of words shared with the question, by where they end in it. */
type Runs = ReadonlyMap<number, { readonly weight: number; readonly length: number }>;
const NO_RUNS: Runs = new Map();

function extendRuns(runs: Runs, places: readonly WordPlace[]): Runs {
  return new Map(
    places.map(({ at, weight }) => {
      const before = runs.get(at - 1);
      return [at, { weight: (before?.weight ?? 0) + weight, length: (before?.length ?? 0) + 1 }];
    }),
  );
}

/** The weight of the heaviest run of words that the question has too; one word alone is no run. */
function longestRun(
  { question, isMatch }: NumberedQuestion,
  { analysis: { text, words }, stems }: NumberedText,
  start: number,
  end: number,
): number {
  let longest = 0;
  let runs = NO_RUNS;
  for (let at = start; at < end; at++) {
    const stem = stems[at] ?? -1;
    // A content word of the question is a match; this is faster than to look at its letters.
    const isShared = stem < 0 || isMatch[stem] === 1;
    const places = (isShared && question.places.get(words[text[at] ?? -1] ?? '')) || [];
    runs = places.length === 0 ? NO_RUNS : extendRuns(runs, places);
    for (const { length, weight } of runs.values()) if (length >= 2) longest = Math.max(longest, weight);
  }
  return longest;
}

/** The question's terms that the paragraph contains as such: `held`, without reading the rest of its evidence. */
export function readHeld(
  { matches, isMatch }: NumberedQuestion,
  { analysis: { sentenceStarts, paragraphStarts }, stems }: NumberedText,
  paragraph: number,
): number {
  const end = sentenceStarts[paragraphStarts[paragraph + 1] ?? 0] ?? 0;
  let held = 0;
  for (let at = sentenceStarts[paragraphStarts[paragraph] ?? 0] ?? 0; at < end; at++) {
    const number = stems[at] ?? -1;
    if (isMatch[number] !== 1) continue;
    for (const { at: which, kind } of matches.get(number) ?? []) if (kind === 'exact') held |= 1 << which;
  }
  return held;
}
