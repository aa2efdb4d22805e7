import MiniSearch, { type SearchResult } from 'minisearch';
import type { Task } from '../../text/cooperative-task.ts';
import { B, idf, K } from '../bm25.ts';
import type { ParagraphRef, WeightedTerm } from '../candidate-source.ts';
import { type Generation, type IndexVocabulary, numbersIn } from './generation.ts';
import type { IndexedReport } from './report-analysis.ts';

/** The paragraphs of all generations in one MiniSearch. */
export interface ParagraphDocuments {
  readonly size: number;
  /** The report's terms must be in the vocabulary. */
  add(report: IndexedReport): Task<void>;
  remove(report: IndexedReport): Task<void>;
  /** At most `limit` paragraphs of the generation, or of its report with that hash; best first. */
  find(
    terms: readonly WeightedTerm[],
    generation: Generation,
    hash: string | undefined,
    limit: number,
  ): readonly ParagraphRef[];
}

/** One paragraph, as MiniSearch takes it. */
interface Document {
  /** `<hash of its report>#<at>` */
  readonly id: string;
  readonly hash: string;
  readonly at: number;
  /** Its terms in order, each after a line end: the one character that none contains. */
  readonly stems: string;
}

export function createParagraphDocuments(vocabulary: IndexVocabulary): ParagraphDocuments {
  const documents = new MiniSearch<Document>({
    fields: ['stems'],
    storeFields: ['hash', 'at'],
    tokenize: (stems) => stems.split('\n').slice(1),
    processTerm: (stem) => stem,
  });
  /** By number of a stem: how many documents contain it; and the sum over all stems. */
  const holders: number[] = [];
  let distinctTerms = 0;

  function count(terms: ReadonlySet<number>, numbers: Int32Array, by: 1 | -1): void {
    for (const term of terms) {
      const number = numbers[term] ?? -1;
      holders[number] = (holders[number] ?? 0) + by;
    }
    distinctTerms += by * terms.size;
  }

  /**
   * MiniSearch takes its frequencies from all that it contains. The boosts and parameters put those of the generation
   * in their place, so that its BM25 is the generation's own, but for a factor that all scores share.
   */
  function search(
    terms: readonly WeightedTerm[],
    { counts }: Generation,
    isWanted: (hash: string) => boolean,
  ): readonly SearchResult[] {
    const { paragraphs, distinctTerms: ownDistinctTerms } = counts.totals;
    if (ownDistinctTerms === 0) return [];
    const boosts = terms.map(({ stem, boost }) => {
      const number = vocabulary.stems.find(stem) ?? -1;
      const own = idf(paragraphs, counts.paragraphs[number] ?? 0);
      return (boost * own) / idf(documents.documentCount, holders[number] ?? 0);
    });
    const lengthRatio = distinctTerms / documents.documentCount / (ownDistinctTerms / paragraphs);
    const k = K * (1 - B + B * lengthRatio);
    return documents.search(terms.map(({ stem }) => `\n${stem}`).join(''), {
      boostTerm: (_, at) => boosts[at] ?? 1,
      bm25: { k, b: (K * B * lengthRatio) / k, d: 0 },
      filter: ({ hash }) => isWanted(hash),
    });
  }

  return {
    get size() {
      return documents.documentCount;
    },
    *add(report) {
      for (const { document, terms } of documentsOf(report)) {
        documents.add(document);
        count(terms, numbersIn(vocabulary, report).terms, 1);
        yield;
      }
    },
    *remove(report) {
      for (const { document, terms } of documentsOf(report)) {
        documents.remove(document);
        count(terms, numbersIn(vocabulary, report).terms, -1);
        yield;
      }
    },
    find(terms, generation, only, limit) {
      const isWanted = (hash: string): boolean =>
        only === undefined ? generation.order.has(hash) : hash === only;
      return firstOf(search(terms, generation, isWanted), generation, limit);
    },
  };
}

/** The report's paragraphs, each with the different terms in it. */
function* documentsOf({ hash, analysis }: IndexedReport): Generator<{
  readonly document: Document;
  readonly terms: ReadonlySet<number>;
}> {
  const { textTerms, sentenceStarts, paragraphStarts } = analysis;
  for (let paragraph = 0; paragraph + 1 < paragraphStarts.length; paragraph++) {
    const end = sentenceStarts[paragraphStarts[paragraph + 1] ?? 0] ?? 0;
    const terms = new Set<number>();
    let stems = '';
    for (let at = sentenceStarts[paragraphStarts[paragraph] ?? 0] ?? 0; at < end; at++) {
      const term = textTerms[at] ?? -1;
      if (term < 0) continue;
      terms.add(term);
      stems += `\n${analysis.terms[term] ?? ''}`;
    }
    yield { document: { id: `${hash}#${paragraph}`, hash, at: paragraph, stems }, terms };
  }
}

/** `found` is best first. Among equals those come first that come first in the generation. */
function firstOf(
  found: readonly SearchResult[],
  { reports, order }: Generation,
  limit: number,
): readonly ParagraphRef[] {
  // Equal paragraphs score the same to this precision, whatever else the index contains.
  const scoreOf = ({ score }: SearchResult): number => Math.fround(score);
  const last = found[limit - 1];
  const end = last === undefined ? -1 : found.findIndex((one) => scoreOf(one) < scoreOf(last));
  return found
    .slice(0, end < 0 ? found.length : end)
    .map((one) => ({ report: order.get(one['hash']) ?? -1, at: Number(one['at']), score: scoreOf(one) }))
    .sort((a, b) => b.score - a.score || a.report - b.report || a.at - b.at)
    .slice(0, limit)
    .map(({ report, at }) => ({ report: reports[report]?.report.id ?? '', at }));
}
