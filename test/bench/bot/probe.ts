/**
 * Loaded into the bot's process before the bot itself (`--import`): tells the benchmark that started it about memory,
 * delay and time, so that the program measured is the one that people run.
 */
import type { Session } from 'node:inspector/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Holds, watchHolds } from './watch-holds.ts';
import type { ProbeOrder, ProbeReport } from './bot-process.ts';

/** Microseconds between two looks at what runs. */
const SAMPLING = 100;
const NANOSECONDS = 1e6;

const delay = monitorEventLoopDelay({ resolution: 5 });
let holds: Holds | undefined;
let session: Session | undefined;

process.on('message', (order: ProbeOrder) => {
  void carryOut(order).then((report) => process.send?.(report));
});
// Only the bot decides how long its process lives.
process.channel?.unref();
// Without whoever measures it, it would run on for ever.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

async function carryOut(order: ProbeOrder): Promise<ProbeReport> {
  switch (order) {
    case 'memory':
      return {
        kind: 'memory',
        residentBytes: process.memoryUsage.rss(),
        peakBytes: 1024 * process.resourceUsage().maxRSS,
      };
    case 'heap': {
      if (!globalThis.gc) throw new Error('Cannot collect garbage: wanted node --expose-gc');
      globalThis.gc();
      const { heapUsed, external } = process.memoryUsage();
      return { kind: 'heap', heapBytes: heapUsed + external };
    }
    case 'watch-delay':
      delay.reset();
      delay.enable();
      holds ??= watchHolds();
      return { kind: 'watching' };
    case 'delay': {
      const report = {
        medianMs: delay.percentile(50) / NANOSECONDS,
        p99Ms: delay.percentile(99) / NANOSECONDS,
        longestHoldMs: holds?.take() ?? 0,
      };
      delay.reset();
      return { kind: 'delay', ...report };
    }
    case 'start-profile': {
      // Loaded only here, because it takes memory that the bot by itself does not.
      const inspector = await import('node:inspector/promises');
      session = new inspector.Session();
      session.connect();
      await session.post('Profiler.enable');
      await session.post('Profiler.setSamplingInterval', { interval: SAMPLING });
      await session.post('Profiler.start');
      return { kind: 'watching' };
    }
    case 'profile': {
      if (!session) throw new Error('Cannot give a profile: none was started');
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      return { kind: 'profile', profile };
    }
  }
}
