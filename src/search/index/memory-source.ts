import MiniSearch, { type SearchResult } from 'minisearch';
import { runCooperatively, type Task } from '../../text/cooperative-task.ts';
import { B, idf, K } from '../bm25.ts';
import type { CandidateSource, ParagraphRef, Scope, WeightedTerm } from '../candidate-source.ts';
import {
  deriveGeneration,
  type Generation,
  numbersIn,
  spellingKey,
  spellingsOf,
  statisticsOf,
} from './generation.ts';
import type { IndexedReport } from './report-analysis.ts';
import { createStringTable } from './string-table.ts';

/** A candidate source in this process's memory: one MiniSearch for all generations that somebody holds. */
export interface MemorySource extends CandidateSource {
  /**
   * Makes `generation` searchable until the result is called: adds, in slices, what no other generation contains.
   * A name must always stand for the same reports.
   */
  hold(generation: string, reports: readonly IndexedReport[]): Promise<Release>;
  /** Paragraphs in memory, those of several generations once. */
  readonly size: number;
}

/** To be called once. What no generation contains any more is removed, in slices. */
export type Release = () => void;

interface Held {
  holders: number;
  readonly built: Promise<Generation>;
  /** Absent until `built`. */
  generation?: Generation;
}

/** One paragraph, as MiniSearch takes it. */
interface Document {
  /** `<hash of its report>#<at>` */
  readonly id: string;
  readonly hash: string;
  readonly at: number;
  /** Its terms in order, each after a line end: the one character that none has. */
  readonly stems: string;
}

const splitStems = (stems: string): string[] => stems.split('\n').slice(1);

export function createMemorySource(): MemorySource {
  const documents = new MiniSearch<Document>({
    fields: ['stems'],
    storeFields: ['hash', 'at'],
    tokenize: splitStems,
    processTerm: (stem) => stem,
  });
  const vocabulary = {
    stems: createStringTable(4),
    spellings: createStringTable(1),
    numbers: new Map<string, Int32Array>(),
  };
  /** By number of a stem: how many documents contain it; and the sum over all stems. */
  const holders: number[] = [];
  let distinctTerms = 0;
  const generations = new Map<string, Held>();
  /** By hash: how many generations contain the report. */
  const uses = new Map<string, number>();
  /** Changes follow one another, each in slices. A failed one has told whoever asked for it. */
  let changes: Promise<unknown> = Promise.resolve();

  function change<Result>(work: () => Task<Result>): Promise<Result> {
    const done = changes.then(() => runCooperatively(work()));
    changes = done.catch(() => undefined);
    return done;
  }

  function count(terms: ReadonlySet<number>, numbers: Int32Array, by: 1 | -1): void {
    for (const term of terms) {
      const number = numbers[term] ?? -1;
      holders[number] = (holders[number] ?? 0) + by;
    }
    distinctTerms += by * terms.size;
  }

  function* add(report: IndexedReport): Task<void> {
    const used = uses.get(report.hash) ?? 0;
    uses.set(report.hash, used + 1);
    if (used > 0) return;
    const numbers = new Int32Array(report.analysis.terms.length);
    vocabulary.numbers.set(report.hash, numbers);
    for (const [term, stem] of report.analysis.terms.entries()) {
      numbers[term] = vocabulary.stems.use(stem);
      yield;
    }
    for (const spelling of spellingsOf(report)) {
      vocabulary.spellings.use(spellingKey(spelling));
      yield;
    }
    for (const { document, terms } of documentsOf(report)) {
      documents.add(document);
      count(terms, numbers, 1);
      yield;
    }
  }

  function* remove(report: IndexedReport): Task<void> {
    const left = (uses.get(report.hash) ?? 0) - 1;
    uses.set(report.hash, left);
    if (left > 0) return;
    uses.delete(report.hash);
    const numbers = numbersIn(vocabulary, report);
    for (const { document, terms } of documentsOf(report)) {
      documents.remove(document);
      count(terms, numbers, -1);
      yield;
    }
    vocabulary.numbers.delete(report.hash);
    for (const stem of report.analysis.terms) {
      vocabulary.stems.release(stem);
      yield;
    }
    for (const spelling of spellingsOf(report)) {
      vocabulary.spellings.release(spellingKey(spelling));
      yield;
    }
  }

  function* build(reports: readonly IndexedReport[]): Task<Generation> {
    for (const report of reports) yield* add(report);
    const base = [...generations.values()].findLast(({ generation }) => generation !== undefined);
    return yield* deriveGeneration(base?.generation, reports, vocabulary);
  }

  function open(name: string, reports: readonly IndexedReport[]): Held {
    const held: Held = { holders: 0, built: change(() => build(reports)) };
    generations.set(name, held);
    return held;
  }

  function close(name: string, reports: readonly IndexedReport[]): void {
    generations.delete(name);
    void change(function* () {
      for (const report of reports) yield* remove(report);
    });
  }

  function find({ generation: name, report: id }: Scope): {
    readonly generation: Generation;
    readonly report?: IndexedReport;
  } {
    const generation = generations.get(name)?.generation;
    if (generation === undefined) throw new Error(`Cannot search generation "${name}": nobody holds it`);
    if (id === undefined) return { generation };
    const report = generation.reports.find((each) => each.report.id === id);
    if (report === undefined) throw new Error(`Cannot search report "${id}": the generation has none`);
    return { generation, report };
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
    async hold(name, reports) {
      const held = generations.get(name) ?? open(name, reports);
      held.holders++;
      held.generation = await held.built;
      return () => {
        held.holders--;
        if (held.holders === 0) close(name, reports);
      };
    },
    async lookup(_, scope) {
      const { generation, report } = find(scope);
      return statisticsOf(generation, vocabulary, report);
    },
    async candidates(terms, scope, limit) {
      const { generation, report } = find(scope);
      const isWanted = (hash: string): boolean =>
        report === undefined ? generation.order.has(hash) : hash === report.hash;
      return firstOf(search(terms, generation, isWanted), generation, limit);
    },
  };
}

/** The report's paragraphs, each with the different terms in it. */
function* documentsOf({ hash, analysis }: IndexedReport): Generator<{
  readonly document: Document;
  readonly terms: ReadonlySet<number>;
}> {
  const { text, wordTerms, sentenceStarts, paragraphStarts } = analysis;
  const written = analysis.terms.map((stem) => `\n${stem}`);
  for (let paragraph = 0; paragraph + 1 < paragraphStarts.length; paragraph++) {
    const end = sentenceStarts[paragraphStarts[paragraph + 1] ?? 0] ?? 0;
    const terms = new Set<number>();
    let stems = '';
    for (let at = sentenceStarts[paragraphStarts[paragraph] ?? 0] ?? 0; at < end; at++) {
      const term = wordTerms[text[at] ?? -1] ?? -1;
      if (term < 0) continue;
      terms.add(term);
      stems += written[term] ?? '';
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
