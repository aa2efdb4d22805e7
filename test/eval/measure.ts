import { judge } from '../../src/answer/judge.ts';
import { readStatements } from '../../src/attribution/find-statements.ts';
import type { Reader } from '../../src/reader/reader.ts';
import { slice } from '../../src/text/span.ts';
import type { Ranker } from '../../src/search/ranking/ranker.ts';
import type { LabelledQuestion } from './labelled-questions.ts';

/** What became of one question. */
export interface Outcome {
  readonly question: LabelledQuestion;
  readonly confidence: number;
  /** Of the right paragraph, from 0; -1 where it is not among the first ten, or there is none. */
  readonly rank: number;
  /** Whether the marked sentence holds an answer; undefined where none is marked. */
  readonly sentenceHolds: boolean | undefined;
}

export interface Measures {
  readonly answerable: number;
  /** Shares of the answerable questions: right paragraph first, among the first three, and the mean of 1 / its rank among ten. */
  readonly hit1: number;
  readonly hit3: number;
  readonly mrr: number;
  /** Shares of the answerable questions: not quoted; quoted with a wrong paragraph first. */
  readonly wronglyRefused: number;
  readonly quotedWrong: number;
  /** Share of the questions of that kind that are not quoted. */
  readonly refused: Readonly<Record<string, number>>;
  /**
   * How well the confidence tells answerable questions from those of that kind: the share of pairs in which the
   * answerable one has the higher confidence (area under the ROC curve; 0.5 is chance).
   */
  readonly auroc: Readonly<Record<string, number>>;
  /** Of quoted right paragraphs: with a sentence marked, and of those, with an answer in it. */
  readonly marked: number;
  readonly markedHolds: number;
  /** Expected calibration error: the mean distance of confidence and share of right first paragraphs, in ten bins. */
  readonly calibrationError: number;
}

/** Paragraphs in which the right one is looked for. */
const MOST = 10;
const BINS = 10;

export async function findOutcome(ranker: Ranker, question: LabelledQuestion): Promise<Outcome> {
  const { report } = question;
  const { paragraphs, confidence } = await ranker.rank(question.question, {
    limit: MOST,
    ...(report !== undefined && { report }),
  });
  const rank = paragraphs.findIndex(
    (found) =>
      found.paragraph.number === question.paragraph && (report === undefined || found.report.id === report),
  );
  const first = paragraphs[0];
  const marked = first?.sentence ? slice(first.report.body, first.sentence) : undefined;
  return {
    question,
    confidence: paragraphs.length === 0 ? 0 : confidence,
    rank,
    sentenceHolds:
      marked === undefined ? undefined : question.answers.some((answer) => marked.includes(answer)),
  };
}

/** The ranking with the reader's word in it, as answers come from it. */
export const rankerWith = (reader: Reader, ranker: Ranker): Ranker => ({
  rank: (question, options) => judge(question, options, { ranker, reader, statementsOf: readStatements }),
});

/** `quoteFrom` is the confidence from which the first paragraph is quoted. Shares of nothing are 0. */
export function measure(outcomes: readonly Outcome[], quoteFrom: number): Measures {
  const isQuoted = ({ confidence }: Outcome): boolean => confidence >= quoteFrom;
  const isFirst = ({ rank }: Outcome): boolean => rank === 0;
  const ofKind = (kind: string) => outcomes.filter(({ question }) => question.kind === kind);
  const answerable = ofKind('answerable');
  const quotedRight = answerable.filter((outcome) => isQuoted(outcome) && isFirst(outcome));
  const marked = quotedRight.filter(({ sentenceHolds }) => sentenceHolds !== undefined);
  const kinds = new Set(outcomes.map(({ question }) => question.kind));
  kinds.delete('answerable');
  const reciprocalRanks = answerable.map(({ rank }) => (rank < 0 ? 0 : 1 / (rank + 1)));
  return {
    answerable: answerable.length,
    hit1: shareOf(answerable, isFirst),
    hit3: shareOf(answerable, ({ rank }) => rank >= 0 && rank < 3),
    mrr: ratio(
      reciprocalRanks.reduce((sum, each) => sum + each, 0),
      answerable.length,
    ),
    wronglyRefused: shareOf(answerable, (outcome) => !isQuoted(outcome)),
    quotedWrong: shareOf(answerable, (outcome) => isQuoted(outcome) && !isFirst(outcome)),
    refused: Object.fromEntries(
      [...kinds].map((kind) => [kind, shareOf(ofKind(kind), (outcome) => !isQuoted(outcome))]),
    ),
    auroc: Object.fromEntries([...kinds].map((kind) => [kind, auroc(answerable, ofKind(kind))])),
    marked: ratio(marked.length, quotedRight.length),
    markedHolds: shareOf(marked, ({ sentenceHolds }) => sentenceHolds === true),
    calibrationError: calibrationError(outcomes),
  };
}

/** Mann and Whitney's U over the number of pairs; ties count half. */
function auroc(positive: readonly Outcome[], negative: readonly Outcome[]): number {
  let pairs = 0;
  for (const { confidence: one } of positive)
    for (const { confidence: other } of negative) pairs += one > other ? 1 : one === other ? 0.5 : 0;
  return ratio(pairs, positive.length * negative.length);
}

function calibrationError(outcomes: readonly Outcome[]): number {
  let error = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const inBin = outcomes.filter(
      ({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin,
    );
    const confidence = inBin.reduce((sum, outcome) => sum + outcome.confidence, 0);
    const right = inBin.filter(({ rank }) => rank === 0).length;
    error += Math.abs(confidence - right);
  }
  return ratio(error, outcomes.length);
}

const shareOf = (outcomes: readonly Outcome[], holds: (outcome: Outcome) => boolean): number =>
  ratio(outcomes.filter(holds).length, outcomes.length);

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
