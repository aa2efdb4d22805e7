import * as Plot from '@observablehq/plot';
import { drawChart, OTHERS, OURS } from './draw-chart.ts';
import { contenders } from '../contenders/index.ts';

const colourOf = (name: string): string => (name === contenders[0]?.name ? OURS : OTHERS);
const names = contenders.map(({ name }) => name);

/** One number of one contender at one size of library. */
export interface SizedValue {
  readonly name: string;
  readonly paragraphs: number;
  readonly value: number;
}

/** Numbers in full, where the library would write 10m for 0.01. */
const PLAIN = ',~g';

const SYMBOLS = ['circle', 'square', 'triangle'] as const;

/** A row for each contender, a mark for each size, on a logarithmic axis. */
export function drawSizes(label: string, values: readonly SizedValue[]): string {
  const sizes = [...new Set(values.map(({ paragraphs }) => paragraphs))];
  const isAt = (name: string, size: number): boolean =>
    values.some((value) => value.name === name && value.paragraphs === size);
  // The sizes are written over one row: of those that have them all the one with most room between them.
  const room = (name: string): number => {
    const own = values.filter((value) => value.name === name).map(({ value }) => value);
    return Math.max(...own) / Math.min(...own);
  };
  const [written] = names
    .filter((name) => sizes.every((size) => isAt(name, size)))
    .toSorted((a, b) => room(b) - room(a));
  const symbolOf = ({ paragraphs }: SizedValue) => SYMBOLS[sizes.indexOf(paragraphs) % SYMBOLS.length];
  return drawChart(`${label}, by contender and size of the library`, {
    height: 90 + 34 * names.length,
    marginLeft: 130,
    marginRight: 40,
    marginTop: 40,
    marginBottom: 50,
    x: {
      type: 'log',
      grid: true,
      tickFormat: PLAIN,
      label: `${label} (logarithmic; less is better)`,
      labelAnchor: 'left',
    },
    y: { domain: names, label: null },
    marks: [
      Plot.line(values, {
        x: 'value',
        y: 'name',
        z: 'name',
        stroke: ({ name }: SizedValue) => colourOf(name),
      }),
      Plot.dot(values, {
        x: 'value',
        y: 'name',
        r: 4.5,
        symbol: symbolOf,
        fill: ({ name }: SizedValue) => colourOf(name),
      }),
      Plot.text(
        values.filter(({ name }) => name === written),
        {
          x: 'value',
          y: 'name',
          dy: -14,
          text: ({ paragraphs }: SizedValue) => paragraphs.toLocaleString('en-GB'),
        },
      ),
    ],
  });
}

export interface Share {
  readonly name: string;
  readonly share: number;
}

/** A bar for each contender. */
export function drawShares(label: string, shares: readonly Share[]): string {
  return drawChart(`${label}, by contender`, {
    height: 70 + 30 * shares.length,
    marginLeft: 130,
    marginRight: 50,
    marginBottom: 50,
    x: { domain: [0, 100], grid: true, label: `${label} (%; more is better)`, labelAnchor: 'left' },
    y: { domain: shares.map(({ name }) => name), label: null },
    marks: [
      Plot.barX(shares, {
        x: ({ share }: Share) => 100 * share,
        y: 'name',
        fill: ({ name }: Share) => colourOf(name),
      }),
      Plot.text(shares, {
        x: ({ share }: Share) => 100 * share,
        y: 'name',
        dx: 6,
        textAnchor: 'start',
        text: ({ share }: Share) => (100 * share).toFixed(1),
      }),
    ],
  });
}

export interface StageTime {
  readonly stage: string;
  readonly milliseconds: number;
}

/** A bar for each stage, in the order in which they come. */
export function drawStages(stages: readonly StageTime[]): string {
  return drawChart('Milliseconds of work per question, by stage', {
    height: 70 + 28 * stages.length,
    marginLeft: 130,
    marginRight: 50,
    marginBottom: 50,
    x: { grid: true, label: 'Milliseconds of work per question', labelAnchor: 'left' },
    y: { domain: stages.map(({ stage }) => stage), label: null },
    marks: [
      Plot.barX(stages, { x: 'milliseconds', y: 'stage', fill: OURS }),
      Plot.text(stages, {
        x: 'milliseconds',
        y: 'stage',
        dx: 6,
        textAnchor: 'start',
        text: ({ milliseconds }: StageTime) => milliseconds.toFixed(2),
      }),
    ],
  });
}

export interface RatePoint {
  readonly rate: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

/** Waits over questions a second, on logarithmic axes; `limitMs` is drawn across. */
export function drawLoad(points: readonly RatePoint[], limitMs: number): string {
  const last = points.slice(-1);
  return drawChart('Milliseconds to the first response, by questions a second', {
    height: 320,
    marginLeft: 60,
    marginBottom: 50,
    marginRight: 70,
    x: {
      type: 'log',
      grid: true,
      tickFormat: PLAIN,
      label: 'Questions a second (logarithmic)',
      labelAnchor: 'left',
    },
    y: {
      type: 'log',
      grid: true,
      tickFormat: PLAIN,
      label: 'Milliseconds to the first response (logarithmic)',
    },
    marks: [
      Plot.ruleY([limitMs], { stroke: 'currentColor', strokeDasharray: '4 4' }),
      Plot.line(points, { x: 'rate', y: 'p99Ms', stroke: OURS, marker: 'dot' }),
      Plot.line(points, { x: 'rate', y: 'medianMs', stroke: OTHERS, marker: 'dot' }),
      Plot.text(last, { x: 'rate', y: 'p99Ms', text: ['p99'], dx: 10, textAnchor: 'start' }),
      Plot.text(last, { x: 'rate', y: 'medianMs', text: ['median'], dx: 10, dy: 12, textAnchor: 'start' }),
    ],
  });
}
