import MiniSearch, { type SearchResult } from 'minisearch';
import type { Task } from '../../text/cooperative-task.ts';
import { B, idf, K } from '../bm25.ts';
import type { WeightedTerm } from '../candidate-source.ts';
import { type Generation, type IndexVocabulary, numbersIn } from './generation.ts';
import { type IndexedReport, termsOf } from './report-analysis.ts';

/** Paragraphs of whole reports in one MiniSearch, which searches all of them at once. */
export interface ParagraphShelf {
  readonly size: number;
  /** The report's terms must be in the vocabulary. */
  add(report: IndexedReport): Task<void>;
  remove(report: IndexedReport): Task<void>;
  /** The paragraphs of wanted reports, by hash, that contain any of the terms, best first; one scale for all shelves. */
  search(
    terms: readonly WeightedTerm[],
    generation: Generation,
    isWanted: (hash: string) => boolean,
  ): readonly FoundParagraph[];
}

export interface FoundParagraph {
  readonly hash: string;
  /** Index into the report's paragraphs. */
  readonly at: number;
  readonly score: number;
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

export function createParagraphShelf(vocabulary: IndexVocabulary): ParagraphShelf {
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
    /**
     * MiniSearch takes its frequencies from all that it contains. The boosts and parameters put those of the generation
     * in their place, so that its BM25 is the generation's own, but for the factor `k + 1`.
     */
    search(terms, { counts }, isWanted) {
      const { paragraphs, distinctTerms: ownDistinctTerms } = counts.totals;
      if (ownDistinctTerms === 0) return [];
      const boosts = terms.map(({ stem, boost }) => {
        const number = vocabulary.stems.find(stem) ?? -1;
        const own = idf(paragraphs, counts.paragraphs[number] ?? 0);
        return (boost * own) / idf(documents.documentCount, holders[number] ?? 0);
      });
      const lengthRatio = distinctTerms / documents.documentCount / (ownDistinctTerms / paragraphs);
      const k = K * (1 - B + B * lengthRatio);
      const found = documents.search(terms.map(({ stem }) => `\n${stem}`).join(''), {
        boostTerm: (_, at) => boosts[at] ?? 1,
        bm25: { k, b: (K * B * lengthRatio) / k, d: 0 },
        filter: ({ hash }) => isWanted(hash),
      });
      // Equal paragraphs score the same to this precision, whatever else the index contains.
      const scoreOf = ({ score }: SearchResult): number => Math.fround(score / (k + 1));
      return found.map((one) => ({ hash: one['hash'], at: one['at'], score: scoreOf(one) }));
    },
  };
}

/** The report's paragraphs, each with the different terms in it. */
function* documentsOf({ hash, analysis }: IndexedReport): Generator<{
  readonly document: Document;
  readonly terms: ReadonlySet<number>;
}> {
  for (let at = 0; at + 1 < analysis.paragraphStarts.length; at++) {
    const terms = termsOf(analysis, at);
    let stems = '';
    for (const term of terms) stems += `\n${analysis.terms[term] ?? ''}`;
    yield { document: { id: `${hash}#${at}`, hash, at, stems }, terms: new Set(terms) };
  }
}
