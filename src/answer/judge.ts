import type { Statement } from '../attribution/find-statements.ts';
import type { Report } from '../corpus/report.ts';
import type { Reader } from '../reader/reader.ts';
import type { RankedParagraph, Ranker, Ranking, RankOptions } from '../search/ranking/ranker.ts';
import type { Part } from '../search/ranking/score.ts';
import type { Span } from '../text/span.ts';
import { runCooperatively, type Task } from '../text/cooperative-task.ts';
import { hearSpeakers } from './asked-speech.ts';
import { fuse, type ReadParagraph, shippedFusion } from './fusion.ts';
import { isReadable, markReading, READ_WHOLE, readNearest } from './read-nearest.ts';

/**
 * Quote from this confidence on, when the reader has read. Of 1,290 questions that neither has learnt from, each judged by
 * weights learnt without its report (`npm run fit-reader`), here 10.2 % of the answerable ones are not quoted, and 72 %
 * of the near-misses and 94 % of those on another subject are refused.
 */
export const QUOTE_FROM = 0.22;

/**
 * By words alone, quote when the ranker is at least this sure. Chosen on 7,054 questions about 16 articles, each judged
 * by weights learnt without its article (`npm run fit`): here 5 % of the answerable questions are not quoted, and 97 %
 * of those on another subject are refused.
 */
export const QUOTE_FROM_BY_WORDS = 0.153;
/** By words alone, where the reader should have read but was not ready or behind. */
export const QUOTE_FROM_UNREAD = 0.5;

/** Log-odds from which a paragraph without a word of the question is offered as near. */
const NEAR_FROM = -1;

/** A ranking in its final order, and what to make of it. */
export interface Judgement extends Ranking {
  readonly paragraphs: readonly (RankedParagraph & { readonly answer?: Span })[];
  /** The first paragraph answers when the confidence is at least this. */
  readonly quoteFrom: number;
  /** Whether the reader has read. */
  readonly isRead: boolean;
  /** What the confidence is made of, summing to its log-odds; empty where words alone decide. */
  readonly parts: readonly Part[];
}

export interface JudgeParts {
  readonly ranker: Ranker;
  readonly reader: Reader;
  /** Finds who says what in a report of the ranker's. */
  readonly statementsOf: (report: Report) => Task<readonly Statement[]>;
}

/** Ranks by words and reader together, or by words alone where the reader does not read. */
export async function judge(
  question: string,
  scope: Omit<RankOptions, 'limit'>,
  { ranker, reader, statementsOf }: JudgeParts,
): Promise<Judgement> {
  const ranking = await ranker.rank(question, { limit: READ_WHOLE, ...scope });
  const [first] = ranking.paragraphs;
  const isForeign = first !== undefined && !isReadable(first);
  const readings = isForeign ? undefined : await readNearest(reader, ranking.spelled, ranking);
  if (readings === undefined) {
    const isAwaited = !isForeign && (reader.state === 'ready' || reader.state === 'loading');
    return {
      ...ranking,
      paragraphs: ranking.paragraphs.filter(({ sharesWords }) => sharesWords),
      quoteFrom: isAwaited ? QUOTE_FROM_UNREAD : QUOTE_FROM_BY_WORDS,
      isRead: false,
      parts: [],
    };
  }
  const heard = await runCooperatively(hearSpeakers(ranking.spelled, ranking.paragraphs, statementsOf));
  const fused = fuse(ranking, readings, shippedFusion, heard);
  return {
    ...fused,
    paragraphs: fused.paragraphs
      .filter(({ sharesWords, reading }) => sharesWords || (reading?.relevance ?? -Infinity) > NEAR_FROM)
      .map(mark),
    quoteFrom: QUOTE_FROM,
    isRead: true,
  };
}

/** Marks the sentence that answers, and the words of it that the reader is sure of. */
function mark(found: ReadParagraph): RankedParagraph & { readonly answer?: Span } {
  const { paragraph, reading, heard } = found;
  const marked = { ...found, ...(reading && markReading(paragraph, reading)) };
  const { sentence } = marked;
  const isSaid = heard?.places.some(
    ({ start, end }) => sentence && start < sentence.end && sentence.start < end,
  );
  if (heard === undefined || isSaid || (sentence && heard.topicHeld === 0)) return marked;
  return { ...found, sentence: heard.places[0] };
}
