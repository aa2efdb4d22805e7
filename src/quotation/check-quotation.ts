import type { Paragraph, Report } from '../corpus/report.ts';
import type { Task } from '../text/cooperative-task.ts';
import type { Span } from '../text/span.ts';
import { comparePassages, type PassageComparison, paragraphsBetween } from './compare-passage.ts';
import { findNearest, type Nearest } from './find-nearest.ts';
import { findPlaces, type PartPositions, reportOf, spanOf } from './find-places.ts';
import type { QuotationIndex } from './quotation-index.ts';
import { countWords, type QuotedText, readQuotedText } from './quoted-text.ts';
import { compareTypography, type TypographicDifference } from './typography.ts';

/** A place of a report that contains a quotation. */
export interface QuotationPlace {
  readonly report: Report;
  /** All that it touches, in order. */
  readonly paragraphs: readonly [Paragraph, ...Paragraph[]];
  /** One range of the report's body for each part: several when an ellipsis joins them. */
  readonly spans: readonly [Span, ...Span[]];
}

type Places = readonly [QuotationPlace, ...QuotationPlace[]];

/**
 * What a check found. `exact`: each character is there, the ends of lines taken for spaces. `typographic`: the words
 * are, with other typography. `differs`: the nearest passage has other words, or the parts that an ellipsis joins are
 * in another order. `not-found`: nothing is near. `too-short`: so few words that finding them proves nothing.
 */
export type QuotationCheck =
  | {
      readonly kind: 'exact';
      /** At most 5. */
      readonly places: Places;
      /** Counted up to 100. */
      readonly total: number;
    }
  | {
      readonly kind: 'typographic';
      /** At most 5, all with the differences of the first. */
      readonly places: Places;
      readonly total: number;
      readonly differences: readonly TypographicDifference[];
    }
  | {
      readonly kind: 'differs';
      readonly why: 'words' | 'order';
      readonly report: Report;
      /** One for each part of the quotation. */
      readonly comparisons: readonly PassageComparison[];
    }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'too-short'; readonly total: number };

const MOST_PLACES = 5;
/** With fewer words than that, a quotation found in more than 5 places proves nothing. */
const TELLING_WORDS = 3;
/**
 * A passage is near when it has half of the words, and three; or a stretch that hardly comes about by chance; or each
 * part in one stretch.
 */
const NEAR_SHARE = 0.5;
const NEAR_WORDS = 3;
const NEAR_STRETCH = 6;
/** So many reports are compared with a quotation that none of them contains. */
const MOST_REPORTS = 3;
/** A quotation of more parts is compared as if it had no ellipses. */
const MOST_PARTS = 40;

/**
 * Checks whether the indexed reports contain `quote`, word for word. Ellipses in it may mean words left out, within
 * one report; quotation marks around it are taken for those of the person who quotes. Does not throw on any text.
 */
export function* checkQuotation(quote: string, index: QuotationIndex): Task<QuotationCheck> {
  const readings = readQuotedText(quote, index);
  const [plain, ...others] = readings;
  if (plain === undefined) return { kind: 'too-short', total: 0 };
  for (const reading of readings) {
    const places = yield* findPlaces(index, reading.parts);
    if (
      places.length > MOST_PLACES &&
      countWords(reading.parts.flatMap(({ tokens }) => tokens)) < TELLING_WORDS
    )
      return { kind: 'too-short', total: places.length };
    if (places.length > 0) return yield* describePlaces(index, reading, places);
  }
  // The last reading is the most lenient one: without marks around it, its ellipses words left out.
  const lenient = others.findLast(({ parts }) => parts.length <= MOST_PARTS) ?? plain;
  return yield* findDifference(index, lenient);
}

function* describePlaces(
  index: QuotationIndex,
  reading: QuotedText,
  places: readonly PartPositions[],
): Task<QuotationCheck> {
  const compared: Compared[] = [];
  for (const positions of places) {
    const stretches = reading.parts.map(({ tokens }, at) => ({ from: positions[at] ?? 0, tokens }));
    compared.push({ positions, differences: compareTypography(index, reading.text, stretches) });
    yield;
  }
  const count = (differences: readonly TypographicDifference[]): number =>
    sumOf(differences, (each) => each.count);
  const least = Math.min(...compared.map(({ differences }) => count(differences)));
  const best = compared.filter(({ differences }) => count(differences) === least);
  const [first, ...others] = best
    .slice(0, MOST_PLACES)
    .flatMap(({ positions }) => describePlace(index, reading, positions) ?? []);
  if (first === undefined) return { kind: 'not-found' };
  const found = { places: [first, ...others] as const, total: best.length };
  return least === 0
    ? { kind: 'exact', ...found }
    : { kind: 'typographic', ...found, differences: best[0]?.differences ?? [] };
}

interface Compared {
  readonly positions: PartPositions;
  readonly differences: readonly TypographicDifference[];
}

function describePlace(
  index: QuotationIndex,
  { parts }: QuotedText,
  positions: PartPositions,
): QuotationPlace | undefined {
  const edges = parts.map(({ keys }, at) => {
    const from = positions[at] ?? 0;
    return { from, to: from + keys.length };
  });
  const report = index.reports[reportOf(index, positions[0] ?? 0)];
  const [span, ...spans] = edges.map(({ from, to }) => spanOf(index, from, to));
  const touched = new Set(edges.flatMap(({ from, to }) => paragraphsBetween(index, from, to)));
  const [paragraph, ...paragraphs] = touched;
  if (report === undefined || span === undefined || paragraph === undefined) return undefined;
  return { report, paragraphs: [paragraph, ...paragraphs], spans: [span, ...spans] };
}

const sumOf = <Each>(list: readonly Each[], of: (each: Each) => number): number =>
  list.reduce((total, each) => total + of(each), 0);

/** All parts are compared within one report: the one that shares most with them together. */
function* findDifference(index: QuotationIndex, { text, parts }: QuotedText): Task<QuotationCheck> {
  const nearest: ReadonlyMap<number, readonly Nearest[]>[] = [];
  for (const part of parts) nearest.push(yield* findNearest(index, part));
  let best: { report: Report; comparisons: readonly PassageComparison[]; weight: number } | undefined;
  for (const { number, score } of likeliestReports(nearest)) {
    const report = index.reports[number];
    if (report === undefined || (best !== undefined && score < best.weight)) break;
    const comparisons: PassageComparison[] = [];
    for (const [at, part] of parts.entries())
      comparisons.push(yield* comparePassages(index, text, part, nearest[at]?.get(number) ?? []));
    const weight = sumOf(comparisons, (each) => each.weight);
    if (best === undefined || weight > best.weight) best = { report, comparisons, weight };
  }
  if (best === undefined) return { kind: 'not-found' };
  const { report, comparisons } = best;
  const kept = sumOf(comparisons, ({ keptWords }) => keptWords);
  const near =
    (kept >= NEAR_WORDS && kept >= NEAR_SHARE * sumOf(comparisons, ({ words }) => words)) ||
    comparisons.some(({ longestKept }) => longestKept >= NEAR_STRETCH) ||
    comparisons.every(({ longestKept, words }) => longestKept === words);
  if (!near) return { kind: 'not-found' };
  const same = comparisons.every(({ runs }) => runs.every(({ kind }) => kind === 'kept'));
  return { kind: 'differs', why: same ? 'order' : 'words', report, comparisons };
}

/** The likeliest first, by the best votes for each part. */
function likeliestReports(
  nearest: readonly ReadonlyMap<number, readonly Nearest[]>[],
): readonly { readonly number: number; readonly score: number }[] {
  const scores = new Map<number, number>();
  for (const [report, [best]] of nearest.flatMap((byReport) => [...byReport])) {
    scores.set(report, (scores.get(report) ?? 0) + (best?.score ?? 0));
  }
  return [...scores]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_REPORTS)
    .map(([number, score]) => ({ number, score }));
}
