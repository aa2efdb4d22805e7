import type { Paragraph, Report } from '../../corpus/report.ts';
import type { Span } from '../../text/span.ts';
import type { ExplainedConfidence } from './confidence.ts';
import type { Part } from './score.ts';

/** A paragraph that was found, for whatever was sought. */
export interface FoundParagraph {
  readonly report: Report;
  readonly paragraph: Paragraph;
  /** Compares paragraphs that were found together; larger is better. It has no unit. */
  readonly score: number;
  /** The sentence that answers, as a range of the report's body; absent when none clearly leads. */
  readonly sentence?: Span;
}

/** A paragraph as one ranker sees it for one question. */
export interface RankedParagraph extends FoundParagraph {
  /** Whether it contains a word of the question, or a variant of one. */
  readonly sharesWords: boolean;
}

/** What a ranker found for one question. */
export interface Ranking {
  /** Best first; last, in a scope of few paragraphs, those that share no word with the question. */
  readonly paragraphs: readonly RankedParagraph[];
  /** How sure the ranker is that the first paragraph answers: 0 (not at all) to 1. */
  readonly confidence: number;
  /** Words of the question, as written, that occur nowhere in the paragraphs searched. */
  readonly missing: readonly string[];
  /** Paragraphs in the scope, found or not. */
  readonly scopeSize: number;
  /** The question with short forms in full. */
  readonly spelled: string;
}

export interface ExplainedParagraph extends RankedParagraph {
  /** The products sum to the score. */
  readonly parts: readonly Part[];
}

export interface Explanation {
  readonly paragraphs: readonly ExplainedParagraph[];
  /** By words alone; absent when there is no paragraph. */
  readonly confidence?: ExplainedConfidence;
}

/** A paragraph by the id of its report and its number. */
export interface ShownPassage {
  readonly report: string;
  readonly paragraph: number;
}

export interface RankOptions {
  /** Search this report only. */
  readonly report?: string;
  /** Leave these out. */
  readonly except?: readonly ShownPassage[];
  /** How many paragraphs at most. */
  readonly limit: number;
}

/** Finds the paragraphs that may answer a question. Asynchronous, so that a slower, stronger reader can meet it. */
export interface Ranker {
  rank(question: string, options: RankOptions): Promise<Ranking>;
}

/** A paragraph that holds words sought. Ranges are of the report's body. */
export interface SearchHit {
  readonly report: Report;
  readonly paragraph: Paragraph;
  /** The sentence that holds most of what the words tell; the whole paragraph when it has no sentences. */
  readonly excerpt: Span;
  /** The words of the excerpt that were sought, or a variant of them: in order, without touching each other. */
  readonly matches: readonly Span[];
}

/** One page of what was found. */
export interface SearchPage {
  /** How many paragraphs were found in all. */
  readonly total: number;
  /** Whether passages with the words were left out, for a phrase that they lack or an unwanted word that they hold. */
  readonly isNarrowed: boolean;
  /** Whether only the likeliest paragraphs were looked at, and others may hold the words too. */
  readonly isCut: boolean;
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** Words, as written, that occur nowhere in the paragraphs searched. */
  readonly missing: readonly string[];
}

export interface SearchOptions {
  /** Id of the one report to search; absent: all of them. */
  readonly report?: string;
  /** How many of the best hits to leave out. */
  readonly from: number;
  /** How many hits at most. */
  readonly limit: number;
}

/** Finds the paragraphs that hold any of some words, or a variant of them; `"exact words"` and `-word` narrow that. */
export interface Searcher {
  search(words: string, options: SearchOptions): Promise<SearchPage>;
}
