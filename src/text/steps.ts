import { setImmediate } from 'node:timers/promises';

/** Long work cut into short pieces: it yields wherever it may be interrupted, and returns its result. */
export type Steps<Result> = Generator<void, Result>;

/** How long the event loop is held before others get a turn. In milliseconds; a person notices a tenth of a second. */
const SLICE = 8;

/** Does all the work now, for who can wait. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Does the work in slices, between which the event loop gets its turn. `now` is in milliseconds. */
export async function inTurns<Result>(
  steps: Steps<Result>,
  now: () => number = performance.now.bind(performance),
): Promise<Result> {
  let end = now() + SLICE;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (now() < end) continue;
    await setImmediate();
    end = now() + SLICE;
  }
}
