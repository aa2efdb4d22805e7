import type { Task } from '../../text/cooperative-task.ts';
import { bm25, idf } from '../bm25.ts';
import type { WeightedTerm } from '../candidate-source.ts';
import { type Generation, type IndexVocabulary, numbersIn } from './generation.ts';
import type { FoundParagraph } from './paragraph-shelf.ts';
import { type IndexedReport, termsOf } from './report-analysis.ts';

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
  const scored: FoundParagraph[] = [];
  for (const { hash, at } of keys) {
    yield;
    const report = reports[order.get(hash) ?? -1];
    if (report === undefined) continue;
    const { termOf } = numbersIn(vocabulary, report);
    const sought = new Map(numbers.map((number, place) => [termOf(number), place]));
    const contained = termsOf(report.analysis, at);
    const found = terms.map(() => 0);
    for (const term of contained) {
      const place = sought.get(term);
      if (place !== undefined) found[place] = (found[place] ?? 0) + 1;
    }
    const relativeLength = new Set(contained).size / (distinctTerms / paragraphs);
    const held = found.filter((count) => count > 0).length;
    // Equal paragraphs score the same to this precision.
    const score = Math.fround(bm25({ counts: found, weights, relativeLength }) * held);
    if (held > 0) scored.push({ hash, at, score });
  }
  return scored;
}
