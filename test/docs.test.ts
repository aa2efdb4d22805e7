import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createMetrics } from '../src/metrics/metrics.ts';
import { createPrometheus } from '../src/metrics/prometheus.ts';
import { faults } from './faults/list/index.ts';

const project = z.object({ scripts: z.record(z.string(), z.string()) });

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

/** The rows of all tables, without their heads: a cell an entry. */
const rowsOf = (markdown: string): readonly (readonly string[])[] =>
  [...markdown.matchAll(/^\|(?: -+:? \|)+\n((?:\|.*\n)+)/gmu)].flatMap(([, body = '']) =>
    body
      .trim()
      .split('\n')
      .map((row) =>
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
  );

describe('docs/security.md', () => {
  const rows = rowsOf(read('docs/security.md'));

  it('has rows', () => {
    expect(rows.length).toBeGreaterThan(20);
  });

  it.each(rows.map(([from = '', , tests = '']) => [from, tests]))(
    'names a test that is there: %s',
    (_, tests) => {
      const paths = [...tests.matchAll(/`((?:src\/local-discord\/)?test\/[^`]+\.test\.ts)`/gu)].map(
        ([, path = '']) => path,
      );
      expect(paths.length).toBeGreaterThan(0);
      expect(paths.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([]);
    },
  );
});

describe('docs/operating.md', () => {
  const text = read('docs/operating.md');

  it('explains every metric of ours, and none that is not there', async () => {
    const registry = createPrometheus(createMetrics());
    const served = registry.getMetricsAsArray().map(({ name }) => name);
    registry.clear();
    const explained = rowsOf(text).flatMap(
      ([name = '']) => /^`((?:pilcrow|nodejs)_\w+)`$/u.exec(name)?.[1] ?? [],
    );
    expect(explained.filter((name) => !served.includes(name))).toEqual([]);
    expect(served.filter((name) => name.startsWith('pilcrow_') && !explained.includes(name))).toEqual([]);
  });

  it('shows what became of every fault of the list', () => {
    const shown = rowsOf(text).map(([name]) => name);
    expect(faults.map(({ name }) => name).filter((name) => !shown.includes(name))).toEqual([]);
  });

  it('names scripts and files that are there', () => {
    const { scripts } = project.parse(JSON.parse(read('package.json')));
    const named = [...text.matchAll(/npm run (?:--silent )?([a-z-]+)/gu)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const files = [...text.matchAll(/\b(?:ops|src)\/[\w./-]+\w/gu)].map(([path]) => path);
    expect(files.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([]);
  });
});
