import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverFaults } from '../faults/list/servers.ts';
import { playFault } from '../faults/play-fault.ts';
import { findLacking } from '../faults/servers.ts';
import { createWorld, type World } from '../faults/world.ts';

/** Servers are started, and bots, on a busy computer. In milliseconds. */
const TIMEOUT = 240_000;

describe.for(['database', 'search'] as const)(
  'at 30 questions a second, with a %s server that is lost, no answer is wrong, doubled or of two generations',
  (needs) => {
    const lacking = findLacking(needs);
    let world: World;
    beforeAll(async () => {
      if (lacking === undefined) world = await createWorld({ seconds: 1, reads: false, needs });
    }, TIMEOUT);
    afterAll(() => world?.stop());

    it.for(serverFaults.filter((fault) => fault.needs === needs))(
      '$name',
      { timeout: TIMEOUT },
      async (fault, { skip }) => {
        skip(lacking !== undefined, `it needs ${lacking}`);
        const row = await playFault(fault, world);
        expect(row.doubled).toBe(0);
        expect(row.wrong).toBe(0);
        skip(row.isBusy, `this computer was too busy: ${row.problems.join('; ')}`);
        expect(row.problems).toEqual([]);
        expect(row.sent).toBeGreaterThan(0);
      },
    );
  },
);
