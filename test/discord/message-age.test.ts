import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAges } from '../../src/discord/message-age.ts';

const HOUR = 3_600_000;

/** Looks at things that were made at `createdAt` and came `delay` later, by a clock that is `skew` ahead of theirs. */
function createLooks(skew: number) {
  let time = 0;
  const ages = createAges(() => time);
  return (createdAt: number, delay: number): number => {
    time = createdAt + delay + skew;
    ages.arrived(createdAt);
    return ages.ageOf(createdAt);
  };
}

describe('createAges()', () => {
  it.each([
    ['right', 0],
    ['an hour ahead', HOUR],
    ['an hour behind', -HOUR],
    ['a beginning of its own', -1.7e12],
  ])('tells what waits from what does not, with a clock that is %s', (_, skew) => {
    const look = createLooks(skew);
    expect(look(1000, 80)).toBe(0);
    expect(look(2000, 30)).toBe(0);
    expect(look(3000, 4030)).toBeCloseTo(4000, -1);
    expect(look(8000, 35)).toBeCloseTo(5, -1);
  });

  it.each([
    ['forward', HOUR],
    ['back', -HOUR],
  ])('begins anew when the other clock jumps %s by an hour', (_, jump) => {
    const look = createLooks(0);
    expect(look(0, 30)).toBe(0);
    // The time that passed for us is that without the jump.
    expect(look(1000 + jump, 30 - jump)).toBe(0);
    expect(look(2000 + jump, 3030 - jump)).toBeCloseTo(3000, -1);
  });

  it('calls nothing late after a day of clocks that drift apart by seconds', () => {
    for (const drift of [-8000, 8000]) {
      const look = createLooks(0);
      look(0, 30);
      expect(look(24 * HOUR, 30 + drift)).toBeLessThan(500);
    }
  });

  it('never gives less than 0 or more than a minute', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -1e13, max: 1e13 }), fc.integer({ min: 0, max: 1e9 }))),
        (arrivals) => {
          const look = createLooks(0);
          for (const [createdAt, delay] of arrivals) {
            const age = look(createdAt, delay);
            expect(age).toBeGreaterThanOrEqual(0);
            expect(age).toBeLessThanOrEqual(60_000);
          }
        },
      ),
    );
  });
});
