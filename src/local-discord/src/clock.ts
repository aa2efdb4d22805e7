/** Time as a parameter, so that a test can let three seconds or fifteen minutes pass at once. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `task` once, `milliseconds` from now. The returned function cancels it. */
  after(milliseconds: number, task: () => void): () => void;
}

/** The computer's clock. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};

/** A clock that remembers its timers, so that all of them can be cancelled when the server stops. */
export const withCancelAll = (clock: Clock): Clock & { cancelAll(): void } => {
  const pending = new Set<() => void>();
  return {
    now: () => clock.now(),
    after: (milliseconds, task) => {
      const cancelTimer = clock.after(milliseconds, () => {
        pending.delete(cancel);
        task();
      });
      const cancel = () => {
        pending.delete(cancel);
        cancelTimer();
      };
      pending.add(cancel);
      return cancel;
    },
    cancelAll: () => {
      for (const cancel of pending) cancel();
    },
  };
};

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
