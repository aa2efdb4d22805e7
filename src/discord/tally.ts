import { AsyncResource } from 'node:async_hooks';
import type { Log } from '../log.ts';
import { type Clock, systemClock } from '../text/clock.ts';

/** What is worth a line, but not a line each when a thousand come at once. */
interface Event {
  readonly why: string;
  /** Of the first: the interaction or message. */
  readonly [place: string]: string;
}

export interface Tally {
  /** Counts it; a second later there is one line for all of the same name and `why`, with their `count`. */
  warn(fields: Event, name: string): void;
  /** Writes what is counted now. */
  flush(): void;
}

/** In milliseconds. */
const SECOND = 1000;

export function createTally(log: Pick<Log, 'warn'>, clock: Pick<Clock, 'after'> = systemClock): Tally {
  const counted = new Map<string, { readonly write: (count: number) => void; count: number }>();

  function flush(): void {
    for (const { write, count } of counted.values()) write(count);
    counted.clear();
  }

  return {
    flush,
    warn(fields, name) {
      const key = `${name}: ${fields.why}`;
      const known = counted.get(key);
      if (known) known.count += 1;
      else {
        if (counted.size === 0) clock.after(SECOND, flush);
        // Bound, so that the line also bears the id of the request that was the first.
        const write = AsyncResource.bind((count: number) => log.warn({ ...fields, count }, name));
        counted.set(key, { write, count: 1 });
      }
    },
  };
}
