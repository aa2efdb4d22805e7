/** The durations of the last events. */
export interface LatencyWindow {
  /** Milliseconds. */
  add(duration: number): void;
  /** The smallest duration that `share` of the events did not exceed (nearest rank); undefined before the first. */
  percentile(share: number): number | undefined;
}

/** Remembers the last `size` durations. */
export function createLatencyWindow(size: number): LatencyWindow {
  const durations: number[] = [];
  let next = 0;
  return {
    add(duration) {
      durations[next] = duration;
      next = (next + 1) % size;
    },
    percentile(share) {
      const sorted = [...durations].sort((a, b) => a - b);
      return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
    },
  };
}
