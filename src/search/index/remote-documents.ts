import type { Task } from '../../text/cooperative-task.ts';
import type { Span } from '../../text/span.ts';
import { bm25, idf } from '../bm25.ts';
import type { WeightedTerm } from '../candidate-source.ts';
import { type Generation, type IndexVocabulary, numbersIn } from './generation.ts';
import type { FoundParagraph } from './paragraph-shelf.ts';
import { type IndexedReport, type ReportAnalysis, wordsOf } from './report-analysis.ts';

/** Paragraphs that a server keeps, for generations that are too large for this process. */
export interface RemoteDocuments {
  /** A generation of as many paragraphs is searched there, a smaller one in memory. */
  readonly from: number;
  /** Brings in what the server lacks of the reports, and again while it cannot, until the result is closed. */
  open(reports: readonly IndexedReport[]): RemoteGeneration;
}

export interface RemoteGeneration {
  /** Resolves when the reports can be searched, or when that is put off because the server fails. Never rejects. */
  readonly begun: Promise<void>;
  /**
   * Paragraphs of the reports, or of the one with that hash, that contain any of the terms: at least the likeliest
   * `limit`, in any order.
   * @throws {SearchError}
   */
  find(
    terms: readonly WeightedTerm[],
    hash: string | undefined,
    limit: number,
  ): Promise<readonly ParagraphKey[]>;
  close(): void;
}

export type ParagraphKey = Pick<FoundParagraph, 'hash' | 'at'>;

/**
 * The paragraphs with their scores among those of the generation, in the order of `keys`; what is not of the generation,
 * or contains no term, is left out.
 */
export function* scoreParagraphs(
  keys: readonly ParagraphKey[],
  terms: readonly WeightedTerm[],
  { reports, order, counts }: Generation,
  vocabulary: IndexVocabulary,
): Task<readonly FoundParagraph[]> {
  const { paragraphs, distinctTerms } = counts.totals;
  const numbers = terms.map(({ stem }) => vocabulary.stems.find(stem) ?? -1);
  const weights = terms.map(
    ({ boost }, at) => boost * idf(paragraphs, counts.paragraphs[numbers[at] ?? -1] ?? 0),
  );
  const placeOf = new Map(numbers.map((number, place) => [number, place]));
  const countDifferent = createCountDifferent();
  const scored: FoundParagraph[] = [];
  for (const { hash, at } of keys) {
    yield;
    const report = reports[order.get(hash) ?? -1];
    if (report === undefined) continue;
    const words = wordsOf(report.analysis, at);
    const { text } = numbersIn(vocabulary, report);
    const found = new Float64Array(terms.length);
    for (let word = words.start; word < words.end; word++) {
      const number = text[word] ?? -1;
      const place = number < 0 ? undefined : placeOf.get(number);
      if (place !== undefined) found[place] = (found[place] ?? 0) + 1;
    }
    const held = found.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
    if (held === 0) continue;
    const relativeLength = countDifferent(report.analysis, words) / (distinctTerms / paragraphs);
    // Equal paragraphs score the same to this precision.
    scored.push({ hash, at, score: Math.fround(bm25({ counts: found, weights, relativeLength }) * held) });
  }
  return scored;
}

/** How many different terms some words contain; a set for each paragraph would be half of the whole work. */
function createCountDifferent(): (analysis: ReportAnalysis, words: Span) => number {
  /** By term of a report: in which call it was last seen, counted from 1. */
  let last = new Int32Array();
  let call = 0;
  return ({ terms, textTerms }, { start, end }) => {
    if (last.length < terms.length) last = new Int32Array(2 * terms.length);
    call++;
    let different = 0;
    for (let at = start; at < end; at++) {
      const term = textTerms[at] ?? -1;
      if (term < 0 || last[term] === call) continue;
      last[term] = call;
      different++;
    }
    return different;
  };
}
