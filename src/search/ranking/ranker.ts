import type { Paragraph, Report } from '../../corpus/report.ts';
import type { Span } from '../../text/span.ts';

/** A paragraph as one ranker sees it for one question. */
export interface RankedParagraph {
  readonly report: Report;
  readonly paragraph: Paragraph;
  /** Compares paragraphs of one ranking; larger is better. It has no unit. */
  readonly score: number;
  /** The sentence that answers, as a range of the report's body; absent when none clearly leads. */
  readonly sentence?: Span;
}

/** What a ranker found for one question. */
export interface Ranking {
  /** Best first. */
  readonly paragraphs: readonly RankedParagraph[];
  /** How sure the ranker is that the first paragraph answers: 0 (not at all) to 1. */
  readonly confidence: number;
  /** Words of the question, as written, that occur nowhere in the paragraphs searched. */
  readonly missing: readonly string[];
}

export interface RankOptions {
  /** Search this report only. */
  readonly report?: string;
  /** At most so many paragraphs. */
  readonly limit: number;
}

/** Finds the paragraphs that may answer a question. Asynchronous, so that a slower, stronger reader can meet it. */
export interface Ranker {
  rank(question: string, options: RankOptions): Promise<Ranking>;
}
