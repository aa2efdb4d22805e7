import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestFault } from 'local-discord';
import { type Excuse, type Fault, refused } from '../fault.ts';
import type { World } from '../world.ts';

const CALLBACK = { method: 'POST', path: /^\/interactions\/\d+\/[^/]+\/callback$/ } as const;
const CHANNEL = { method: 'POST', path: /^\/channels\/\d+\/messages$/ } as const;

/** Milliseconds between two faults. */
const EVERY = 200;

/** Brings a fault about again and again, each time for another request. */
const sprinkle =
  (bringAbout: (world: World) => void) =>
  async (world: World): Promise<void> => {
    for (let left = 1000 * world.seconds; left > 0; left -= EVERY) {
      bringAbout(world);
      await sleep(EVERY);
    }
  };

const refusal = (status: number, code: number, message: string): RequestFault => ({
  kind: 'respond',
  status,
  body: { code, message },
});

/** Refused with one of Discord's codes, for which there is no second try. */
const refusedWith = (
  [status, code, message]: readonly [status: number, code: number, message: string],
  request: typeof CALLBACK | typeof CHANNEL,
  rest: { readonly log: RegExp; readonly mayLose?: Excuse },
): Fault => ({
  name: `REST: ${code}, ${message}`,
  ...rest,
  play: sprinkle(({ discord }) => discord.faults.rest.plan(request, refusal(status, code, message))),
});

const planned = (fault: RequestFault, request: typeof CALLBACK | typeof CHANNEL = CALLBACK, times = 1) =>
  sprinkle(({ discord }) => discord.faults.rest.plan(request, fault, times));

const QUESTION = /"event":"question"/;
const ANSWERED = /"event":"answered already"/;
const undelivered = (why: string): RegExp => new RegExp(`${why}.*"event":"answer not delivered"`);

export const restFaults: readonly Fault[] = [
  {
    name: 'REST: 500 three times for one answer',
    short: true,
    log: QUESTION,
    play: planned({ kind: 'respond', status: 500 }, CALLBACK, 3),
  },
  {
    name: 'REST: 503 for everything',
    log: /"event":"interaction failed"/,
    mayLose: refused('every try of the client library was answered with 503'),
    async play({ discord, seconds }) {
      discord.faults.rest.plan({}, { kind: 'respond', status: 503 }, Infinity);
      await sleep(1000 * seconds);
      discord.faults.rest.clear();
    },
  },
  {
    name: 'REST: 429 with Retry-After',
    log: QUESTION,
    play: sprinkle(({ discord }) => discord.faults.rest.planRateLimit(CALLBACK, 0.1)),
  },
  {
    name: 'REST: 429 without Retry-After',
    log: QUESTION,
    play: sprinkle(({ discord }) => discord.faults.rest.planRateLimit(CALLBACK, undefined)),
  },
  {
    name: 'REST: connection reset before the answer was taken',
    log: QUESTION,
    play: planned({ kind: 'reset' }),
  },
  {
    name: 'REST: connection closed before the answer was taken',
    log: QUESTION,
    play: planned({ kind: 'close' }),
  },
  {
    name: 'REST: connection reset after the answer was taken',
    short: true,
    log: ANSWERED,
    play: planned({ kind: 'drop-response' }),
  },
  {
    name: 'REST: connection closed after the answer was taken',
    log: ANSWERED,
    play: planned({ kind: 'close-unanswered' }),
  },
  {
    name: 'REST: connection reset after the answer to a mention was taken',
    log: QUESTION,
    play: planned({ kind: 'drop-response' }, CHANNEL),
  },
  {
    name: 'REST: connection closed after the answer to a mention was taken',
    short: true,
    log: QUESTION,
    play: planned({ kind: 'close-unanswered' }, CHANNEL),
  },
  refusedWith([404, 10062, 'unknown interaction'], CALLBACK, {
    log: undelivered('within 3 seconds'),
    mayLose: refused('Discord has given these interactions up'),
  }),
  refusedWith([400, 40060, 'already acknowledged'], CALLBACK, {
    log: ANSWERED,
    mayLose: refused('Discord has an answer to these, and takes no second one'),
  }),
  refusedWith([403, 50013, 'missing permissions'], CHANNEL, {
    log: undelivered('may not write'),
    mayLose: refused('the bot may not write in the channel'),
  }),
  refusedWith([401, 50027, 'invalid webhook token'], CALLBACK, {
    log: undelivered('for 15 minutes'),
    mayLose: refused('Discord has given these interactions up'),
  }),
  refusedWith([400, 200_000, 'blocked by AutoMod'], CALLBACK, {
    log: undelivered('AutoMod'),
    mayLose: refused('AutoMod blocked what was said instead, too'),
  }),
  {
    name: 'REST: every answer is taken a second late',
    log: /"milliseconds":1\d{3},"event":"question"/,
    async play({ discord, seconds }) {
      discord.faults.rest.plan(CALLBACK, { kind: 'delay', until: 1000 }, Infinity);
      await sleep(1000 * seconds);
    },
  },
];
