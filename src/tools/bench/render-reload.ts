import type { StartFigures } from './cached-start.ts';
import type { ReloadFigures } from './reload.ts';

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(share * sorted.length)] ?? Number.NaN;

const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/** A few lines, each with what was wanted where something was. */
export function renderReload(reload: ReloadFigures, start: StartFigures): string {
  const { swaps, longestHold, traffic } = reload;
  const median = quantile(start.cached, 0.5);
  const lines = [
    [
      'reload of one changed file',
      `median ${milliseconds(quantile(swaps, 0.5))}, longest ${milliseconds(swaps.at(-1) ?? 0)}`,
      'under 1000 ms',
    ],
    [
      'event loop held at most',
      `${milliseconds(longestHold.reloading)}; without reloads ${milliseconds(longestHold.idle)}`,
      'under 50 ms',
    ],
    ['questions meanwhile', `${traffic.asked}: ${traffic.lost} lost, ${traffic.mixed} mixed`, 'none'],
    [
      'their answers',
      `median ${milliseconds(quantile(traffic.latencies, 0.5))}, p99 ${milliseconds(quantile(traffic.latencies, 0.99))}`,
      '',
    ],
    [
      'start to first answer, cached',
      `median ${milliseconds(median)}; ${(start.cold / median).toFixed(1)} times as fast as without`,
      'under 2000 ms',
    ],
    ['memory then', `${(start.resident / 1e6).toFixed(0)} MB`, 'under 400 MB'],
  ];
  return lines
    .map(
      ([what = '', found = '', wanted = '']) =>
        `${what.padEnd(31)} ${found}${wanted === '' ? '' : `  (wanted: ${wanted})`}\n`,
    )
    .join('');
}
