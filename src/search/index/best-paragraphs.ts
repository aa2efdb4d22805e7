import type { ParagraphIndex } from './paragraph-index.ts';
import type { Scope } from './scope.ts';

/** A term to look up, and how much it counts. */
export interface SoughtTerm {
  readonly term: number;
  readonly boost: number;
}

/** The keys of at most `most` paragraphs of the scope that hold any of the terms, best first. */
export type FindBestParagraphs = (
  terms: readonly SoughtTerm[],
  scope: Scope,
  most: number,
) => readonly number[];

/** BM25's saturation and share of the length, as measured best on the evaluation questions. */
const K = 1.2;
const B = 0.75;

/**
 * Okapi BM25 (Robertson and Zaragoza, 2009) with frequencies of the whole library whatever the scope, a paragraph's
 * different terms for its length, and the sum times the number of terms held: what MiniSearch computes, which is the
 * reference in the tests.
 */
export function createBestParagraphs({
  library,
  places,
  postings,
}: Pick<ParagraphIndex, 'library' | 'places' | 'postings'>): FindBestParagraphs {
  const { paragraphs, counts, widths } = postings;
  const averageWidth = widths.reduce((sum, width) => sum + width, 0) / Math.max(1, places.length);

  return (terms, scope, most) => {
    const scores = new Float64Array(scope.paragraphCount);
    const termsHeld = new Uint8Array(scope.paragraphCount);
    const found: number[] = [];
    for (const { term, boost } of terms) {
      const rarity = boost * inverseFrequency(places.length, library.paragraphsWith(term));
      const { from, to } = scope.entriesOf(term);
      for (let entry = from; entry < to; entry++) {
        const key = paragraphs[entry] ?? 0;
        const at = key - scope.from;
        if (termsHeld[at] === 0) found.push(at);
        termsHeld[at] = (termsHeld[at] ?? 0) + 1;
        const gain = rarity * saturated(counts[entry] ?? 0, (widths[key] ?? 0) / averageWidth);
        scores[at] = (scores[at] ?? 0) + gain;
      }
    }
    for (const at of found) scores[at] = (scores[at] ?? 0) * (termsHeld[at] ?? 0);
    return bestOf(found, scores, most).map((at) => scope.from + at);
  };
}

const inverseFrequency = (all: number, holding: number): number =>
  Math.log(1 + (all - holding + 0.5) / (holding + 0.5));

const saturated = (count: number, relativeWidth: number): number =>
  (count * (K + 1)) / (count + K * (1 - B + B * relativeWidth));

/** The `most` with the highest scores, best first; between equals the one found earlier. */
function bestOf(found: readonly number[], scores: Float64Array, most: number): readonly number[] {
  const best: number[] = [];
  const scoreAt = (place: number): number => scores[best[place] ?? -1] ?? 0;
  for (const one of found) {
    const score = scores[one] ?? 0;
    if (best.length === most && score <= scoreAt(most - 1)) continue;
    let place = Math.min(best.length, most - 1);
    for (; place > 0 && scoreAt(place - 1) < score; place--) best[place] = best[place - 1] ?? -1;
    best[place] = one;
  }
  return best;
}
