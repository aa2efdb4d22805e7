import type { Clock } from '../../src/text/clock.ts';

/** A clock that stands still until it is told to go on; then what is due happens at once, in order. */
export const createManualClock = (
  start = Date.UTC(2026, 7, 1),
): Clock & { advance(milliseconds: number): void } => {
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
