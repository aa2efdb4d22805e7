import { expect, it } from 'vitest';
import { createMemorySource } from '../../../src/search/index/memory-source.ts';
import { analyseReport, type IndexedReport } from '../../../src/search/index/report-analysis.ts';
import { createLanguage } from '../../../src/text/language.ts';
import { runSync } from '../../../src/text/cooperative-task.ts';
import { reportOf } from '../../support/report.ts';
import { describeCandidateSource } from '../candidate-source.contract.ts';

describeCandidateSource('the memory source', () => {
  // So few paragraphs at once that one question is asked of several shelves.
  const source = createMemorySource({ shelfSize: 15 });
  return {
    source,
    async publish(generation, reports) {
      const release = await source.hold(generation, reports);
      return async () => release();
    },
  };
});

const english = createLanguage('en');
const indexed = (id: string, paragraphs: readonly string[]): IndexedReport => {
  const report = reportOf(paragraphs, { id });
  return { report, hash: id, analysis: runSync(analyseReport(report, english)) };
};
const ferry = indexed('ferry', ['The ferry sank.', 'Nobody was hurt.']);
const bridge = indexed('bridge', ['The bridge fell.']);

it('keeps a report once for all generations that contain it, and no longer than they are held', async () => {
  const source = createMemorySource();
  const first = await source.hold('first', [ferry]);
  const second = await source.hold('second', [ferry, bridge]);
  expect(source.size).toBe(3);
  second();
  // Changes follow one another: when this one is done, so is what was released before.
  const third = await source.hold('third', []);
  expect(source.size).toBe(2);
  first();
  third();
  await source.hold('fourth', [bridge]);
  expect(source.size).toBe(1);
});

it('keeps a generation until each holder has released it', async () => {
  const source = createMemorySource();
  const [one, other] = await Promise.all([source.hold('a', [ferry]), source.hold('a', [ferry])]);
  one();
  expect((await source.lookup([], { generation: 'a' })).paragraphCount).toBe(2);
  other();
  await expect(source.lookup([], { generation: 'a' })).rejects.toThrow('nobody holds it');
});
