import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSpan } from '../../src/reader/find-span.ts';
import { runs } from '../property-runs.ts';

/** `[CLS] ? [SEP] word word … [SEP]`, a token a word of three characters and a space. */
const tokensOf = (count: number) => ({
  ids: Array.from({ length: count + 4 }, (_, at) => at),
  textFrom: 3,
  words: Array.from({ length: count }, (_, at) => ({ start: at * 4, end: at * 4 + 3 })),
});

describe('findSpan()', () => {
  it('takes the best start and end in order, against "no answer"', () => {
    const start = [1, 9, 9, 0, 5, 0, 7, 9];
    const end = [2, 9, 9, 6, 0, 4, 0, 9];
    expect(findSpan(tokensOf(4), { start, end, relevance: 2 })).toEqual({
      span: { start: 4, end: 11 },
      spanScore: 5 + 4 - 3,
      relevance: 2,
    });
  });

  it('gives a text without words no span and no relevance', () => {
    const { span, relevance } = findSpan(tokensOf(0), { start: [1], end: [1], relevance: 5 });
    expect(span).toEqual({ start: 0, end: 0 });
    expect(relevance).toBeLessThan(-12);
  });

  it('finds the best of all pairs of start and end that are in order and near enough', () => {
    const logits = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), logits, logits, (count, start, end) => {
        const tokens = tokensOf(count);
        const sums: number[] = [];
        for (let from = 0; from < count; from++)
          for (let to = from; to < Math.min(count, from + 40); to++)
            sums.push((start[3 + from] ?? 0) + (end[3 + to] ?? 0) - (start[0] ?? 0) - (end[0] ?? 0));
        const found = findSpan(tokens, { start, end, relevance: 0 });
        expect(found.spanScore).toBeCloseTo(Math.max(...sums), 9);
      }),
      { numRuns: runs(200) },
    );
  });
});
