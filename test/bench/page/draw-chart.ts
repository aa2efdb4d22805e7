import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** What is ours stands out; these two are seen on white and on near-black alike. */
export const OURS = '#e8590c';
export const OTHERS = '#868e96';

/** CSS pixels. */
const WIDTH = 760;

/** A page shows an SVG in its reader's light or dark look; only the colour of writing has to follow. */
const LOOKS = `
  svg { color: #1f2328; background: none; font: 13px system-ui, sans-serif; }
  svg text { font: inherit; }
  @media (prefers-color-scheme: dark) { svg { color: #e6edf3; } }
`;

/** An SVG file without a ground of its own. `description` is for who does not see it. */
export function drawChart(description: string, options: Plot.PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const chart = Plot.plot({ width: WIDTH, document, ...options });
  chart.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  chart.setAttribute('role', 'img');
  chart.setAttribute('aria-label', description);
  const style = document.createElement('style');
  style.textContent = LOOKS;
  chart.append(style);
  return `${chart.toString()}\n`;
}
