/** Time as a parameter, so that a test can advance it by a month at once. */
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
