import type { Paragraph } from '../corpus/report.ts';
import type { Task } from '../text/cooperative-task.ts';
import type { Span } from '../text/span.ts';
import { joinsWords, spanOf } from './find-places.ts';
import { type Nearest, weightOf } from './find-nearest.ts';
import type { QuotationIndex } from './quotation-index.ts';
import { countWords, type QuotedPart } from './quoted-text.ts';
import { compareTypography, type TypographicDifference } from './typography.ts';
import { compareWords, type WordBlock } from './word-blocks.ts';

/** One stretch of a comparison. `kept` and `missing` are ranges of the report's body, `added` of the quotation. */
export type Run =
  | { readonly kind: 'kept'; readonly span: Span }
  | { readonly kind: 'missing'; readonly span: Span }
  | { readonly kind: 'added'; readonly span: Span };

/** A part of a quotation against the passage nearest to it. */
export interface PassageComparison {
  /** In reading order. What is missing comes before what is added in its place. */
  readonly runs: readonly Run[];
  /** The range of the report's body that was compared; absent when no passage is near. */
  readonly span?: Span;
  /** The paragraphs that `span` touches. */
  readonly paragraphs: readonly Paragraph[];
  /** Words of the quotation that the passage contains, in this order; the longest stretch of them; and all. */
  readonly keptWords: number;
  readonly longestKept: number;
  readonly words: number;
  /** What the words kept tell together, by how rare they are: compares passages for one part. */
  readonly weight: number;
  /** How the typography of the words kept differs. */
  readonly typography: readonly TypographicDifference[];
}

/** Compares `part`, of the quotation `text`, with that of the passages `near` that shares most with it, in order. */
export function* comparePassages(
  index: QuotationIndex,
  text: string,
  part: QuotedPart,
  near: readonly Nearest[],
): Task<PassageComparison> {
  const all: Run = { kind: 'added', span: quoteSpan(part.tokens) };
  const words = countWords(part.tokens);
  const none = {
    runs: [all],
    paragraphs: [],
    keptWords: 0,
    longestKept: 0,
    words,
    weight: 0,
    typography: [],
  };
  let best: PassageComparison = none;
  for (const nearest of near) {
    // What has fewer votes than that shares less: most of its words vote for it.
    if (nearest.score < best.weight) break;
    const compared = yield* comparePassage(index, text, part, nearest);
    if (compared !== undefined && sharesMore(compared, best)) best = compared;
  }
  return best;
}

const sharesMore = (one: PassageComparison, other: PassageComparison): boolean =>
  one.weight > other.weight || (one.weight === other.weight && one.longestKept > other.longestKept);

/** Word by word, without what is around the passage; undefined when they share nothing. */
function* comparePassage(
  index: QuotationIndex,
  text: string,
  part: QuotedPart,
  nearest: Nearest,
): Task<PassageComparison | undefined> {
  const isWord = (key: number): boolean => key < 0 || index.words[key] === 1;
  const window = [...index.keys.subarray(nearest.from, nearest.to)];
  const compared = yield* compareWords(window, [...part.keys], isWord);
  const inReport = compared.map((block) => ({
    ...block,
    reportFrom: block.reportFrom + nearest.from,
    reportTo: block.reportTo + nearest.from,
  }));
  const blocks = trimEdges(index, inReport);
  const alike = blocks.filter((block) => block.alike);
  if (alike.length === 0) return undefined;
  const keptTokens = alike.map(({ quoteFrom, quoteTo }) => part.tokens.slice(quoteFrom, quoteTo));
  const kept = keptTokens.map(countWords);
  const keptKeys = alike.flatMap(({ quoteFrom, quoteTo }) => [...part.keys.subarray(quoteFrom, quoteTo)]);
  const from = blocks[0]?.reportFrom ?? 0;
  const to = blocks.at(-1)?.reportTo ?? 0;
  yield;
  return {
    runs: blocks.flatMap((block) => runsOf(index, part, block)),
    span: spanOf(index, from, to),
    paragraphs: paragraphsBetween(index, from, to),
    keptWords: kept.reduce((sum, count) => sum + count, 0),
    longestKept: Math.max(...kept),
    words: countWords(part.tokens),
    weight: keptKeys.filter(isWord).reduce((sum, key) => sum + weightOf(index, key), 0),
    typography: compareTypography(
      index,
      text,
      alike.map(({ reportFrom }, at) => ({ from: reportFrom, tokens: keptTokens[at] ?? [] })),
    ),
  };
}

const quoteSpan = (tokens: readonly Span[]): Span => {
  const start = tokens[0]?.start ?? 0;
  return { start, end: tokens.at(-1)?.end ?? start };
};

/** The paragraphs of the positions `[from, to)`. */
export function paragraphsBetween(index: QuotationIndex, from: number, to: number): readonly Paragraph[] {
  const first = index.paragraphAt[from] ?? 0;
  const last = index.paragraphAt[to - 1] ?? first;
  return index.paragraphs.slice(first, last + 1).map(({ paragraph }) => paragraph);
}

function runsOf(index: QuotationIndex, { tokens }: QuotedPart, block: WordBlock): readonly Run[] {
  const { alike, reportFrom, reportTo, quoteFrom, quoteTo } = block;
  const inReport = spanOf(index, reportFrom, reportTo);
  if (alike) return [{ kind: 'kept', span: inReport }];
  const runs: Run[] = [];
  if (reportFrom < reportTo) runs.push({ kind: 'missing', span: inReport });
  if (quoteFrom < quoteTo) runs.push({ kind: 'added', span: quoteSpan(tokens.slice(quoteFrom, quoteTo)) });
  return runs;
}

/**
 * A quotation need not begin and end where its passage does. Of what differs at an edge, the passage contains only as
 * many tokens as the quotation has in their place, within the sentence, and what completes a cut word.
 */
function trimEdges(index: QuotationIndex, blocks: readonly WordBlock[]): readonly WordBlock[] {
  const firstAlike = blocks.findIndex(({ alike }) => alike);
  const lastAlike = blocks.findLastIndex(({ alike }) => alike);
  const first = blocks[firstAlike];
  const last = blocks[lastAlike];
  if (first === undefined || last === undefined) return [];
  const before = blocks[firstAlike - 1];
  const after = blocks[lastAlike + 1];
  const start = extendEdge(index, first.reportFrom, sizeInQuote(before), -1);
  const end = extendEdge(index, last.reportTo - 1, sizeInQuote(after), 1) + 1;
  const edge = { alike: false, reportFrom: start, reportTo: first.reportFrom, quoteFrom: 0 };
  const opening = { ...edge, quoteTo: first.quoteFrom };
  const closing = { ...(after ?? { ...last, quoteFrom: last.quoteTo }), alike: false };
  return [
    opening,
    ...blocks.slice(firstAlike, lastAlike + 1),
    { ...closing, reportFrom: last.reportTo, reportTo: end },
  ];
}

const sizeInQuote = (block: WordBlock | undefined): number =>
  block === undefined ? 0 : block.quoteTo - block.quoteFrom;

/**
 * The last position that belongs to a passage beyond its edge `inner`: `count` tokens on, in the direction `step`, and
 * what completes a word; all within the sentence.
 */
function extendEdge(index: QuotationIndex, inner: number, count: number, step: 1 | -1): number {
  const spanAt = (position: number): Span => spanOf(index, position, position + 1);
  const found = index.paragraphs[index.paragraphAt[inner] ?? 0];
  const { body = '' } = index.reports[found?.report ?? 0] ?? {};
  const { start } = spanAt(inner);
  const sentence =
    found?.paragraph.sentences.find((each) => each.start <= start && start < each.end) ?? spanAt(inner);
  /** Whether the token is inside a word, or is itself the hyphen or apostrophe in it. */
  const joins = (span: Span): boolean =>
    joinsWords(body, step < 0 ? span.start - 1 : span.end) ||
    (span.end - span.start === 1 && joinsWords(body, span.start));
  let edge = inner;
  for (;;) {
    const next = spanAt(edge + step);
    const isInside =
      index.paragraphAt[edge + step] === index.paragraphAt[inner] &&
      next.start >= sentence.start &&
      next.end <= sentence.end;
    if (!isInside || (Math.abs(edge - inner) >= count && !joins(spanAt(edge)))) return edge;
    edge += step;
  }
}
