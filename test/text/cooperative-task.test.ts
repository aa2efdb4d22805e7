import { describe, expect, it } from 'vitest';
import { findSentences } from '../../src/text/sentence-spans.ts';
import { runCooperatively, runSync, type Task } from '../../src/text/cooperative-task.ts';

function* count(steps: number): Task<number> {
  for (let step = 0; step < steps; step++) yield;
  return steps;
}

describe('a cooperative task', () => {
  it('has the same result run synchronously and cooperatively', async () => {
    expect(runSync(count(5))).toBe(5);
    expect(await runCooperatively(count(5))).toBe(5);
  });

  it('gives others a turn each time a slice of 8 ms is over, and not before', async () => {
    let time = 0;
    let turns = 0;
    let isDone = false;
    const other = () => {
      turns += 1;
      if (!isDone) setImmediate(other);
    };
    setImmediate(other);
    // Each look at the clock finds 1 ms gone by.
    await runCooperatively(count(40), () => time++);
    isDone = true;
    expect(turns).toBeGreaterThanOrEqual(4);
    expect(turns).toBeLessThanOrEqual(6);
  });

  it('takes turns with all others: no more than one slice runs before the event loop gets its turn', async () => {
    const slices: number[] = [];
    let sliced = 0;
    let isDone = false;
    const look = () => {
      slices.push(sliced);
      sliced = 0;
      if (!isDone) setImmediate(look);
    };
    setImmediate(look);
    /** Each slice ends after one step, as far as this clock goes. */
    function* slice(): Task<void> {
      for (let step = 0; step < 5; step++) {
        sliced += 1;
        yield;
      }
    }
    let time = 0;
    await Promise.all(Array.from({ length: 20 }, () => runCooperatively(slice(), () => (time += 10))));
    isDone = true;
    expect(slices.reduce((sum, each) => sum + each, sliced)).toBe(100);
    expect(Math.max(...slices)).toBe(1);
  });

  it('passes on an error', async () => {
    const failing = (function* (): Task<never> {
      yield;
      throw new RangeError('a fault');
    })();
    await expect(runCooperatively(failing)).rejects.toThrow('a fault');
  });

  it('can be interrupted between the sentences of one paragraph', () => {
    const steps = findSentences('It sank. '.repeat(500), 'en');
    let interruptions = 0;
    while (steps.next().done !== true) interruptions += 1;
    expect(interruptions).toBeGreaterThanOrEqual(499);
  });
});
