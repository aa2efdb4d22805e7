import type { ClusterFigures } from '../bot/cluster.ts';
import { quantile, sorted } from '../statistics.ts';
import { renderNumber } from './figures.ts';
import { renderTable, type Section } from './section.ts';

export function renderCluster({ plan, publishMs, ...figures }: ClusterFigures): Section {
  const ordered = sorted(publishMs);
  const rows: readonly (readonly [what: string, found: string, wanted: string])[] = [
    [
      'start of the first process, alone, until it is connected (s)',
      renderNumber(figures.startMs / 1000),
      '3',
    ],
    ['questions', figures.asked.toLocaleString('en-GB'), ''],
    ["answers with another server's text", String(figures.wrongServer), '0'],
    ['answers from two generations', String(figures.mixed), '0'],
    ['answers from a generation replaced 3 s before', String(figures.late), '0'],
    ['questions that were not answered', String(figures.unanswered), '0'],
    ['publishing one report, median (ms)', renderNumber(quantile(ordered, 0.5)), ''],
    ['publishing one report, most (ms)', renderNumber(quantile(ordered, 1)), ''],
    [
      `publishing ${plan.paragraphs.toLocaleString('en-GB')} paragraphs, until all serve them (s)`,
      renderNumber(figures.large.wholeMs / 1000),
      '',
    ],
    ['of this, since they were published (s)', renderNumber(figures.large.followMs / 1000), '3'],
    ['as many once more, all changed (s)', renderNumber(figures.again.wholeMs / 1000), ''],
    ['of this, since they were published (s)', renderNumber(figures.again.followMs / 1000), '3'],
    ['PostgreSQL, for each of these paragraphs (bytes)', renderNumber(figures.databaseBytes), ''],
    ['OpenSearch, for each of these paragraphs (bytes)', renderNumber(figures.indexBytes), ''],
  ];
  const text = `Three processes on three shards of one Discord, over PostgreSQL and OpenSearch on this machine, all with
these processors. ${plan.servers} servers have a report each; for ${plan.seconds} seconds one of these is published each
second, and ten questions a second are asked, without the reader.

${renderTable(['', 'found', 'wanted'], rows)}`;
  return { title: 'Several processes', text, charts: [] };
}
