import type { Outcome } from './measure.ts';

/** A line for each question that went wrong: how, with which confidence, and what was asked. */
export function renderMisses(outcomes: readonly Outcome[], quoteFrom: number): string {
  return outcomes
    .flatMap((outcome) => {
      const fault = findFault(outcome, quoteFrom);
      const { id, report, paragraph, question } = outcome.question;
      const place = `${report ?? '(all reports)'} ¶${paragraph ?? '-'}`;
      return fault === undefined
        ? []
        : [`${fault}  ${outcome.confidence.toFixed(2)}  ${id}  ${place}  ${question}\n`];
    })
    .join('');
}

function findFault(
  { question, confidence, rank, sentenceHolds }: Outcome,
  quoteFrom: number,
): string | undefined {
  const isQuoted = confidence >= quoteFrom;
  if (question.kind !== 'answerable') return isQuoted ? `quoted ${question.kind}` : undefined;
  if (rank !== 0) return `rank ${rank < 0 ? 'none' : rank + 1}${isQuoted ? ', quoted' : ''}`;
  if (!isQuoted) return 'refused';
  return sentenceHolds === false ? 'wrong sentence' : undefined;
}
