import type { IndexedReport } from './index/report-analysis.ts';

/** The paragraphs that a question is asked of: those of one published version, or of one report in it. */
export interface Scope {
  /** Names the version: what it holds never changes. */
  readonly generation: string;
  /** Id of the one report to search; absent: all of them. */
  readonly report?: string;
}

/** A paragraph of a generation. */
export interface ParagraphRef {
  /** The report's id. */
  readonly report: string;
  /** Index into the report's `paragraphs`. */
  readonly at: number;
}

/** A stem to look for, and how much it counts: 1 for a word of the question itself. */
export interface WeightedTerm {
  readonly stem: string;
  readonly boost: number;
}

/** How common one term is; all 0 for a term that no report of the generation contains. */
export interface TermCounts {
  /** Paragraphs and sentences of the scope that contain it. */
  readonly paragraphs: number;
  readonly sentences: number;
  /** Paragraphs of the whole generation that contain it. */
  readonly everywhere: number;
}

/** What reading a question needs to know about the words of the scope. */
export interface ScopeStatistics {
  readonly paragraphCount: number;
  readonly sentenceCount: number;
  /** Content words in a paragraph, and in a sentence, on average. */
  readonly paragraphLength: number;
  readonly sentenceLength: number;
  /** Paragraphs of the whole generation. */
  readonly everywhere: number;
  /** Occurrences that the source looks through in good time; more cost a search its speed. May be infinite. */
  readonly mostOccurrences: number;
  countsOf(stem: string): TermCounts;
  /** A number for each stem, the same in all reports; -1 for a stem that no report contains. */
  numberOf(stem: string): number;
  /** By word of the analysed report's text: the number of its stem; -1 for a function word. */
  numbersIn(report: IndexedReport): Int32Array;
  /** Whether the generation's reports write the stem with a capital more than twice as often as without. */
  readonly isName: (number: number) => boolean;
  /** Stems of the generation, maybe of others too, whose first four letters are `letters`. */
  stemsBeginning(letters: string): Iterable<string>;
  /** The first spelling of each term in each report of the generation, where it begins with `letter`. */
  spellingsBeginning(letter: string): Iterable<Spelling>;
}

/** A content word as the reports write it, folded. */
export interface Spelling {
  readonly word: string;
  readonly stem: string;
}

/** The search cannot be had, or not now. The message is for the log and the terminal, and holds no secret. */
export class SearchError extends Error {
  override readonly name = 'SearchError';
}

/** Finds the paragraphs worth a closer look. One contract test holds for all implementations. */
export interface CandidateSource {
  /** `words`: those of the question, folded. A source that must fetch its statistics may know no others. */
  lookup(words: readonly string[], scope: Scope): Promise<ScopeStatistics>;
  /**
   * At most `limit` paragraphs of the scope that contain any of the terms, best first by BM25 with the frequencies of
   * the whole generation times the number of terms found. What other generations hold does not change the order.
   * @throws {SearchError} when a server that the source asks does not answer: that says nothing about the reports
   */
  candidates(terms: readonly WeightedTerm[], scope: Scope, limit: number): Promise<readonly ParagraphRef[]>;
}
