import { existsSync, readFileSync } from 'node:fs';

export interface Holds {
  /** The longest since it was last asked, in milliseconds. */
  take(): number;
  stop(): number;
}

/** Of the main thread: nanoseconds that it ran, that it was ready to run while others did, and how often. Linux only. */
const SCHEDULE = '/proc/self/schedstat';

/**
 * Measures how late a timer of one millisecond fires, less the time that the machine gave to other programs: how long
 * the event loop of the main thread was held at most by its own work.
 */
export function watchHolds(): Holds {
  const isTold = existsSync(SCHEDULE);
  const waitedMs = (): number => (isTold ? Number(readFileSync(SCHEDULE, 'latin1').split(' ')[1]) / 1e6 : 0);
  let longest = 0;
  let last = performance.now();
  let waited = waitedMs();
  const timer = setInterval(() => {
    const [now, waitedNow] = [performance.now(), waitedMs()];
    longest = Math.max(longest, now - last - 1 - (waitedNow - waited));
    [last, waited] = [now, waitedNow];
  }, 1);
  // The program that is watched decides when it ends.
  timer.unref();
  const take = (): number => {
    const taken = longest;
    longest = 0;
    return taken;
  };
  return {
    take,
    stop() {
      clearInterval(timer);
      return take();
    },
  };
}
