import type { Paragraph } from '../corpus/report.ts';
import type { Task } from '../text/cooperative-task.ts';
import type { Span } from '../text/span.ts';
import { joinsWords, spanOf } from './find-places.ts';
import type { Nearest } from './find-nearest.ts';
import type { QuotationIndex } from './quotation-index.ts';
import { countWords, type QuotedPart } from './quoted-text.ts';
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
}

/** Compares `part` word by word with the passage `nearest`, without what is around it there. */
export function* comparePassage(
  index: QuotationIndex,
  part: QuotedPart,
  nearest: Nearest | undefined,
): Task<PassageComparison> {
  const isWord = (key: number): boolean => key < 0 || index.words[key] === 1;
  const words = countWords(part.tokens);
  const all: Run = { kind: 'added', span: quoteSpan(part.tokens) };
  const none = { runs: [all], paragraphs: [], keptWords: 0, longestKept: 0, words };
  if (nearest === undefined) return none;
  const window = [...index.keys.subarray(nearest.from, nearest.to)];
  const compared = yield* compareWords(window, [...part.keys], isWord);
  const inReport = compared.map((block) => ({
    ...block,
    reportFrom: block.reportFrom + nearest.from,
    reportTo: block.reportTo + nearest.from,
  }));
  const blocks = trimEdges(index, inReport);
  const wordsIn = ({ quoteFrom, quoteTo }: WordBlock): number =>
    countWords(part.tokens.slice(quoteFrom, quoteTo));
  const kept = blocks.filter(({ alike }) => alike).map(wordsIn);
  if (kept.length === 0) return none;
  const from = blocks[0]?.reportFrom ?? 0;
  const to = blocks.at(-1)?.reportTo ?? 0;
  return {
    runs: blocks.flatMap((block) => runsOf(index, part, block)),
    span: spanOf(index, from, to),
    paragraphs: paragraphsBetween(index, from, to),
    keptWords: kept.reduce((sum, count) => sum + count, 0),
    longestKept: Math.max(...kept),
    words,
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
