import type { Paragraph } from '../corpus/report.ts';
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
export function comparePassage(
  index: QuotationIndex,
  part: QuotedPart,
  nearest: Nearest | undefined,
): PassageComparison {
  const isWord = (key: number): boolean => key < 0 || index.words[key] === 1;
  const words = countWords(part.tokens);
  const all: Run = { kind: 'added', span: quoteSpan(part.tokens) };
  const none = { runs: [all], paragraphs: [], keptWords: 0, longestKept: 0, words };
  if (nearest === undefined) return none;
  const window = [...index.keys.subarray(nearest.from, nearest.to)];
  const inReport = compareWords(window, [...part.keys], isWord).map((block) => ({
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
 * A quotation need not begin and end where its passage does. Of what differs at an edge, only so many tokens of the
 * report belong to it as the quotation has in their place, within the sentence; and what completes a cut word.
 */
function trimEdges(index: QuotationIndex, blocks: readonly WordBlock[]): readonly WordBlock[] {
  const firstAlike = blocks.findIndex(({ alike }) => alike);
  const lastAlike = blocks.findLastIndex(({ alike }) => alike);
  const first = blocks[firstAlike];
  const last = blocks[lastAlike];
  if (first === undefined || last === undefined) return [];
  const before = blocks[firstAlike - 1];
  const after = blocks[lastAlike + 1];
  const start = edgeBefore(index, first.reportFrom, sizeInQuote(before));
  const end = edgeAfter(index, last.reportTo, sizeInQuote(after));
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

function edgeBefore(index: QuotationIndex, position: number, count: number): number {
  const { body, sentence, paragraph } = surroundings(index, position);
  let at = position;
  while (
    index.paragraphAt[at - 1] === paragraph &&
    (index.starts[at - 1] ?? 0) >= sentence.start &&
    (position - at < count || joinsWords(body, (index.starts[at] ?? 0) - 1) || joinsAt(index, body, at))
  ) {
    at -= 1;
  }
  return at;
}

function edgeAfter(index: QuotationIndex, position: number, count: number): number {
  const { body, sentence, paragraph } = surroundings(index, position - 1);
  let at = position;
  while (
    index.paragraphAt[at] === paragraph &&
    (index.ends[at] ?? 0) <= sentence.end &&
    (at - position < count || joinsWords(body, index.ends[at - 1] ?? 0) || joinsAt(index, body, at - 1))
  ) {
    at += 1;
  }
  return at;
}

/** Whether the token at `position` is itself the hyphen or apostrophe inside a word. */
const joinsAt = (index: QuotationIndex, body: string, position: number): boolean =>
  (index.ends[position] ?? 0) - (index.starts[position] ?? 0) === 1 &&
  joinsWords(body, index.starts[position] ?? 0);

function surroundings(index: QuotationIndex, position: number) {
  const paragraph = index.paragraphAt[position] ?? 0;
  const found = index.paragraphs[paragraph];
  const { body = '' } = index.reports[found?.report ?? 0] ?? {};
  const start = index.starts[position] ?? 0;
  const sentence = found?.paragraph.sentences.find((each) => each.start <= start && start < each.end) ?? {
    start,
    end: index.ends[position] ?? start,
  };
  return { body, sentence, paragraph };
}
