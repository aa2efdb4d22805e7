import { expect, it } from 'vitest';
import { findNearTie } from '../../../src/search/ranking/near-tie.ts';
import { reportOf } from '../../support/report.ts';

const report = reportOf(['One.', 'Two.', 'Three.']);
const ranked = (scores: readonly number[]) =>
  report.paragraphs
    .slice(0, scores.length)
    .map((paragraph, at) => ({ report, paragraph, score: scores[at] ?? 0 }));

it.each([
  ['a clear lead', [3, 2, 1], 1],
  ['equal scores', [3, 3, 1], 2],
  ['scores within a quarter of the odds', [3, 2.8, 2.79], 3],
  ['scores just beyond', [3, 2.77], 1],
  ['nothing found', [], 0],
])('findNearTie() counts for %s', (_, scores, count) =>
  expect(findNearTie(ranked(scores))).toHaveLength(count),
);
