import { type Answerer, createAnswerer } from '../answer/answer.ts';
import type { Report } from '../corpus/report.ts';
import { inTurns, type Steps } from '../text/steps.ts';
import { createLexicalRanker } from '../search/ranking/lexical-ranker.ts';
import type { Searcher } from '../search/ranking/searcher.ts';
import { contentHash, sha256 } from './report-hash.ts';

/** All reports now served, with their index, under one content version. Nothing in it changes. */
export interface Library extends Answerer, Searcher {
  /** The first 8 hexadecimal digits of a SHA-256 over all reports: equal content, equal version. */
  readonly version: string;
  /** In order of id. */
  readonly reports: readonly Report[];
  /** Per report id, a hash of everything in it. */
  readonly contentHashes: ReadonlyMap<string, string>;
}

export const findReport = ({ reports }: Pick<Library, 'reports'>, id: string): Report | undefined =>
  reports.find((report) => report.id === id);

const VERSION_DIGITS = 8;

/** Indexes `reports`; the event loop gets its turn while that lasts. Reports of an older library are not read again. */
export async function createLibrary(reports: readonly Report[]): Promise<Library> {
  const contentHashes = await inTurns(hashAll(reports));
  const ranker = await createLexicalRanker(reports);
  return {
    version: sha256(JSON.stringify([...contentHashes])).slice(0, VERSION_DIGITS),
    reports,
    contentHashes,
    ...createAnswerer(ranker),
    search: (words, options) => ranker.search(words, options),
  };
}

function* hashAll(reports: readonly Report[]): Steps<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  for (const report of reports) {
    hashes.set(report.id, contentHash(report));
    yield;
  }
  return hashes;
}
