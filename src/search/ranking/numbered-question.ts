import type { ScopeStatistics } from '../candidate-source.ts';
import type { ReportAnalysis } from '../index/report-analysis.ts';
import type { Question, TermMatch } from '../query/question.ts';

/** A question in the numbers of stems, so that texts are compared as integers. */
export interface NumberedQuestion {
  readonly question: Question;
  /** By number of a stem: which of the question's terms it stands for. */
  readonly matches: ReadonlyMap<number, readonly TermMatch[]>;
  /** By number: 1 where `matches` has it. Most are none, and this says so fastest. */
  readonly isMatch: Uint8Array;
  /** By number of a stem. */
  readonly isName: (number: number) => boolean;
}

/** A report's text, and by word of it the number of its stem; -1 for a function word. */
export interface NumberedText {
  readonly analysis: ReportAnalysis;
  readonly stems: Int32Array;
}

export function numberQuestion(question: Question, statistics: ScopeStatistics): NumberedQuestion {
  const matches = new Map([...question.matches].map(([stem, found]) => [statistics.numberOf(stem), found]));
  const isMatch = new Uint8Array(1 + Math.max(-1, ...matches.keys()));
  for (const number of matches.keys()) isMatch[number] = 1;
  return { question, matches, isMatch, isName: statistics.isName };
}
