import { setImmediate } from 'node:timers/promises';
import { MOST_PARAGRAPHS } from '../../corpus/parse-report.ts';
import { runCooperatively, type Task } from '../../text/cooperative-task.ts';
import type { CandidateSource, Scope } from '../candidate-source.ts';
import {
  CHUNK,
  deriveGeneration,
  type Generation,
  spellingKey,
  spellingOf,
  statisticsOf,
  type StemNumbers,
  totalsOf,
} from './generation.ts';
import { indexNumbers } from './number-table.ts';
import { createParagraphDocuments } from './paragraph-documents.ts';
import type { IndexedReport } from './report-analysis.ts';
import { createStringTable } from './string-table.ts';

/** A candidate source in this process's memory: one index for all generations that somebody holds. */
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

/**
 * Paragraphs that are searched between two chances for the event loop: some 20 ms for a word that all contain; 10,000 at
 * once took up to 80. Each shelf has a table of words of its own, which takes 3.2 MB for 1,000 of 50,000 paragraphs instead
 * of 2.5 in one.
 */
const SHELF_SIZE = MOST_PARAGRAPHS;

export function createMemorySource(shelfSize = SHELF_SIZE): MemorySource {
  const vocabulary = {
    stems: createStringTable(4),
    spellings: createStringTable(1),
    numbers: new Map<string, StemNumbers>(),
  };
  const documents = createParagraphDocuments(vocabulary, shelfSize);
  const generations = new Map<string, Held>();
  /** By hash: how many generations contain the report. */
  const uses = new Map<string, number>();
  /** Changes follow one another, each in slices and a turn of its own. A failed one has told whoever asked for it. */
  let changes: Promise<unknown> = Promise.resolve();

  function change<Result>(work: () => Task<Result>): Promise<Result> {
    const done = changes.then(() => setImmediate()).then(() => runCooperatively(work()));
    changes = done.catch(() => undefined);
    return done;
  }

  function* add(report: IndexedReport): Task<void> {
    const used = uses.get(report.hash) ?? 0;
    uses.set(report.hash, used + 1);
    if (used > 0) return;
    const { terms, textTerms } = report.analysis;
    const numbers = new Int32Array(terms.length);
    for (const term of terms.keys()) {
      const spelling = spellingOf(report, term);
      numbers[term] = vocabulary.stems.use(spelling.stem);
      vocabulary.spellings.use(spellingKey(spelling));
      if (term % CHUNK === 0) yield;
    }
    vocabulary.numbers.set(report.hash, {
      terms: numbers,
      text: textTerms.map((term) => numbers[term] ?? -1),
      termOf: yield* indexNumbers(numbers),
      totals: totalsOf(report),
    });
    yield* documents.add(report);
  }

  function* remove(report: IndexedReport): Task<void> {
    const left = (uses.get(report.hash) ?? 0) - 1;
    uses.set(report.hash, left);
    if (left > 0) return;
    uses.delete(report.hash);
    yield* documents.remove(report);
    vocabulary.numbers.delete(report.hash);
    for (const term of report.analysis.terms.keys()) {
      const spelling = spellingOf(report, term);
      vocabulary.stems.release(spelling.stem);
      vocabulary.spellings.release(spellingKey(spelling));
      if (term % CHUNK === 0) yield;
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

  return {
    get size() {
      return documents.size;
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
      return runCooperatively(documents.find(terms, generation, report?.hash, limit));
    },
  };
}
