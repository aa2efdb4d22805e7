import { drawSizes, type SizedValue } from './charts.ts';
import { megabytes, renderNumber, renderSpread } from './figures.ts';
import { chartLink, renderTable, type Section } from './section.ts';
import type { Timing, TimingOutcome } from '../speed.ts';
import { growthExponent, quantile, sorted, spreadOf } from '../statistics.ts';

/** All runs of one contender at one size. */
export interface SpeedCell {
  readonly name: string;
  readonly paragraphs: number;
  readonly outcomes: readonly TimingOutcome[];
}

/** With fewer questions than this, the slowest of a hundred is a guess. */
const FEWEST_FOR_P99 = 100;

const timingsOf = ({ outcomes }: SpeedCell): readonly Timing[] =>
  outcomes.flatMap((outcome) => (outcome.kind === 'timed' ? [outcome.timing] : []));

const medianOf = ({ times }: Timing): number => quantile(sorted(times), 0.5);

/** `base` names the contender that the others are compared with. */
export function renderSpeed(cells: readonly SpeedCell[], base: string): Section {
  const sizes = [...new Set(cells.map(({ paragraphs }) => paragraphs))];
  const tables = sizes.map((size) => {
    const rows = cells.filter(({ paragraphs }) => paragraphs === size);
    const baseMedian = rows.find(({ name }) => name === base);
    return `### ${size.toLocaleString('en-GB')} paragraphs, ${renderRuns(rows)}

${renderTable(
  [
    'contender',
    'build (ms)',
    'median (ms)',
    'p99 (ms)',
    `median / ${base}`,
    'MB per 1,000 ¶',
    'right first (%)',
  ],
  rows.map((cell) => renderRow(cell, baseMedian)),
)}`;
  });
  const charts = [
    { file: 'speed.svg', label: 'Milliseconds per question, median', valueOf: medianOf },
    {
      file: 'build.svg',
      label: 'Milliseconds to build the index',
      valueOf: ({ buildMs }: Timing) => buildMs,
    },
    { file: 'memory.svg', label: 'Megabytes of memory', valueOf: ({ bytes }: Timing) => megabytes(bytes) },
  ].map(({ file, label, valueOf }) => ({ file, label, svg: drawSizes(label, chartValues(cells, valueOf)) }));
  const text = `Made-up reports with the word frequencies of a language (Zipf's law; the same on every machine), about 100 words a
paragraph. Each question is made of a few words of one paragraph and asked of the whole library, ten paragraphs are wanted.
Every run is a process of its own, contenders in turn. Where there are several, the median of the runs stands, and in
brackets the least and the most. Memory is heap and array buffers after a collection, for the index alone.

${tables.join('\n\n')}

${charts.map(({ file, label }) => chartLink(file, `${label}, by contender and size of the library`)).join('\n\n')}

### Growth

What is measured grows with the number of paragraphs to this power, over the sizes at which it was measured: 1 is
proportional, less is better.

${renderGrowth(cells)}`;
  return { title: 'Speed and memory', text, charts: charts.map(({ file, svg }) => ({ file, svg })) };
}

function renderRuns(rows: readonly SpeedCell[]): string {
  const runs = Math.max(...rows.map(({ outcomes }) => outcomes.length));
  return runs === 1 ? 'one run' : `${runs} runs`;
}

function renderRow(cell: SpeedCell, base: SpeedCell | undefined): readonly string[] {
  const timings = timingsOf(cell);
  if (timings.length === 0) return [cell.name, renderFailure(cell), '–', '–', '–', '–', '–'];
  const asked = timings.flatMap(({ times }) => times);
  const baseTimings = base ? timingsOf(base) : [];
  const hasP99 = timings.every(({ times }) => times.length >= FEWEST_FOR_P99);
  const right = timings.reduce((sum, timing) => sum + timing.right, 0);
  return [
    cell.name,
    renderSpread(spreadOf(timings.map(({ buildMs }) => buildMs))),
    renderSpread(spreadOf(timings.map(medianOf))),
    hasP99
      ? renderSpread(spreadOf(timings.map(({ times }) => quantile(sorted(times), 0.99))))
      : `– (${timings[0]?.times.length ?? 0} asked)`,
    baseTimings.length > 0
      ? renderNumber(spreadOf(timings.map(medianOf)).median / spreadOf(baseTimings.map(medianOf)).median)
      : '–',
    renderSpread(spreadOf(timings.map(({ bytes }) => megabytes(bytes) / (cell.paragraphs / 1000)))),
    ((100 * right) / asked.length).toFixed(1),
  ];
}

function renderFailure({ outcomes }: SpeedCell): string {
  const why = outcomes.map((outcome): string => {
    switch (outcome.kind) {
      case 'timed':
        return '';
      case 'late':
        return outcome.doing === 'build'
          ? `not built within ${outcome.seconds} s`
          : `no question answered within ${outcome.seconds} s`;
      case 'left-out':
        return 'left out: the run had no time left';
      case 'ended':
        return `its process ended: ${outcome.how}`;
    }
  });
  return [...new Set(why)].join('; ');
}

function chartValues(
  cells: readonly SpeedCell[],
  valueOf: (timing: Timing) => number,
): readonly SizedValue[] {
  return cells.flatMap((cell) => {
    const timings = timingsOf(cell);
    const { name, paragraphs } = cell;
    return timings.length === 0 ? [] : [{ name, paragraphs, value: spreadOf(timings.map(valueOf)).median }];
  });
}

function renderGrowth(cells: readonly SpeedCell[]): string {
  const names = [...new Set(cells.map(({ name }) => name))];
  const measured = [({ buildMs }: Timing) => buildMs, medianOf, ({ bytes }: Timing) => bytes];
  return renderTable(
    ['contender', 'build', 'median per question', 'memory'],
    names.map((name) => [
      name,
      ...measured.map((valueOf) => {
        const points = chartValues(
          cells.filter((cell) => cell.name === name),
          valueOf,
        ).map(({ paragraphs, value }) => ({ x: paragraphs, y: value }));
        return growthExponent(points)?.toFixed(2) ?? '–';
      }),
    ]),
  );
}
