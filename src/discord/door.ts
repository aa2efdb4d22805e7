import { AsyncResource } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';
import { within } from '../text/clock.ts';
import { createAges } from './message-age.ts';

/** Something that waits for its turn. */
export interface Visit {
  /** When Discord made it, in milliseconds of Discord's clock. */
  readonly createdAt: number;
  /** The age in milliseconds from which on it is too late for an answer. */
  readonly tooLateAfter: number;
}

/** Lets in as much as can be answered in time. */
export interface Door {
  /**
   * Runs `work` when it is its turn; resolves with whether it ran, when that is over. Rejects when `work` does. The newest is
   * served first, because in a crowd the oldest cannot be answered in time, and serving them would make all too late.
   * `work` calls `leave` when it has nothing more to do but to wait for Discord: then the next one has its turn.
   */
  enter(visit: Visit, work: (leave: () => void) => Promise<void>): Promise<boolean>;
  /** Milliseconds since Discord made it. */
  ageOf(createdAt: number): number;
  /** Somebody has waited for some time: time to leave out what an answer can do without. */
  readonly isCrowded: boolean;
}

/** Served at the same time. They share the processor, so that with more each takes longer than Discord waits. */
const MOST_AT_ONCE = 8;
/** Milliseconds after which another has its turn, too, whether the first calls `leave` or not. */
const LONGEST_TURN = 500;
/** Memory for a second's flood. */
const MOST_WAITING = 1000;
/** Milliseconds in the queue that make a crowd: whoever is last in it must be served before it is too late. */
const LONGEST_WAIT = 250;

interface Waiting extends Visit {
  /** In milliseconds of our clock. */
  readonly since: number;
  /** Resolves when others have their turn. */
  begin(this: void): Promise<void>;
  drop(this: void): void;
}

/**
 * @param now milliseconds of a clock that never jumps, from any beginning
 * @param longestTurn in milliseconds
 */
export function createDoor(
  now: () => number = performance.now.bind(performance),
  longestTurn = LONGEST_TURN,
): Door {
  const ages = createAges(now);
  /** The oldest first. */
  const waiting: Waiting[] = [];
  let begun = 0;
  let isServing = false;

  const isTooLate = ({ createdAt, tooLateAfter }: Visit): boolean => ages.ageOf(createdAt) > tooLateAfter;

  /** The newest in time. */
  function next() {
    while (waiting[0] && (waiting.length > MOST_WAITING || isTooLate(waiting[0]))) waiting.shift()?.drop();
    if (begun >= MOST_AT_ONCE) return undefined;
    let newest = waiting.pop();
    for (; newest && isTooLate(newest); newest = waiting.pop()) newest.drop();
    return newest;
  }

  // Of no request, so that what is logged here bears the id of none.
  const serve = AsyncResource.bind(async (): Promise<void> => {
    if (isServing) return;
    isServing = true;
    for (let visit = next(); visit; visit = next()) {
      begun += 1;
      void within(longestTurn, visit.begin()).then(makeRoom);
      // What came meanwhile is newer, and has the next turn.
      await setImmediate();
    }
    isServing = false;
  });

  function makeRoom(): Promise<void> {
    begun -= 1;
    return serve();
  }

  return {
    ageOf: (createdAt) => ages.ageOf(createdAt),
    get isCrowded() {
      return waiting[0] !== undefined && now() - waiting[0].since > LONGEST_WAIT;
    },
    enter(visit, work) {
      ages.arrived(visit.createdAt);
      return new Promise((resolve, reject) => {
        const begin = AsyncResource.bind(
          () =>
            new Promise<void>((leave) => {
              work(leave)
                .finally(leave)
                .then(() => resolve(true), reject);
            }),
        );
        waiting.push({ ...visit, since: now(), begin, drop: () => resolve(false) });
        void serve();
      });
    },
  };
}
