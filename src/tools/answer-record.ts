import type { Answer, Passage } from '../answer/answer.ts';
import { slice } from '../text/span.ts';

/** An answer as `ask --json` and `ask --batch` print it. Texts are verbatim. */
export interface AnswerRecord {
  readonly kind: Answer['kind'];
  readonly passages: readonly PassageRecord[];
}

interface PassageRecord {
  readonly report: string;
  /** Counted from 1. */
  readonly paragraph: number;
  readonly text: string;
  readonly sentence: string | null;
  readonly speaker: string | null;
  readonly score: number;
}

export const answerRecord = (answer: Answer): AnswerRecord => ({
  kind: answer.kind,
  passages: answer.kind === 'none' ? [] : answer.passages.map(passageRecord),
});

const passageRecord = ({ report, paragraph, sentence, speaker, score }: Passage): PassageRecord => ({
  report: report.id,
  paragraph: paragraph.number,
  text: slice(report.body, paragraph.span),
  sentence: sentence ? slice(report.body, sentence) : null,
  speaker: speaker ? slice(report.body, speaker) : null,
  score,
});
