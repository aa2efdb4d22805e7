import { entryFrom, type Postings } from './postings.ts';

/** The paragraphs that one question is asked of, one report's or all, and how common each term is in them. */
export interface Scope {
  /** Keys `from .. to` (without `to`). */
  readonly from: number;
  readonly to: number;
  readonly paragraphCount: number;
  readonly sentenceCount: number;
  /** Terms in a paragraph, and in a sentence, on average. */
  readonly paragraphLength: number;
  readonly sentenceLength: number;
  /** How many paragraphs, and sentences, hold the term. */
  paragraphsWith(term: number): number;
  sentencesWith(term: number): number;
  /** The term's entries in the postings that are of these paragraphs: `[from, to)`. */
  entriesOf(term: number): { readonly from: number; readonly to: number };
}

/** `paragraphStarts`: the first sentence of each paragraph, counted over all, and the end of the last. */
export function createScope(
  postings: Postings,
  paragraphStarts: Int32Array,
  from: number,
  to: number,
): Scope {
  const { lengthBefore, sentences } = postings;
  const length = (lengthBefore[to] ?? 0) - (lengthBefore[from] ?? 0);
  const sentenceCount = (paragraphStarts[to] ?? 0) - (paragraphStarts[from] ?? 0);
  const entriesOf = (term: number) =>
    term < 0
      ? { from: 0, to: 0 }
      : { from: entryFrom(postings, term, from), to: entryFrom(postings, term, to) };
  return {
    from,
    to,
    paragraphCount: to - from,
    sentenceCount,
    paragraphLength: length / Math.max(1, to - from),
    sentenceLength: length / Math.max(1, sentenceCount),
    entriesOf,
    paragraphsWith(term) {
      const entries = entriesOf(term);
      return entries.to - entries.from;
    },
    sentencesWith(term) {
      const entries = entriesOf(term);
      let count = 0;
      for (let entry = entries.from; entry < entries.to; entry++) count += sentences[entry] ?? 0;
      return count;
    },
  };
}
