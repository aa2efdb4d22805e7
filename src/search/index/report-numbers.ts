import type { Task } from '../../text/cooperative-task.ts';
import {
  CHUNK,
  type IndexVocabulary,
  numbersIn,
  spellingKey,
  spellingOf,
  type StemNumbers,
  totalsOf,
} from './generation.ts';
import { indexNumbers } from './number-table.ts';
import type { IndexedReport } from './report-analysis.ts';
import { createStringTable } from './string-table.ts';

/** Reports of a vocabulary, each as often as somebody added it and did not remove it again. */
export interface ReportNumbers {
  readonly vocabulary: IndexVocabulary;
  add(report: IndexedReport): Task<void>;
  remove(report: IndexedReport): Task<void>;
}

/** Gives the words of reports their numbers. */
export function createReportNumbers(): ReportNumbers {
  const numbersOf = new Map<string, StemNumbers>();
  const vocabulary = { stems: createStringTable(4), spellings: createStringTable(1), numbers: numbersOf };
  return {
    vocabulary,
    ...countUses({
      *add(report) {
        const { terms, textTerms } = report.analysis;
        const numbers = new Int32Array(terms.length);
        const spellings = new Int32Array(terms.length);
        for (const term of terms.keys()) {
          const spelling = spellingOf(report, term);
          numbers[term] = vocabulary.stems.use(spelling.stem);
          spellings[term] = vocabulary.spellings.use(spellingKey(spelling));
          if (term % CHUNK === 0) yield;
        }
        numbersOf.set(report.hash, {
          terms: numbers,
          spellings,
          text: textTerms.map((term) => numbers[term] ?? -1),
          termOf: yield* indexNumbers(numbers),
          totals: totalsOf(report),
        });
      },
      *remove(report) {
        const { terms, spellings } = numbersIn(vocabulary, report);
        numbersOf.delete(report.hash);
        for (const [term, number] of terms.entries()) {
          vocabulary.stems.release(number);
          vocabulary.spellings.release(spellings[term] ?? -1);
          if (term % CHUNK === 0) yield;
        }
      },
    }),
  };
}

/** Takes reports in and out. */
type ReportKeeper = Pick<ReportNumbers, 'add' | 'remove'>;

/** A keeper that is told of a report's first user and of its last alone. */
export function countUses(keeper: ReportKeeper): ReportKeeper {
  /** By hash. */
  const uses = new Map<string, number>();
  return {
    *add(report) {
      const used = uses.get(report.hash) ?? 0;
      uses.set(report.hash, used + 1);
      if (used === 0) yield* keeper.add(report);
    },
    *remove(report) {
      const left = (uses.get(report.hash) ?? 0) - 1;
      uses.set(report.hash, left);
      if (left > 0) return;
      uses.delete(report.hash);
      yield* keeper.remove(report);
    },
  };
}
