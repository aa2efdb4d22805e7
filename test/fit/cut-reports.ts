import type { Report } from '../../src/corpus/report.ts';
import { rankerOver, type LexicalRanker } from '../../src/search/ranking/lexical-ranker.ts';
import { PARAGRAPH_FEATURES } from '../../src/search/ranking/observation.ts';
import type { LabelledQuestion } from '../eval/labelled-questions.ts';

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
  for (const piece of pieces) rankers.set(piece.id, await rankerOver([piece]));
  const asked: LabelledQuestion[] = [];
  for (const question of questions) {
    const paragraph = question.paragraph ?? (await nearest(ranker, question));
    if (question.report === undefined || paragraph === undefined) continue;
    asked.push({ ...question, report: pieceId(question.report, pieceOf(paragraph)) });
  }
  return { reports: pieces, rankers, questions: asked };
}

const pieceId = (id: string, piece: number): string => `${id}-piece-${piece}`;

const pieceOf = (paragraph: number): number => Math.floor((paragraph - 1) / PARAGRAPHS_IN_PIECE);

const BM25 = PARAGRAPH_FEATURES.indexOf('paragraphBm25');

async function nearest(
  ranker: LexicalRanker,
  { question, report }: LabelledQuestion,
): Promise<number | undefined> {
  const observations = await ranker.observe(question, report === undefined ? {} : { report });
  const [first] = observations.toSorted(
    (a, b) => (b.paragraphValues[BM25] ?? 0) - (a.paragraphValues[BM25] ?? 0),
  );
  return first?.paragraph.number;
}
