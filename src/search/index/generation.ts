import type { ScopeStatistics, Spelling, TermCounts } from '../candidate-source.ts';
import type { Task } from '../../text/cooperative-task.ts';
import type { IndexedReport } from './report-analysis.ts';
import type { FindNumber } from './number-table.ts';
import type { StringTable } from './string-table.ts';

/** The numbers that all generations of one index share. */
export interface IndexVocabulary {
  readonly stems: StringTable;
  /** Of `spellingKey`. */
  readonly spellings: StringTable;
  /** By hash of a report. */
  readonly numbers: ReadonlyMap<string, StemNumbers>;
}

/** The numbers of a report's stems: by term, and by word of its text, where a function word has -1. */
export interface StemNumbers {
  readonly terms: Int32Array;
  /** By term: the number of its spelling. */
  readonly spellings: Int32Array;
  readonly text: Int32Array;
  /** The term with a number. */
  readonly termOf: FindNumber;
  readonly totals: Totals;
}

export function numbersIn({ numbers }: IndexVocabulary, { hash, report }: IndexedReport): StemNumbers {
  const found = numbers.get(hash);
  if (found === undefined) throw new Error(`Cannot read the terms of "${report.id}": it is not indexed`);
  return found;
}

/** One published set of reports, and how often each of their words occurs in it. Nothing in it changes. */
export interface Generation {
  readonly reports: readonly IndexedReport[];
  /** By hash: index into `reports`. */
  readonly order: ReadonlyMap<string, number>;
  readonly counts: WordCounts;
}

/** Arrays are by number of a stem, `spellingReports` by number of a spelling; what is past their end counts 0. */
interface WordCounts {
  readonly paragraphs: Int32Array;
  readonly sentences: Int32Array;
  readonly capitals: Int32Array;
  readonly smalls: Int32Array;
  /** How many reports have the spelling. */
  readonly spellingReports: Int32Array;
  readonly totals: Totals;
}

export interface Totals {
  readonly paragraphs: number;
  readonly sentences: number;
  readonly contentWords: number;
  /** The sum over paragraphs of how many different terms each contains. */
  readonly distinctTerms: number;
}

const NO_COUNTS: WordCounts = {
  paragraphs: new Int32Array(),
  sentences: new Int32Array(),
  capitals: new Int32Array(),
  smalls: new Int32Array(),
  spellingReports: new Int32Array(),
  totals: { paragraphs: 0, sentences: 0, contentWords: 0, distinctTerms: 0 },
};

/** A spelling and its stem as one string, one alone where they are equal; neither has a line end. */
export const spellingKey = ({ word, stem }: Spelling): string => (word === stem ? stem : `${word}\n${stem}`);

/** Terms of a report between two chances for the event loop: some tenths of a millisecond. */
export const CHUNK = 500;

/** One spelling of a term: the first in the report. */
export function spellingOf({ analysis }: IndexedReport, term: number): Spelling {
  const stem = analysis.terms[term] ?? '';
  return { word: analysis.spellings[term] ?? stem, stem };
}

/**
 * The generation of `reports`, counted from `base` by what differs. All words of both must have their numbers in the
 * vocabulary.
 */
export function* deriveGeneration(
  base: Generation | undefined,
  reports: readonly IndexedReport[],
  vocabulary: IndexVocabulary,
): Task<Generation> {
  const order = new Map(reports.map(({ hash }, at) => [hash, at]));
  const removed = (base?.reports ?? []).filter(({ hash }) => !order.has(hash));
  const added = reports.filter(({ hash }) => base?.order.has(hash) !== true);
  const counts = copyCounts(base?.counts ?? NO_COUNTS, vocabulary);
  let { totals } = counts;
  for (const [changed, sign] of [
    [removed, -1],
    [added, 1],
  ] as const) {
    for (const report of changed) {
      yield* countWords(counts, report, sign, vocabulary);
      const own = numbersIn(vocabulary, report).totals;
      totals = {
        paragraphs: totals.paragraphs + sign * own.paragraphs,
        sentences: totals.sentences + sign * own.sentences,
        contentWords: totals.contentWords + sign * own.contentWords,
        distinctTerms: totals.distinctTerms + sign * own.distinctTerms,
      };
      yield;
    }
  }
  return { reports, order, counts: { ...counts, totals } };
}

function copyCounts(from: WordCounts, { stems, spellings }: IndexVocabulary): WordCounts {
  const copy = (array: Int32Array, size: number): Int32Array => {
    const copied = new Int32Array(Math.max(size, array.length));
    copied.set(array);
    return copied;
  };
  return {
    paragraphs: copy(from.paragraphs, stems.size),
    sentences: copy(from.sentences, stems.size),
    capitals: copy(from.capitals, stems.size),
    smalls: copy(from.smalls, stems.size),
    spellingReports: copy(from.spellingReports, spellings.size),
    totals: from.totals,
  };
}

function* countWords(
  counts: WordCounts,
  report: IndexedReport,
  sign: 1 | -1,
  vocabulary: IndexVocabulary,
): Task<void> {
  const { analysis } = report;
  const add = (array: Int32Array, number: number, count: number): void => {
    array[number] = (array[number] ?? 0) + sign * count;
  };
  const { terms, spellings } = numbersIn(vocabulary, report);
  for (const [at, number] of terms.entries()) {
    add(counts.paragraphs, number, analysis.paragraphsWith[at] ?? 0);
    add(counts.sentences, number, analysis.sentencesWith[at] ?? 0);
    add(counts.capitals, number, analysis.capitals[at] ?? 0);
    add(counts.smalls, number, analysis.smalls[at] ?? 0);
    add(counts.spellingReports, spellings[at] ?? -1, 1);
    if (at % CHUNK === 0) yield;
  }
}

export const totalsOf = ({ analysis }: IndexedReport): Totals => ({
  paragraphs: analysis.paragraphStarts.length - 1,
  sentences: analysis.sentenceStarts.length - 1,
  contentWords: analysis.textTerms.reduce((sum, term) => sum + (term < 0 ? 0 : 1), 0),
  distinctTerms: analysis.paragraphsWith.reduce((sum, count) => sum + count, 0),
});

/** Statistics of the whole generation, or of one report of it; `mostOccurrences` is up to who searches it. */
export function statisticsOf(
  { counts }: Generation,
  vocabulary: IndexVocabulary,
  one?: IndexedReport,
): Omit<ScopeStatistics, 'mostOccurrences'> {
  const { stems, spellings } = vocabulary;
  const own = one && numbersIn(vocabulary, one);
  const totals = own?.totals ?? counts.totals;
  const { paragraphs, sentences } =
    one === undefined
      ? counts
      : { paragraphs: one.analysis.paragraphsWith, sentences: one.analysis.sentencesWith };
  const countsOf = (stem: string): TermCounts => {
    const number = stems.find(stem) ?? -1;
    const everywhere = counts.paragraphs[number] ?? 0;
    const at = (own === undefined ? number : own.termOf(number)) ?? -1;
    return { paragraphs: paragraphs[at] ?? 0, sentences: sentences[at] ?? 0, everywhere };
  };
  return {
    paragraphCount: totals.paragraphs,
    sentenceCount: totals.sentences,
    paragraphLength: totals.contentWords / Math.max(1, totals.paragraphs),
    sentenceLength: totals.contentWords / Math.max(1, totals.sentences),
    everywhere: counts.totals.paragraphs,
    countsOf,
    numberOf: (stem) => stems.find(stem) ?? -1,
    numbersIn: (report) => numbersIn(vocabulary, report).text,
    isName: (number) => (counts.capitals[number] ?? 0) > 2 * (counts.smalls[number] ?? 0),
    stemsBeginning: (letters) => stems.beginning(letters),
    *spellingsBeginning(letter) {
      for (const key of spellings.beginning(letter)) {
        if ((counts.spellingReports[spellings.find(key) ?? -1] ?? 0) === 0) continue;
        const [word = '', stem = word] = key.split('\n');
        yield { word, stem };
      }
    },
  };
}
