import { readFile } from 'node:fs/promises';

/**
 * How much of the time in which this process could run it waited for a processor, 0 to 1: told since the last call.
 * Only Linux says so; elsewhere 0.
 */
export async function watchProcessorWait(): Promise<() => Promise<number>> {
  let [ran, waited] = await read();
  return async () => {
    const [ranBefore, waitedBefore] = [ran, waited];
    [ran, waited] = await read();
    const more = waited - waitedBefore;
    return more / Math.max(1, more + ran - ranBefore);
  };
}

/** Nanoseconds that this process's main thread ran and waited. https://docs.kernel.org/scheduler/sched-stats.html */
async function read(): Promise<readonly [ran: number, waited: number]> {
  if (process.platform !== 'linux') return [0, 0];
  const [ran = 0, waited = 0] = (await readFile('/proc/self/schedstat', 'utf8')).split(' ').map(Number);
  return [ran, waited];
}
