import type { Paragraph, Report } from '../corpus/report.ts';
import type { Span } from '../text/span.ts';
import { atOnce, inTurns, type Steps } from '../text/steps.ts';
import type { RankedParagraph, Ranker } from '../search/ranking/ranker.ts';
import { findNearTie } from '../search/ranking/near-tie.ts';
import { statementsOf } from '../attribution/find-statements.ts';
import { QUOTE_FROM } from './quote-from.ts';
import { sentenceBefore } from '../attribution/sentence-before.ts';
import { speakerOf } from '../attribution/speaker-of.ts';

/** A paragraph offered as an answer. */
export interface Passage {
  readonly report: Report;
  readonly paragraph: Paragraph;
  /** The sentence that answers, as a range of the report's body; absent when none clearly leads. */
  readonly sentence?: Span;
  /** Who the paragraph itself names as saying the sentence, as a range of the report’s body. */
  readonly speaker?: Span;
  /** The sentence right before the paragraph, when the paragraph cannot be understood without it. */
  readonly before?: Span;
  /** Compares passages of one answer; larger is better. */
  readonly score: number;
}

/**
 * `quoted`: the first passage answers, and we stand behind it. `related`: the nearest passages, offered as
 * "not an answer". `none`: nothing in the reports comes near. `missing` holds the words of the question, as
 * written, that occur nowhere in the reports searched.
 */
export type Answer =
  | {
      readonly kind: 'quoted';
      readonly passages: readonly [Passage, ...Passage[]];
      /** The first two passages fit as good as equally well, and differ in report or subject. */
      readonly tied: boolean;
    }
  | { readonly kind: 'related'; readonly passages: readonly Passage[]; readonly missing: readonly string[] }
  | { readonly kind: 'none'; readonly missing: readonly string[] };

export interface AnswerOptions {
  /** Id of the one report to answer from; absent: all of them. */
  readonly report?: string;
}

/** No answer offers more passages than this. */
export const MOST_PASSAGES = 10;

/** Answers questions from the paragraphs of a ranker. */
export interface Answerer {
  /** An empty question, or one of question words only, has no answer. */
  answer(question: string, options?: AnswerOptions): Promise<Answer>;
  /** Adds to a found paragraph who says it, and what must be read before it. */
  attribute(found: RankedParagraph): Passage;
}

export function createAnswerer(ranker: Ranker): Answerer {
  function attribute(found: RankedParagraph): Passage {
    const { report, paragraph, sentence } = found;
    const statements = atOnce(statementsOf(report));
    const speaker = speakerOf(statements, paragraph.number, sentence ?? paragraph.span);
    const before = sentenceBefore(report, paragraph.number, statements);
    return { ...found, ...(speaker && { speaker }), ...(before && { before }) };
  }

  return {
    attribute,
    async answer(question, { report } = {}) {
      const { paragraphs, confidence, missing } = await ranker.rank(question, {
        limit: MOST_PASSAGES,
        ...(report !== undefined && { report }),
      });
      await inTurns(readAll(paragraphs.map((each) => each.report)));
      const [first, ...others] = paragraphs.map(attribute);
      if (!first) return { kind: 'none', missing };
      if (confidence < QUOTE_FROM) return { kind: 'related', passages: [first, ...others], missing };
      return { kind: 'quoted', passages: [first, ...others], tied: isTied(paragraphs) };
    },
  };
}

/** Ten reports that nobody quoted before take a while together: others get their turn meanwhile. */
function* readAll(reports: readonly Report[]): Steps<void> {
  for (const report of reports) yield* statementsOf(report);
}

/** Whether the second passage fits as well as the first, and is about something else: of another report or section. */
function isTied(ranked: readonly RankedParagraph[]): boolean {
  const [first, second] = findNearTie(ranked);
  if (!first || !second) return false;
  return first.report !== second.report || first.paragraph.heading !== second.paragraph.heading;
}
