import { createHash } from 'node:crypto';
import { type Answerer, createAnswerer } from '../answer/answer.ts';
import type { Report } from '../corpus/report.ts';
import { createLexicalRanker } from '../search/lexical-ranker.ts';
import type { Searcher } from '../search/searcher.ts';

/** All reports now served, with their index, under one content version. Nothing in it changes. */
export interface Library extends Answerer, Searcher {
  /** The first 8 hexadecimal digits of a SHA-256 over all reports: equal content, equal version. */
  readonly version: string;
  /** In order of id. */
  readonly reports: readonly Report[];
  /** Per report id, a hash of everything in it. */
  readonly contentHashes: ReadonlyMap<string, string>;
}

const VERSION_DIGITS = 8;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Indexes `reports`; the event loop gets its turn while that lasts. */
export async function createLibrary(reports: readonly Report[]): Promise<Library> {
  const contentHashes = new Map(reports.map((report) => [report.id, contentHash(report)]));
  const ranker = await createLexicalRanker(reports);
  return {
    version: sha256(JSON.stringify([...contentHashes])).slice(0, VERSION_DIGITS),
    reports,
    contentHashes,
    ...createAnswerer(ranker),
    search: (words, options) => ranker.search(words, options),
  };
}

/** Paragraphs follow from the body, so they need no place in the hash. */
function contentHash({ paragraphs: _, ...content }: Report): string {
  return sha256(JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1))));
}
