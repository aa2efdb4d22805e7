import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { bm25 } from '../../src/search/bm25.ts';

/** Written from the textbook's formula, one document at a time, over plain words. */
function plainBm25(
  query: readonly string[],
  document: readonly string[],
  weight: number,
  average: number,
): number {
  const score = (word: string): number => {
    const frequency = document.filter((other) => other === word).length;
    return (weight * frequency * 2.2) / (frequency + 1.2 * (0.25 + (0.75 * document.length) / average));
  };
  return query.map(score).reduce((sum, part) => sum + part, 0);
}

it('bm25() equals the formula applied word by word', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd');
  const words = fc.array(word, { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1 }),
      words,
      fc.integer({ min: 1, max: 40 }),
      (query, document, average) => {
        const counts = query.map((asked) => document.filter((other) => other === asked).length);
        const fast = bm25({
          counts,
          weights: query.map(() => 1.5),
          relativeLength: document.length / average,
        });
        expect(fast).toBeCloseTo(plainBm25(query, document, 1.5, average), 9);
      },
    ),
  );
});
