import { setImmediate } from 'node:timers/promises';

/** Long work that yields wherever it may be interrupted, and returns its result. */
export type Task<Result> = Generator<void, Result>;

/** How long a task holds the event loop before others get a turn. In milliseconds; people notice a tenth of a second. */
const SLICE = 8;

/** Runs the task to its end without giving others a turn. */
export function runSync<Result>(task: Task<Result>): Result {
  for (;;) {
    const step = task.next();
    if (step.done === true) return step.value;
  }
}

/**
 * There is one event loop, and all tasks take turns at it: however many are under way, no more than one slice runs
 * between two chances for everything else.
 */
let lastTurn: Promise<void> = Promise.resolve();
const nextTurn = (): Promise<void> => (lastTurn = lastTurn.then(() => setImmediate()));

/** Runs the task in slices, before each of which the event loop gets its turn. `now` is in milliseconds. */
export async function runCooperatively<Result>(
  task: Task<Result>,
  now: () => number = performance.now.bind(performance),
): Promise<Result> {
  for (;;) {
    await nextTurn();
    const end = now() + SLICE;
    do {
      const step = task.next();
      if (step.done === true) return step.value;
    } while (now() < end);
  }
}
