import { Session } from 'node:inspector';
import { runSync, type Task } from '../../src/text/cooperative-task.ts';

/** Counts what the project's own code does: each run of a block of it (a branch, a loop's body, a function) is one step. */
export interface StepCounter {
  /**
   * Runs the task that `make` makes. Where it takes more than `enough` steps in all, it is made and run again, to find
   * the most between two chances for the event loop; to ask the profiler takes milliseconds.
   */
  task<Result>(make: () => Task<Result>, enough: number): { readonly most: number; readonly result: Result };
  /** Runs work that gives the event loop no chance. */
  work<Result>(work: () => Result): { readonly most: number; readonly result: Result };
  stop(): void;
}

/** Exact and the same on every machine, for it is V8 that counts, and no clock. What regular expressions do is not seen. */
export function startStepCounter(): StepCounter {
  const session = new Session();
  session.connect();
  const raise = (error: Error | null): void => {
    if (error) throw error;
  };
  session.post('Profiler.enable', raise);
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true }, raise);
  /** Since it was last called. */
  function take(): number {
    let steps = 0;
    // The profiler answers at once.
    session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      raise(error);
      for (const { url, functions } of result) {
        if (!url.includes('/src/') || url.includes('node_modules')) continue;
        for (const { ranges } of functions) for (const { count } of ranges) steps += count;
      }
    });
    return steps;
  }
  return {
    task(make, enough) {
      take();
      const result = runSync(make());
      const all = take();
      if (all <= enough) return { most: all, result };
      let most = 0;
      // As many short steps are counted together as are still far from `enough`.
      let together = 1;
      const task = make();
      for (let done: boolean | undefined = false; done !== true;) {
        for (let step = 0; step < together && done !== true; step++) ({ done } = task.next());
        const steps = take();
        most = Math.max(most, steps);
        together = steps < enough / 64 ? 2 * together : Math.max(1, together >> 2);
      }
      return { most, result };
    },
    work(work) {
      take();
      const result = work();
      return { most: take(), result };
    },
    stop: () => session.disconnect(),
  };
}
