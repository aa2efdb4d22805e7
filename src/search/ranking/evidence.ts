import type { ParagraphIndex } from '../index/paragraph-index.ts';
import type { Question, TermMatch } from '../query/question.ts';
import type { MatchKind } from '../query/variants.ts';
import { TRAIT } from '../../text/word-traits.ts';

/** A place in a sentence where a question's term stands. */
export interface Hit {
  /** Which of the question's terms. */
  readonly at: number;
  /** Counted in words from the paragraph's first. */
  readonly position: number;
  /** 1 for the word itself, less for what stands in for it. */
  readonly strength: number;
}

/** What one sentence holds of one question. Sets of the question's terms are bit masks. */
export interface SentenceEvidence {
  readonly hits: readonly Hit[];
  /** How often each of the question's terms stands here as such. */
  readonly counts: readonly number[];
  readonly held: number;
  /** Held in the question's own inflection. */
  readonly sameForm: number;
  readonly typos: number;
  readonly family: number;
  readonly everyday: number;
  /** Content words. */
  readonly length: number;
  /** The weight of the longest run of two or more words shared with the question. */
  readonly run: number;
  /** Positions of words of the kind asked for, other than the question's own. */
  readonly asked: readonly number[];
  /** `TRAIT` bits of all its words. */
  readonly traits: number;
  /** It opens with a word of the question and says what that is: "X is", "X was". */
  readonly defines: boolean;
  /** "He", "this": among its first three words, one that points back. */
  readonly pointsBack: boolean;
}

/** What one paragraph holds of one question. */
export interface ParagraphEvidence {
  readonly sentences: readonly SentenceEvidence[];
  readonly held: number;
  readonly typos: number;
  readonly family: number;
  readonly everyday: number;
  /** How often each of the question's terms stands here. */
  readonly counts: readonly number[];
  /** Content words. */
  readonly length: number;
}

const WANTED: Readonly<Record<Question['kind'], { readonly any: number; readonly none: number }>> = {
  number: { any: TRAIT.number, none: 0 },
  date: { any: TRAIT.date, none: 0 },
  name: { any: TRAIT.name, none: TRAIT.number | TRAIT.date },
  reason: { any: TRAIT.cause, none: 0 },
  thing: { any: 0, none: 0 },
  'yes-no': { any: 0, none: 0 },
};

/** How much a variant counts where words stand near each other; between the measured weights of their coverages. */
const STRENGTH: Readonly<Record<MatchKind, number>> = { exact: 1, typo: 0.8, family: 0.6, everyday: 0.4 };

/** Reads the paragraph once, word by word. */
export function readEvidence(index: ParagraphIndex, question: Question, key: number): ParagraphEvidence {
  const from = index.paragraphStarts[key] ?? 0;
  const to = index.paragraphStarts[key + 1] ?? from;
  const sentences: SentenceEvidence[] = [];
  const origin = index.sentenceStarts[from] ?? 0;
  for (let sentence = from; sentence < to; sentence++) {
    sentences.push(readSentence(index, question, sentence, origin));
  }
  const counts = question.terms.map(() => 0);
  let [held, typos, family, everyday, length] = [0, 0, 0, 0, 0];
  for (const sentence of sentences) {
    held |= sentence.held;
    typos |= sentence.typos;
    family |= sentence.family;
    everyday |= sentence.everyday;
    length += sentence.length;
    for (const [at, count] of sentence.counts.entries()) counts[at] = (counts[at] ?? 0) + count;
  }
  return { sentences, held, typos, family, everyday, counts, length };
}

function readSentence(
  index: ParagraphIndex,
  question: Question,
  sentence: number,
  origin: number,
): SentenceEvidence {
  const { lexicon, words, sentenceStarts } = index;
  const start = sentenceStarts[sentence] ?? 0;
  const end = sentenceStarts[sentence + 1] ?? start;
  const wanted = WANTED[question.kind];
  const hits: Hit[] = [];
  const asked: number[] = [];
  const counts = question.terms.map(() => 0);
  const masks = { exact: 0, typo: 0, family: 0, everyday: 0 };
  let [sameForm, length, traits, opening] = [0, 0, 0, 0];
  let opensWithHit = false;
  let defines = false;
  for (let at = start; at < end; at++) {
    const word = words[at] ?? -1;
    const bits = lexicon.wordTraits[word] ?? 0;
    traits |= bits;
    if (at < start + 3) opening |= bits;
    if (at < start + 8 && opensWithHit && bits & TRAIT.copula) defines = true;
    const term = lexicon.wordTerms[word] ?? -1;
    if (term < 0) {
      if (bits & wanted.any) asked.push(at - origin);
      continue;
    }
    length++;
    const matches = question.isMatch[term] === 1 ? question.matches.get(term) : undefined;
    if (matches === undefined) {
      if (bits & wanted.any && !(bits & wanted.none)) asked.push(at - origin);
      continue;
    }
    if (length === 1) opensWithHit = true;
    for (const { at: which, kind } of matches) {
      hits.push({ at: which, position: at - origin, strength: STRENGTH[kind] });
      masks[kind] |= 1 << which;
      if (kind !== 'exact') continue;
      counts[which] = (counts[which] ?? 0) + 1;
      if (question.terms[which]?.word === word) sameForm |= 1 << which;
    }
  }
  return {
    hits,
    counts,
    held: masks.exact,
    sameForm,
    typos: masks.typo,
    family: masks.family,
    everyday: masks.everyday,
    length,
    run: hits.length > 0 ? longestRun(words, start, end, question) : 0,
    asked,
    traits,
    defines,
    pointsBack: (opening & TRAIT.pronoun) !== 0,
  };
}

interface Run {
  /** Where it ends in the question. */
  readonly place: number;
  readonly weight: number;
  readonly length: number;
}

/** Longest common run of words, by weight; one word alone is no run. */
function longestRun(
  words: Int32Array,
  start: number,
  end: number,
  { words: asked, places }: Question,
): number {
  let longest = 0;
  let runs: readonly Run[] = [];
  for (let at = start; at < end; at++) {
    const found = places.get(words[at] ?? -1);
    if (found === undefined) {
      runs = [];
      continue;
    }
    runs = found.map((place) => {
      const before = runs.find((run) => run.place === place - 1);
      const length = (before?.length ?? 0) + 1;
      const weight = (before?.weight ?? 0) + (asked[place]?.weight ?? 0);
      if (length >= 2 && weight > longest) longest = weight;
      return { place, weight, length };
    });
  }
  return longest;
}

/** The question's terms that the paragraph holds as such: `held`, without reading the rest of its evidence. */
export function readHeld(index: ParagraphIndex, { matches, isMatch }: Question, key: number): number {
  const { lexicon, words, sentenceStarts, paragraphStarts } = index;
  const start = sentenceStarts[paragraphStarts[key] ?? 0] ?? 0;
  const end = sentenceStarts[paragraphStarts[key + 1] ?? 0] ?? start;
  let held = 0;
  for (let at = start; at < end; at++) {
    const term = lexicon.wordTerms[words[at] ?? -1] ?? -1;
    if (isMatch[term] !== 1) continue;
    for (const { at: which, kind } of matches.get(term) ?? NONE) {
      if (kind === 'exact') held |= 1 << which;
    }
  }
  return held;
}

const NONE: readonly TermMatch[] = [];
