import type { Report } from '../../src/corpus/report.ts';
import { createLexicalRanker, type LexicalRanker } from '../../src/search/ranking/lexical-ranker.ts';
import { PARAGRAPH_FEATURES } from '../../src/search/ranking/observation.ts';
import type { LabelledQuestion } from '../../src/tools/labelled-questions.ts';

/** A short report, such as a news article. */
const PARAGRAPHS_IN_PIECE = 12;

export interface Pieces {
  readonly reports: readonly Report[];
  /** By a piece's id, a ranker that knows nothing else, as of a bot with one article. */
  readonly rankers: ReadonlyMap<string, LexicalRanker>;
  readonly questions: readonly LabelledQuestion[];
}

/**
 * The reports cut into short ones, and each question asked of the piece that answers it, or of the nearest one where
 * none does: in a short report a word is rare for other reasons, and weights must hold there too. Paragraphs keep
 * their numbers.
 */
export async function cutReports(
  ranker: LexicalRanker,
  reports: readonly Report[],
  questions: readonly LabelledQuestion[],
): Promise<Pieces> {
  const pieces = reports.flatMap((report) =>
    Array.from({ length: pieceOf(report.paragraphs.length) + 1 }, (_, piece) => ({
      ...report,
      id: pieceId(report.id, piece),
      paragraphs: report.paragraphs.filter(({ number }) => pieceOf(number) === piece),
    })),
  );
  const rankers = new Map<string, LexicalRanker>();
  for (const piece of pieces) rankers.set(piece.id, await createLexicalRanker([piece]));
  return {
    reports: pieces,
    rankers,
    questions: questions.flatMap((question) => {
      const paragraph = question.paragraph ?? nearest(ranker, question);
      if (question.report === undefined || paragraph === undefined) return [];
      return [{ ...question, report: pieceId(question.report, pieceOf(paragraph)) }];
    }),
  };
}

const pieceId = (id: string, piece: number): string => `${id}-piece-${piece}`;

const pieceOf = (paragraph: number): number => Math.floor((paragraph - 1) / PARAGRAPHS_IN_PIECE);

const BM25 = PARAGRAPH_FEATURES.indexOf('paragraphBm25');

function nearest(ranker: LexicalRanker, { question, report }: LabelledQuestion): number | undefined {
  const observations = ranker.observe(question, report === undefined ? {} : { report });
  const [first] = observations.toSorted((a, b) => (b.paragraph[BM25] ?? 0) - (a.paragraph[BM25] ?? 0));
  return first?.place.paragraph.number;
}
