import type { Clock } from './clock.ts';

/** A clock that a test moves by hand. */
export interface ManualClock extends Clock {
  /** Moves the time forward, then runs what is due, in order. */
  advance(milliseconds: number): void;
}

/** A clock that stands still at `start` (milliseconds since 1970) until it is told to advance. */
export const createManualClock = (start = Date.UTC(2026, 7, 1)): ManualClock => {
  let now = start;
  const timers = new Set<{ readonly at: number; readonly task: () => void }>();
  return {
    now: () => now,
    after: (milliseconds, task) => {
      const timer = { at: now + milliseconds, task };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    advance: (milliseconds) => {
      now += milliseconds;
      const due = [...timers].filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);
      for (const timer of due) if (timers.delete(timer)) timer.task();
    },
  };
};
