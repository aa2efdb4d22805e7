import { describe, expect, it } from 'vitest';
import { findSentences } from '../../src/text/sentence-spans.ts';
import { atOnce, inTurns, type Steps } from '../../src/text/steps.ts';

function* count(steps: number): Steps<number> {
  for (let step = 0; step < steps; step++) yield;
  return steps;
}

describe('steps', () => {
  it('have the same result at once and in turns', async () => {
    expect(atOnce(count(5))).toBe(5);
    expect(await inTurns(count(5))).toBe(5);
  });

  it('give others a turn each time a slice of 8 ms is over, and not before', async () => {
    let time = 0;
    let turns = 0;
    let isDone = false;
    const other = () => {
      turns += 1;
      if (!isDone) setImmediate(other);
    };
    setImmediate(other);
    // Each look at the clock finds 1 ms gone by.
    await inTurns(count(40), () => time++);
    isDone = true;
    expect(turns).toBeGreaterThanOrEqual(4);
    expect(turns).toBeLessThanOrEqual(6);
  });

  it('pass on an error', async () => {
    const failing = (function* (): Steps<never> {
      yield;
      throw new RangeError('a fault');
    })();
    await expect(inTurns(failing)).rejects.toThrow('a fault');
  });

  it('can be interrupted between the sentences of one paragraph', () => {
    const steps = findSentences('It sank. '.repeat(500), 'en');
    let interruptions = 0;
    while (steps.next().done !== true) interruptions += 1;
    expect(interruptions).toBeGreaterThanOrEqual(499);
  });
});
