import type { Measures } from '../../eval/measure.ts';
import { drawShares } from './charts.ts';
import type { Contender } from '../contender.ts';
import { renderPercent } from './figures.ts';
import { chartLink, renderTable, type Section } from './section.ts';

export interface QualityRow {
  readonly contender: Contender;
  /** Of the package measured. */
  readonly version: string;
  readonly measures: Measures;
}

/** Shares in per cent. `source` says which questions were asked, about which reports. */
export function renderQuality(rows: readonly QualityRow[], source: string): Section {
  const [first] = rows;
  const refusals = first ? ['off-topic', 'near-miss'].filter((kind) => kind in first.measures.refused) : [];
  const table = renderTable(
    [
      'contender',
      'right first (%)',
      'in first 3 (%)',
      'MRR',
      'refused wrongly (%)',
      ...refusals.map((kind) => `refused: ${kind} (%)`),
    ],
    rows.map(({ contender, measures }) => [
      contender.name,
      renderPercent(measures.hit1),
      renderPercent(measures.hit3),
      measures.mrr.toFixed(3),
      // A library of search refuses nothing, so there is nothing to compare.
      ...[measures.wronglyRefused, ...refusals.map((kind) => measures.refused[kind])].map((share) =>
        contender.package === undefined ? renderPercent(share) : '–',
      ),
    ]),
  );
  const answerable = first?.measures.answerable ?? 0;
  const text = `${source}: ${answerable} of the questions have an answer. A question about one report is asked of that report
alone; for a rival, of an index of its own. MRR is the mean of 1 / the right paragraph's rank among ten.

${table}

${chartLink('quality.svg', 'Share of questions with the right paragraph first, by contender')}

How each is set:

${rows.map(({ contender, version }) => `- ${contender.name} ${version}: ${contender.setting}.`).join('\n')}`;
  const shares = rows.map(({ contender, measures }) => ({ name: contender.name, share: measures.hit1 }));
  return {
    title: 'Quality',
    text,
    charts: [{ file: 'quality.svg', svg: drawShares('Right paragraph first', shares) }],
  };
}
