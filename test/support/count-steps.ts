import { Session } from 'node:inspector';
import { runSync, type Task } from '../../src/text/cooperative-task.ts';

/**
 * Counts what the project's own code does: each run of a block of it (a branch, a loop's body, a function) is one step.
 * To ask the profiler takes some 15 ms, so it is asked only between what has different names.
 */
export interface StepCounter {
  /**
   * Runs the task that `make` makes. Where it takes more than `enough` steps in all, it is made and run again, roughly
   * and then finely, to find the most between two chances for the event loop.
   */
  task<Result>(name: string, make: () => Task<Result>): Result;
  /** Runs work that gives the event loop no chance. What runs in a row under one name is counted together. */
  work<Result>(name: string, work: () => Result): Result;
  /** Runs what is not to be counted. Everything of the project that runs between counts has to. */
  aside<Result>(work: () => Promise<Result>): Promise<Result>;
  /** The most steps without a chance for the event loop, by name, since it was last asked. */
  most(): Readonly<Record<string, number>>;
  stop(): void;
}

/** Exact and the same on every machine, for it is V8 that counts, and no clock. What regular expressions do is not seen. */
export function startStepCounter(enough: number): StepCounter {
  const { take, stop } = startCoverage();
  let most: Record<string, number> = {};
  let working: string | undefined;
  const note = (name: string, steps: number) => (most[name] = Math.max(most[name] ?? 0, steps));
  const settle = () => {
    if (working !== undefined) note(working, take());
    working = undefined;
  };
  return {
    task(name, make) {
      settle();
      const result = runSync(make());
      const all = take();
      const counts = [
        () => all,
        () => longestStep(make(), take, enough / 8),
        () => longestStep(make(), take, enough / 512),
      ];
      let steps = Infinity;
      for (const count of counts) if (steps > enough) steps = count();
      note(name, steps);
      return result;
    },
    work(name, work) {
      if (working !== name) settle();
      working = name;
      return work();
    },
    async aside(work) {
      settle();
      const result = await work();
      take();
      return result;
    },
    most() {
      settle();
      const found = most;
      most = {};
      return found;
    },
    stop,
  };
}

/** As many short ones are counted together as stay near `grain`: a number too high by some of those. */
function longestStep(task: Task<unknown>, take: () => number, grain: number): number {
  let most = 0;
  let together = 1;
  for (let done: boolean | undefined = false; done !== true;) {
    for (let step = 0; step < together && done !== true; step++) ({ done } = task.next());
    const steps = take();
    most = Math.max(most, steps);
    together = steps < grain ? 2 * together : Math.max(1, together >> 2);
  }
  return most;
}

/** `take` gives the steps since it was last called. */
function startCoverage(): { readonly take: () => number; readonly stop: () => void } {
  const session = new Session();
  session.connect();
  const raise = (error: Error | null): void => {
    if (error) throw error;
  };
  session.post('Profiler.enable', raise);
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true }, raise);
  const take = () => {
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
  };
  return { take, stop: () => session.disconnect() };
}
