import { type ParagraphEvidence, readEvidence, readHeld } from './evidence.ts';
import { namesOf } from './named-values.ts';
import type { ParagraphIndex, Place } from '../index/paragraph-index.ts';
import { paragraphFeatures } from './paragraph-features.ts';
import type { Question } from '../query/question.ts';
import type { Scope } from '../index/scope.ts';
import { sentenceFeatures } from './sentence-features.ts';

export type ParagraphFeature = keyof typeof paragraphFeatures;
export type SentenceFeature = keyof typeof sentenceFeatures;

/** Values in the order of `PARAGRAPH_FEATURES` and `SENTENCE_FEATURES`. */
export interface Observation {
  readonly key: number;
  readonly place: Place;
  readonly question: Question;
  readonly scope: Scope;
  readonly evidence: ParagraphEvidence;
  readonly paragraph: Float64Array;
  readonly sentences: readonly Float64Array[];
}

export const PARAGRAPH_FEATURES: readonly ParagraphFeature[] = namesOf(paragraphFeatures);
export const SENTENCE_FEATURES: readonly SentenceFeature[] = namesOf(sentenceFeatures);

const PARAGRAPH_FUNCTIONS = Object.values(paragraphFeatures);
const SENTENCE_FUNCTIONS = Object.values(sentenceFeatures);

/** All that the ranking knows of one paragraph, before any weight. */
export type Observe = (key: number) => Observation;

/** A paragraph's evidence is kept for the paragraphs next to it. */
export function createObserver(
  index: ParagraphIndex,
  scope: Scope,
  questionFor: (key: number) => Question,
): Observe {
  const read = new Map<number, ParagraphEvidence>();
  const evidenceOf = (key: number): ParagraphEvidence => {
    const known = read.get(key);
    if (known !== undefined) return known;
    const evidence = readEvidence(index, questionFor(key), key);
    read.set(key, evidence);
    return evidence;
  };
  const heldBy = (key: number, report: unknown): number =>
    index.places[key]?.report === report
      ? (read.get(key)?.held ?? readHeld(index, questionFor(key), key))
      : 0;

  return (key) => {
    const question = questionFor(key);
    const evidence = evidenceOf(key);
    const place = index.places[key];
    if (place === undefined)
      throw new RangeError(`Cannot observe paragraph ${key}, wanted a key below ${index.places.length}`);
    const view = {
      question,
      scope,
      paragraph: evidence,
      above: heldBy(key - 1, place.report) | headingMask(index, scope, question, key),
      below: heldBy(key + 1, place.report),
    };
    return {
      key,
      place,
      question,
      scope,
      evidence,
      paragraph: evaluate(PARAGRAPH_FUNCTIONS, view),
      sentences: evidence.sentences.map((sentence, at, all) => {
        const around = { question, scope, sentence, before: all[at - 1], after: all[at + 1] };
        return evaluate(SENTENCE_FUNCTIONS, around);
      }),
    };
  };
}

/** The question's terms in the section's heading, and in the report's title where other reports are searched too. */
function headingMask(
  { headings, titles, library }: ParagraphIndex,
  scope: Scope,
  { matches }: Question,
  key: number,
): number {
  let mask = 0;
  const add = (terms: readonly number[]): void => {
    for (const term of terms) {
      for (const { at, kind } of matches.get(term) ?? []) if (kind === 'exact') mask |= 1 << at;
    }
  };
  add(headings[key] ?? []);
  if (scope === library) add(titles[key] ?? []);
  return mask;
}

/** A plain loop: this runs some thousand times a question. */
function evaluate<View>(features: readonly ((view: View) => number)[], view: View): Float64Array {
  const values = new Float64Array(features.length);
  for (let at = 0; at < features.length; at++) values[at] = features[at]?.(view) ?? 0;
  return values;
}
