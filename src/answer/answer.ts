import type { Paragraph, Report } from '../corpus/report.ts';
import type { Span } from '../corpus/span.ts';
import type { RankedParagraph, Ranker } from '../search/ranker.ts';
import { findStatements, type Statement } from './find-statements.ts';
import { QUOTE_FROM } from './quote-from.ts';
import { speakerOf } from './speaker-of.ts';

/** A paragraph offered as an answer. */
export interface Passage {
  readonly report: Report;
  readonly paragraph: Paragraph;
  /** The sentence that answers, as a range of the report's body; absent when none clearly leads. */
  readonly sentence?: Span;
  /** Who the paragraph itself names as saying the sentence, as a range of the report’s body. */
  readonly speaker?: Span;
  /** Compares passages of one answer; larger is better. */
  readonly score: number;
}

/**
 * `quoted`: the first passage answers, and we stand behind it. `related`: the nearest passages, offered as
 * "not an answer". `none`: nothing in the reports comes near. `missing` holds the words of the question, as
 * written, that occur nowhere in the reports searched.
 */
export type Answer =
  | { readonly kind: 'quoted'; readonly passages: readonly [Passage, ...Passage[]] }
  | { readonly kind: 'related'; readonly passages: readonly Passage[]; readonly missing: readonly string[] }
  | { readonly kind: 'none'; readonly missing: readonly string[] };

export interface AnswerOptions {
  /** Id of the one report to answer from; absent: all of them. */
  readonly report?: string;
}

/** No answer offers more passages than this. */
export const MOST_PASSAGES = 10;

/** Answers questions from the paragraphs of a ranker. An empty question, or one of question words only, has no answer. */
export type Answerer = (question: string, options?: AnswerOptions) => Promise<Answer>;

/** Statements are found in a report when it is first quoted, because most reports never are. */
export function createAnswerer(ranker: Ranker): Answerer {
  const known = new Map<Report, readonly Statement[]>();
  const statementsOf = (report: Report): readonly Statement[] => {
    const statements = known.get(report) ?? findStatements(report);
    known.set(report, statements);
    return statements;
  };
  const attribute = (passage: RankedParagraph): Passage => {
    const { report, paragraph, sentence } = passage;
    const speaker = speakerOf(statementsOf(report), paragraph.number, sentence ?? paragraph.span);
    return speaker ? { ...passage, speaker } : passage;
  };
  return async (question, { report } = {}) => {
    const { paragraphs, confidence, missing } = await ranker.rank(question, {
      limit: MOST_PASSAGES,
      ...(report !== undefined && { report }),
    });
    const [first, ...others] = paragraphs.map(attribute);
    if (!first) return { kind: 'none', missing };
    return confidence >= QUOTE_FROM
      ? { kind: 'quoted', passages: [first, ...others] }
      : { kind: 'related', passages: [first, ...others], missing };
  };
}
