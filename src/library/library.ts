import { type Answerer, createAnswerer, shownIn } from '../answer/answer.ts';
import { analyseAndPrepare, type PreparedReport } from './prepared-report.ts';
import { type FoldedReport, isLinkable } from '../corpus/folded-report.ts';
import type { Report } from '../corpus/report.ts';
import { checkQuotation, type QuotationCheck } from '../quotation/check-quotation.ts';
import {
  createQuotationIndex,
  type QuotationIndex,
  type ReportTokens,
} from '../quotation/quotation-index.ts';
import { noReader, type Reader } from '../reader/reader.ts';
import { createMemorySource, type MemorySource, type Release } from '../search/index/memory-source.ts';
import { createLexicalRanker } from '../search/ranking/lexical-ranker.ts';
import type { Searcher } from '../search/ranking/ranker.ts';
import { createLanguages, type LanguageOf } from '../text/language.ts';
import { runCooperatively, runSync, type Task } from '../text/cooperative-task.ts';
import { sha256 } from './hashes.ts';

/** All reports now served, under one content version. Nothing in it changes. */
export interface Library extends Answerer, Searcher {
  /** The first 8 hexadecimal digits of a SHA-256 over all reports: equal content, equal version. */
  readonly version: string;
  /** In order of id. */
  readonly reports: readonly Report[];
  /** Per report id, a hash of everything in it. */
  readonly contentHashes: ReadonlyMap<string, string>;
  /** Whether the reports contain the quotation; see `checkQuotation`. They are indexed for it at the first check. */
  checkQuotation(quote: string): Promise<QuotationCheck>;
  /**
   * Finds, in slices, what showing passages of the reports takes: `attribute` and `fold` are quick afterwards, and may
   * hold the event loop for seconds before. `checkQuotation` has done it for what it returns; what `answer` returns is
   * attributed, and its reports are folded.
   * @throws when a report is not of this library
   */
  prepare(reports: readonly Report[]): Promise<void>;
  /** The report as links into its source need it. @throws when the report is not of this library */
  fold(report: Report): FoldedReport;
  /** Keeps the version in the index, for quick answers, until the result is called. */
  hold(): Promise<Release>;
}

export const findReport = ({ reports }: Pick<Library, 'reports'>, id: string): Report | undefined =>
  reports.find((report) => report.id === id);

/** What the libraries of one program share. */
export interface LibraryParts {
  readonly source: MemorySource;
  readonly languageOf: LanguageOf;
  readonly reader: Reader;
}

const VERSION_DIGITS = 8;

/** The reports that a check is about. */
function reportsIn(check: QuotationCheck): readonly Report[] {
  switch (check.kind) {
    case 'exact':
    case 'typographic':
      return check.places.map(({ report }) => report);
    case 'differs':
      return [check.report];
    case 'not-found':
    case 'too-short':
      return [];
  }
}

/**
 * The library of `prepared`. Each question and search holds the version in the index for as long as it takes, so a
 * library answers even when the index has forgotten it; then it is added again first.
 */
export function createLibrary(
  prepared: readonly PreparedReport[],
  { source, languageOf, reader }: LibraryParts,
): Library {
  const contentHashes = new Map(prepared.map(({ report, hash }) => [report.id, hash]));
  const generation = sha256(JSON.stringify([...contentHashes]));
  const ranker = createLexicalRanker({ source, generation, reports: prepared, languageOf });
  const byId = new Map(prepared.map((each) => [each.report.id, each]));
  const preparedOf = ({ id }: Report): PreparedReport => {
    const found = byId.get(id);
    if (found === undefined) throw new Error(`Cannot find the report "${id}" in this library`);
    return found;
  };
  const answerer = createAnswerer({
    ranker,
    statementsOf: (report) => preparedOf(report).statements(),
    reader,
  });

  let quotations: Promise<QuotationIndex> | undefined;
  function* indexQuotations(): Task<QuotationIndex> {
    const tokens: ReportTokens[] = [];
    for (const each of prepared) tokens.push(yield* each.quotationTokens());
    return yield* createQuotationIndex(tokens);
  }

  function* foldAll(reports: Iterable<Report>): Task<void> {
    for (const report of new Set(reports)) if (isLinkable(report)) yield* preparedOf(report).folded();
  }

  function* prepare(reports: readonly Report[]): Task<void> {
    for (const report of new Set(reports)) yield* preparedOf(report).statements();
    yield* foldAll(reports);
  }

  const hold = (): Promise<Release> => source.hold(generation, prepared);
  async function held<Result>(work: () => Promise<Result>): Promise<Result> {
    const release = await hold();
    try {
      return await work();
    } finally {
      release();
    }
  }

  return {
    version: generation.slice(0, VERSION_DIGITS),
    hold,
    reports: prepared.map(({ report }) => report),
    contentHashes,
    async checkQuotation(quote) {
      quotations ??= runCooperatively(indexQuotations());
      const check = await runCooperatively(checkQuotation(quote, await quotations));
      await runCooperatively(prepare(reportsIn(check)));
      return check;
    },
    prepare: (reports) => runCooperatively(prepare(reports)),
    fold: (report) => runSync(preparedOf(report).folded()),
    attribute: (found) => answerer.attribute(found),
    async answer(question, options) {
      const answer = await held(() => answerer.answer(question, options));
      await runCooperatively(foldAll(shownIn(answer).map(({ report }) => report)));
      return answer;
    },
    search: (words, options) => held(() => ranker.search(words, options)),
  };
}

/** A library of reports that will not change, for programs that serve no others. */
export async function createFixedLibrary(
  reports: readonly Report[],
  reader: Reader = noReader,
): Promise<Library> {
  const parts = { source: createMemorySource(), languageOf: createLanguages(), reader };
  const prepared: PreparedReport[] = [];
  for (const report of reports) prepared.push(await analyseAndPrepare(report, parts.languageOf));
  const library = createLibrary(prepared, parts);
  await library.hold();
  return library;
}
