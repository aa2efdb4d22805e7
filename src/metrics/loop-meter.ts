import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Measures how long the event loop was held: while it is, nobody is answered. */
export interface LoopMeter {
  /** The longest hold of the last minute, or of half of it just after that was forgotten. In milliseconds. */
  longest(): number;
  stop(): void;
}

/** Half of the time that is remembered. In milliseconds. */
const HALF = 30_000;
/** How often the loop is looked at. In milliseconds. */
const RESOLUTION = 10;

export function startLoopMeter(): LoopMeter {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION });
  delays.enable();
  // The histogram counts nanoseconds, and the wait between two looks with them; it is 0 before the first look.
  const current = (): number => Math.max(0, delays.max / 1e6 - RESOLUTION);
  let before = 0;
  const timer = setInterval(() => {
    before = current();
    delays.reset();
  }, HALF).unref();
  return {
    longest: () => Math.max(before, current()),
    stop() {
      clearInterval(timer);
      delays.disable();
    },
  };
}
