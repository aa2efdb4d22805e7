/** Milliseconds; older than this is nothing that still waits for us: the clocks have been moved against each other. */
const IMPLAUSIBLE = 60_000;
/** How much faster one computer's clock may run than another's: 100 parts in a million, or 9 seconds a day. */
const DRIFT = 1e-4;

/** How old things are that bear the time of another computer. */
export interface Ages {
  /** Looks at the time that something newly arrived bears, in milliseconds of the other clock. */
  arrived(createdAt: number): void;
  /** Milliseconds since something was made, less what the quickest took to come here. */
  ageOf(createdAt: number): number;
}

/**
 * Neither clock needs to be right, nor to agree with the other: of all that arrives, what came quickest tells how they
 * differ, as in NTP's filter of delays. So a host whose clock is wrong by minutes, or is put right, drops nothing.
 *
 * @param now milliseconds of a clock that never jumps, from any beginning
 */
export function createAges(now: () => number): Ages {
  /** Our clock less theirs for what came quickest, and when that was seen. */
  let least: { readonly difference: number; readonly at: number } | undefined;
  /** What it is by now: long without anything quick, we trust it less. */
  const leastNow = (time: number): number =>
    least === undefined ? Infinity : least.difference + DRIFT * (time - least.at);
  return {
    arrived(createdAt) {
      const at = now();
      const difference = at - createdAt;
      const known = leastNow(at);
      if (difference <= known || difference > known + IMPLAUSIBLE) least = { difference, at };
    },
    ageOf(createdAt) {
      const at = now();
      return Math.max(0, at - createdAt - leastNow(at));
    },
  };
}
