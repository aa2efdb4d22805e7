import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from './list/index.ts';
import { playFault } from './play-fault.ts';
import { createWorld, type World } from './world.ts';

/** A bot that is started again on a busy computer takes its time. In milliseconds. */
const TIMEOUT = 120_000;

describe('at 30 questions a second no answer is doubled, none is lost without an excuse, and the log names the fault', () => {
  let world: World;

  beforeAll(async () => {
    world = await createWorld({ seconds: 0.5, reads: false });
  }, TIMEOUT);
  afterAll(() => world.stop());

  it.for(faults.filter(({ short }) => short))('$name', { timeout: TIMEOUT }, async (fault, { skip }) => {
    const row = await playFault(fault, world);
    expect(row.doubled).toBe(0);
    skip(row.isBusy, `this computer was too busy: ${row.problems.join('; ')}`);
    expect(row.problems).toEqual([]);
    expect(row.sent).toBeGreaterThan(0);
  });

  it('unless it is: then the row says so', { timeout: TIMEOUT }, async () => {
    const { problems } = await playFault(
      {
        name: 'a fault that loses answers without an excuse',
        log: /"event":"interaction failed"/,
        async play({ discord, member }) {
          discord.faults.rest.plan({}, { kind: 'respond', status: 503 }, Infinity);
          await expect(member.command('ask', { question: 'Who?' }).acknowledged()).rejects.toThrow(
            'within 3 seconds',
          );
        },
      },
      world,
    );
    expect(problems.join()).toContain('lost without an excuse');
  });
});
