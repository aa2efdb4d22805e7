import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createDoor } from '../../src/discord/door.ts';

/** In milliseconds, an hour: on a busy machine a turn takes longer than it may. */
const NO_LIMIT = 3_600_000;

/** A door at which each visit is called by its number, and takes until it is told to end. */
function start(longestTurn = NO_LIMIT) {
  let time = 0;
  const door = createDoor(() => time, longestTurn);
  const begun: number[] = [];
  const dropped: number[] = [];
  const ends = new Map<number, () => void>();
  const leaves = new Map<number, () => void>();
  const enter = (name: number, tooLateAfter = 2500): void => {
    const work = (leave: () => void): Promise<void> => {
      begun.push(name);
      leaves.set(name, leave);
      return new Promise((end) => ends.set(name, end));
    };
    const visited = door.enter({ createdAt: time, tooLateAfter }, work);
    void visited.then((isServed) => isServed || dropped.push(name));
  };
  return {
    door,
    begun,
    dropped,
    enter,
    /** Visits with the numbers from `first` on. */
    enterMany: (first: number, count: number) => {
      for (let name = first; name < first + count; name += 1) enter(name);
    },
    pass: (milliseconds: number) => (time += milliseconds),
    end: (name: number) => ends.get(name)?.(),
    leave: (name: number) => leaves.get(name)?.(),
    /** As many turns of the event loop as all who wait may need. */
    turns: async () => {
      for (let turn = 0; turn < 40; turn += 1) await setImmediate();
    },
  };
}

describe('createDoor()', () => {
  it('lets in at once who comes alone', () => {
    const { enter, begun } = start();
    enter(1);
    expect(begun).toEqual([1]);
  });

  it('serves the newest first, one in each turn of the event loop', async () => {
    const { enterMany, begun, turns } = start();
    enterMany(1, 4);
    expect(begun).toEqual([1]);
    await turns();
    expect(begun).toEqual([1, 4, 3, 2]);
  });

  it('serves no more at once than can be done in time, and goes on when one ends or leaves', async () => {
    const { enterMany, begun, turns, end, leave } = start();
    enterMany(1, 12);
    await turns();
    expect(begun).toHaveLength(8);
    end(1);
    leave(12);
    await turns();
    expect(begun.slice(8)).toEqual([5, 4]);
  });

  it('lets others in beside those whose turn takes too long', async () => {
    const { enterMany, begun } = start(1);
    enterMany(1, 12);
    await expect.poll(() => begun.length).toBe(12);
  });

  it('drops what is too late, from the oldest on, and serves what is not', async () => {
    const { enterMany, enter, begun, dropped, pass, turns, end } = start();
    enterMany(1, 10);
    await turns();
    pass(2000);
    enter(100);
    pass(1000);
    end(1);
    await turns();
    expect(begun.slice(8)).toEqual([100]);
    expect(dropped).toEqual([2, 3]);
  });

  it('asks of each how late is too late', async () => {
    const { door, begun, dropped, enter, enterMany, pass, turns, end } = start();
    enterMany(1, 8);
    await turns();
    enter(100, 60_000);
    enter(101);
    pass(30_000);
    end(1);
    await turns();
    expect([begun.slice(8), dropped]).toEqual([[100], [101]]);
    expect(door.ageOf(0)).toBeCloseTo(30_000, -2);
  });

  it('remembers no more than a thousand', async () => {
    const { enterMany, begun, dropped, turns, end } = start();
    enterMany(1, 8);
    await turns();
    enterMany(9, 1100);
    end(1);
    await turns();
    expect(dropped).toEqual(Array.from({ length: 100 }, (_, at) => 9 + at));
    expect(begun.at(-1)).toBe(1108);
  });

  it('is crowded while somebody has waited for long, however many they are', async () => {
    const { door, enterMany, pass, turns, end } = start();
    enterMany(1, 9);
    await turns();
    expect(door.isCrowded).toBe(false);
    pass(251);
    expect(door.isCrowded).toBe(true);
    end(1);
    await turns();
    expect(door.isCrowded).toBe(false);
  });

  it('keeps the work of each in its own context', async () => {
    const { turns } = start();
    const ids = new AsyncLocalStorage<string>();
    const door = createDoor();
    const seen: (string | undefined)[] = [];
    const visits = ['a', 'b', 'c'].map((id) =>
      ids.run(id, () =>
        door.enter({ createdAt: 0, tooLateAfter: Infinity }, async () => void seen.push(ids.getStore())),
      ),
    );
    await turns();
    expect(await Promise.all(visits)).toEqual([true, true, true]);
    expect(seen).toEqual(['a', 'c', 'b']);
  });

  it('hands on what its work throws, and stays open', async () => {
    const door = createDoor();
    const visit = { createdAt: 0, tooLateAfter: Infinity };
    const broken = door.enter(visit, () => Promise.reject(new Error('broken')));
    await expect(broken).rejects.toThrow('broken');
    expect(await door.enter(visit, () => Promise.resolve())).toBe(true);
  });
});
