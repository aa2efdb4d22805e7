import { setImmediate } from 'node:timers/promises';
import { countParagraphs } from '../../corpus/report.ts';
import { MOST_PARAGRAPHS } from '../../corpus/parse-report.ts';
import { runCooperatively, type Task } from '../../text/cooperative-task.ts';
import type { CandidateSource, Scope } from '../candidate-source.ts';
import { deriveGeneration, type Generation, statisticsOf } from './generation.ts';
import { bestOf, createParagraphDocuments } from './paragraph-documents.ts';
import { type RemoteDocuments, type RemoteGeneration, scoreParagraphs } from './remote-documents.ts';
import type { IndexedReport } from './report-analysis.ts';
import { countUses, createReportNumbers } from './report-numbers.ts';

/**
 * A candidate source in this process's memory: one index for all generations that somebody holds. Of large ones it has the
 * words and what is counted of them, and a server has the paragraphs.
 */
export interface MemorySource extends CandidateSource {
  /**
   * Makes `generation` searchable until the result is called: adds, in slices, what no other generation contains.
   * A name must always stand for the same reports.
   */
  hold(generation: string, reports: readonly IndexedReport[]): Promise<Release>;
  /** Paragraphs in this index, those of several generations once. */
  readonly size: number;
}

/** To be called once. What no generation contains any more is removed, in slices. */
export type Release = () => void;

interface Held {
  holders: number;
  readonly built: Promise<Generation>;
  /** Where its paragraphs are; absent: in memory. */
  readonly remote: RemoteGeneration | undefined;
  /** Absent until `built`. */
  generation?: Generation;
}

/**
 * Paragraphs that are searched between two chances for the event loop: some 20 ms for a word that all contain; 10,000 at
 * once took up to 80. Each shelf has a table of words of its own, which takes 3.2 MB for 1,000 of 50,000 paragraphs instead
 * of 2.5 in one.
 */
const SHELF_SIZE = MOST_PARAGRAPHS;
/** Some 20 ms of searching in memory. */
const MOST_OCCURRENCES = 12_000;

export interface MemorySourceOptions {
  readonly shelfSize?: number;
  /** Where the paragraphs of large generations are; absent: in memory, as all others. */
  readonly remote?: RemoteDocuments | undefined;
}

export function createMemorySource({
  shelfSize = SHELF_SIZE,
  remote,
}: MemorySourceOptions = {}): MemorySource {
  const { vocabulary, ...words } = createReportNumbers();
  const memory = createParagraphDocuments(vocabulary, shelfSize);
  const documents = countUses(memory);
  const generations = new Map<string, Held>();
  /** Changes follow one another, each in slices and a turn of its own. A failed one has told whoever asked for it. */
  let changes: Promise<unknown> = Promise.resolve();

  function change<Result>(work: () => Task<Result>): Promise<Result> {
    const done = changes.then(() => setImmediate()).then(() => runCooperatively(work()));
    changes = done.catch(() => undefined);
    return done;
  }

  function* build(reports: readonly IndexedReport[], isRemote: boolean): Task<Generation> {
    for (const report of reports) {
      yield* words.add(report);
      if (!isRemote) yield* documents.add(report);
    }
    const base = [...generations.values()].findLast(({ generation }) => generation !== undefined);
    return yield* deriveGeneration(base?.generation, reports, vocabulary);
  }

  function open(name: string, reports: readonly IndexedReport[]): Held {
    const size = countParagraphs(reports.map(({ report }) => report));
    const elsewhere = remote && size >= remote.from ? remote.open(reports) : undefined;
    const built = change(() => build(reports, elsewhere !== undefined));
    const held: Held = { holders: 0, built, remote: elsewhere };
    generations.set(name, held);
    return held;
  }

  function close(name: string, reports: readonly IndexedReport[], elsewhere?: RemoteGeneration): void {
    generations.delete(name);
    elsewhere?.close();
    void change(function* () {
      for (const report of reports) {
        if (elsewhere === undefined) yield* documents.remove(report);
        yield* words.remove(report);
      }
    });
  }

  function find({ generation: name, report: id }: Scope): {
    readonly generation: Generation;
    readonly remote: RemoteGeneration | undefined;
    readonly report?: IndexedReport;
  } {
    const { generation, remote } = generations.get(name) ?? {};
    if (generation === undefined) throw new Error(`Cannot search generation "${name}": nobody holds it`);
    if (id === undefined) return { generation, remote };
    const report = generation.reports.find((each) => each.report.id === id);
    if (report === undefined) throw new Error(`Cannot search report "${id}": the generation has none`);
    return { generation, remote, report };
  }

  return {
    get size() {
      return memory.size;
    },
    async hold(name, reports) {
      const held = generations.get(name) ?? open(name, reports);
      held.holders++;
      held.generation = await held.built;
      await held.remote?.begun;
      return () => {
        held.holders--;
        if (held.holders === 0) close(name, reports, held.remote);
      };
    },
    async lookup(_, scope) {
      const { generation, remote, report } = find(scope);
      const mostOccurrences = remote ? Infinity : MOST_OCCURRENCES;
      return { ...statisticsOf(generation, vocabulary, report), mostOccurrences };
    },
    async candidates(terms, scope, limit) {
      const { generation, remote, report } = find(scope);
      if (remote === undefined) return runCooperatively(memory.find(terms, generation, report?.hash, limit));
      const found = await remote.find(terms, report?.hash, limit);
      const scored = await runCooperatively(scoreParagraphs(found, terms, generation, vocabulary));
      return bestOf(scored, generation, limit);
    },
  };
}
