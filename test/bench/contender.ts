import { slice } from '../../src/text/span.ts';
import type { Report } from '../../src/corpus/report.ts';

/** Finds paragraphs, and gives their ids (see `indexedTexts`): best first, at most so many. */
export type Search = (question: string, limit: number) => Promise<readonly string[]> | readonly string[];

/** A way to find paragraphs, to be measured beside the others. */
export interface Contender {
  /** As the tables name it; no two are alike. */
  readonly name: string;
  /** The package in `node_modules` whose version is printed; absent for our own. */
  readonly package?: string;
  /** What is set, and which documentation recommends it. */
  readonly setting: string;
  build(reports: readonly Report[]): Promise<Search>;
}

export interface IndexedText {
  /** The report's id, a space, the paragraph's number. */
  readonly id: string;
  readonly text: string;
}

export const paragraphId = (report: string, number: number): string => `${report} ${number}`;

/** What every rival is given: the bare text of each paragraph. */
export function indexedTexts(reports: readonly Report[]): readonly IndexedText[] {
  return reports.flatMap(({ id, body, paragraphs }) =>
    paragraphs.map(({ number, span }) => ({ id: paragraphId(id, number), text: slice(body, span) })),
  );
}
