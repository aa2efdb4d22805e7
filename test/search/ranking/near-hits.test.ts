import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hit } from '../../../src/search/ranking/evidence.ts';
import { visitNearHits } from '../../../src/search/ranking/near-hits.ts';

type Measure = (one: Hit, other: Hit) => number;

/** What the ranking takes of two hits; the one is for neighbours, the other for all. */
const MEASURES: readonly Measure[] = [
  (one, other) => (one.strength * other.strength) / Math.abs(other.position - one.position),
  (one, other) => (one.strength * other.strength) / (1 + Math.abs(other.position - one.position) / 4),
];

const keyOf = (one: Hit, other: Hit): string => `${Math.min(one.at, other.at)} ${Math.max(one.at, other.at)}`;

/** The best of every two terms, by looking at all pairs. */
function bestOfAll(hits: readonly Hit[], measure: Measure): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (const one of hits) {
    for (const other of hits) {
      if (one.at === other.at || one.position === other.position) continue;
      const key = keyOf(one, other);
      best.set(key, Math.max(best.get(key) ?? 0, measure(one, other)));
    }
  }
  return best;
}

function bestOfVisited(hits: readonly Hit[], measure: Measure): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  visitNearHits(hits, (one, other) => {
    const key = keyOf(one, other);
    best.set(key, Math.max(best.get(key) ?? 0, measure(one, other)));
  });
  return best;
}

const hit = fc.record({
  at: fc.nat(5),
  position: fc.nat(40),
  strength: fc.constantFrom(1, 0.8, 0.6, 0.4),
});
const hitsInOrder = fc
  .uniqueArray(hit, { maxLength: 40, selector: ({ at, position }) => `${at} ${position}` })
  .map((hits) => hits.sort((a, b) => a.position - b.position));

describe('visitNearHits()', () => {
  it('visits the best pair of every two terms, as the plain comparison of all finds it', () => {
    fc.assert(
      fc.property(hitsInOrder, fc.constantFrom(...MEASURES), (hits, measure) => {
        expect(bestOfVisited(hits, measure)).toEqual(bestOfAll(hits, measure));
      }),
    );
  });

  it('visits the earlier hit first, and never two of one word or of one term', () => {
    fc.assert(
      fc.property(hitsInOrder, (hits) => {
        visitNearHits(hits, (earlier, later) => {
          expect(earlier.position).toBeLessThan(later.position);
          expect(earlier.at).not.toBe(later.at);
        });
      }),
    );
  });

  it('visits, for each hit, at most one of every other term and strength', () => {
    const hits = Array.from({ length: 10_000 }, (_, position) => ({
      at: position % 3,
      position,
      strength: position % 2 === 0 ? 1 : 0.6,
    }));
    let visits = 0;
    visitNearHits(hits, () => (visits += 1));
    expect(visits).toBeLessThanOrEqual(10_000 * 2 * 2);
  });
});
