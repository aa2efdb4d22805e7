import type { Clock } from '../../../../src/local-discord/clock.ts';

/** A clock that a test moves by hand. */
export const createHandClock = (start: number): Clock & { pass(milliseconds: number): void } => {
  let now = start;
  const tasks = new Set<{ readonly at: number; readonly task: () => void }>();
  return {
    now: () => now,
    after: (milliseconds, task) => {
      const entry = { at: now + milliseconds, task };
      tasks.add(entry);
      return () => void tasks.delete(entry);
    },
    pass: (milliseconds) => {
      now += milliseconds;
      for (const entry of [...tasks].filter(({ at }) => at <= now)) {
        tasks.delete(entry);
        entry.task();
      }
    },
  };
};
