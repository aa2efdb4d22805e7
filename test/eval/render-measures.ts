import type { Measures, Outcome } from './measure.ts';
import { renderTable } from '../../src/tools/render-table.ts';

/** The report that is asked. */
export const placeOf = ({ question }: Outcome): string => question.report ?? '(all reports)';

export interface MeasureGroups {
  readonly all: Measures;
  readonly reports: Readonly<Record<string, Measures>>;
}

const HEAD = 'report asked hit1 hit3 mrr refused wrong off-topic near-miss marked holds ece'.split(' ');

/** Shares in per cent, a line for each report. */
export function renderMeasures({ all, reports }: MeasureGroups): string {
  const rows = [...Object.entries(reports), ['all', all] as const].map(([name, of]) => {
    const { 'off-topic': offTopic, 'near-miss': nearMiss } = of.refused;
    const ranks = [of.hit1, of.hit3, of.mrr, of.wronglyRefused, of.quotedWrong, offTopic, nearMiss];
    const rest = [of.marked, of.markedHolds, of.calibrationError];
    return [name, String(of.answerable), ...[...ranks, ...rest].map(percent)];
  });
  return renderTable([HEAD, ...rows], (column) => column === 0);
}

const percent = (share: number | undefined): string => (share === undefined ? '-' : (100 * share).toFixed(1));

/** A line for each question that went wrong: how, with which confidence, and what was asked. */
export function renderMisses(outcomes: readonly Outcome[], quoteFrom: number): string {
  return outcomes
    .flatMap((outcome) => {
      const fault = findFault(outcome, quoteFrom);
      const { id, paragraph, question } = outcome.question;
      const place = `${placeOf(outcome)} ¶${paragraph ?? '-'}`;
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
