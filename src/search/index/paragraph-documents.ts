import type { Task } from '../../text/cooperative-task.ts';
import type { ParagraphRef, WeightedTerm } from '../candidate-source.ts';
import type { Generation, IndexVocabulary } from './generation.ts';
import { createParagraphShelf, type FoundParagraph, type ParagraphShelf } from './paragraph-shelf.ts';

/** The paragraphs of all generations. */
export interface ParagraphDocuments extends Pick<ParagraphShelf, 'size' | 'add' | 'remove'> {
  /** At most `limit` paragraphs of the generation, or of its report with that hash; best first. */
  find(
    terms: readonly WeightedTerm[],
    generation: Generation,
    hash: string | undefined,
    limit: number,
  ): Task<readonly ParagraphRef[]>;
}

export function createParagraphDocuments(vocabulary: IndexVocabulary, shelfSize: number): ParagraphDocuments {
  /** By hash of a report. */
  const shelfOf = new Map<string, ParagraphShelf>();
  const shelves = new Set<ParagraphShelf>();

  return {
    get size() {
      return [...shelves].reduce((sum, { size }) => sum + size, 0);
    },
    *add(report) {
      const most = shelfSize - report.report.paragraphs.length;
      const shelf = [...shelves].find(({ size }) => size <= most) ?? createParagraphShelf(vocabulary);
      shelves.add(shelf);
      shelfOf.set(report.hash, shelf);
      yield* shelf.add(report);
    },
    *remove(report) {
      const shelf = shelfOf.get(report.hash);
      yield* shelf?.remove(report) ?? [];
      shelfOf.delete(report.hash);
      if (shelf?.size === 0) shelves.delete(shelf);
    },
    *find(terms, generation, only, limit) {
      const hashes = only === undefined ? generation.reports.map(({ hash }) => hash) : [only];
      const isWanted = (hash: string): boolean =>
        only === undefined ? generation.order.has(hash) : hash === only;
      const found: FoundParagraph[] = [];
      for (const shelf of new Set(hashes.flatMap((hash) => shelfOf.get(hash) ?? []))) {
        found.push(...firstOf(shelf.search(terms, generation, isWanted), generation, limit));
        yield;
      }
      return bestOf(found, generation, limit);
    },
  };
}

/** At most `limit` of the paragraphs that were found in the generation, best first. */
export function bestOf(
  found: readonly FoundParagraph[],
  generation: Generation,
  limit: number,
): readonly ParagraphRef[] {
  const bestFirst = [...found].sort((a, b) => b.score - a.score);
  return firstOf(bestFirst, generation, limit).map(({ hash, at }) => ({
    report: generation.reports[generation.order.get(hash) ?? -1]?.report.id ?? '',
    at,
  }));
}

/** `found` is best first. Among equals those come first that come first in the generation. */
function firstOf(
  found: readonly FoundParagraph[],
  { order }: Generation,
  limit: number,
): readonly FoundParagraph[] {
  const last = found[limit - 1];
  const end = last === undefined ? -1 : found.findIndex(({ score }) => score < last.score);
  const orderOf = ({ hash }: FoundParagraph): number => order.get(hash) ?? -1;
  return found
    .slice(0, end < 0 ? found.length : end)
    .sort((a, b) => b.score - a.score || orderOf(a) - orderOf(b) || a.at - b.at)
    .slice(0, limit);
}
