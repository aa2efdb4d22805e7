import { describe, expect, it } from 'vitest';
import { renderNumber, renderSpread } from './page/figures.ts';
import { renderPage } from './page/page.ts';
import { renderTable } from './page/section.ts';
import { renderServers } from './page/servers-section.ts';
import { renderSpeed } from './page/speed-section.ts';
import type { TimingOutcome } from './speed.ts';

describe('renderTable()', () => {
  it('sets the first column left and the others right, and escapes bars', () => {
    expect(renderTable(['a', 'b'], [['x|y', '1']])).toBe('| a | b |\n| --- | --: |\n| x\\|y | 1 |');
  });
});

describe('renderNumber()', () => {
  it.each([
    [0.051234, '0.0512'],
    [4.2099, '4.21'],
    [78.97, '79'],
    [1234, '1,230'],
    [98_765.4, '98,800'],
    [0, '0'],
  ])('writes %d as %s', (value, text) => expect(renderNumber(value)).toBe(text));

  it('shows a spread only where runs differ', () => {
    expect(renderSpread({ median: 2, least: 1, most: 3 })).toBe('2 (1–3)');
    expect(renderSpread({ median: 2, least: 2, most: 2 })).toBe('2');
  });
});

const timed = (buildMs: number, median: number, asked = 100): TimingOutcome => ({
  kind: 'timed',
  timing: { buildMs, bytes: 1e6, times: Array.from({ length: asked }, () => median), right: asked / 2 },
});

describe('renderSpeed()', () => {
  const cells = [
    { name: 'Pilcrow', paragraphs: 1000, outcomes: [timed(10, 1), timed(20, 2), timed(30, 3)] },
    { name: 'MiniSearch', paragraphs: 1000, outcomes: [timed(10, 4)] },
    { name: 'Fuse.js', paragraphs: 1000, outcomes: [timed(10, 8, 50)] },
    { name: 'Pilcrow', paragraphs: 100_000, outcomes: [timed(2000, 2)] },
    { name: 'MiniSearch', paragraphs: 100_000, outcomes: [{ kind: 'late', doing: 'build', seconds: 60 }] },
    { name: 'Fuse.js', paragraphs: 100_000, outcomes: [{ kind: 'ended', how: 'SIGABRT' }] },
    { name: 'lunr', paragraphs: 100_000, outcomes: [{ kind: 'left-out' }] },
  ] as const;
  const { text } = renderSpeed(cells, 'MiniSearch');

  it.each([
    [
      'the median of the runs, their spread, and the ratio',
      '| Pilcrow | 20 (10–30) | 2 (1–3) | 2 (1–3) | 0.5 | 1 | 50.0 |',
    ],
    ['no p99 of few questions', '| Fuse.js | 10 | 8 | – (50 asked) | 2 | 1 | 50.0 |'],
    ['who was too late', '| MiniSearch | not built within 60 s | – | – | – | – | – |'],
    ['who was left out', '| lunr | left out: the run had no time left | – | – | – | – | – |'],
    ['who ended', '| Fuse.js | its process ended: SIGABRT | – | – | – | – | – |'],
    ['the growth of who was measured twice', '| Pilcrow | 1.00 | 0.00 | 0.00 |'],
    ['no growth of who was measured once', '| MiniSearch | – | – | – |'],
  ])('shows %s', (_, row) => expect(text).toContain(row));

  it('has its charts in the text', () => {
    const { charts } = renderSpeed(cells, 'MiniSearch');
    for (const { file, svg } of charts) {
      expect(text).toContain(`(benchmarks/${file})`);
      expect(svg).toMatch(/^<svg .*>Pilcrow<.*<\/svg>\n$/s);
      expect(svg).toContain('prefers-color-scheme: dark');
    }
    expect(charts.map(({ file }) => file)).toEqual(['speed.svg', 'build.svg', 'memory.svg']);
  });
});

describe('renderServers()', () => {
  it('sets what was found beside what is wanted', () => {
    const { text } = renderServers({
      servers: 1000,
      bytesPerServer: 112_000,
      first: { medianMs: 280, p99Ms: 600, holdMs: 45 },
      evictions: 953,
      peakBytes: 650e6,
      preview: { median: 3000, least: 2000, most: 4000 },
      publish: { median: 100, least: 90, most: 110, holdMs: 20 },
    });
    expect(text).toContain('1,000 servers, each with 20 reports of 10 paragraphs (112 KB)');
    expect(text).toContain('| event loop held by first questions at most (ms) | 45 | < 50 |');
    expect(text).toContain('| ten pages of PDF to their preview (ms) | 3,000 (2,000–4,000) | < 5,000 |');
  });
});

describe('renderPage()', () => {
  it('says where, when and how it was measured', async () => {
    const section = { title: 'Load', text: 'Not measured in this run.', charts: [] };
    const facts = { machine: '2 × cores', date: '2026-01-02', command: 'npm run bench -- --quick' };
    const page = await renderPage([section], facts);
    expect(page).toMatch(
      /^# Benchmarks\n\nMeasured on 2026-01-02 by `npm run bench -- --quick` on 2 × cores\./,
    );
    expect(page).toContain('\n## Load\n\nNot measured in this run.\n');
  });
});
