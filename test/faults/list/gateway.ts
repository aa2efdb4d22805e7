import { setTimeout as sleep } from 'node:timers/promises';
import { awayTooLong, cutOff, type Fault, whileAway } from '../fault.ts';
import type { World } from '../world.ts';

const RESUMED = /"event":"gateway resumed"/;
const ANEW = /"event":"gateway session begun anew"/;
/** The client begins a new session after some seconds, and looks twice a second whether anybody listens. */
const BACK = 20_000;

/** Brings the fault about; resolves when the bot logs that it is back. */
const until =
  (back: RegExp, bringAbout: (world: World) => unknown) =>
  async (world: World): Promise<void> => {
    const from = world.bot.output().length;
    await bringAbout(world);
    const isBack = world.bot.printed(back, from).then(() => true);
    if (!(await Promise.race([isBack, sleep(BACK, false, { ref: false })])))
      throw new Error(`the bot did not log ${back} within ${BACK / 1000} s`);
  };

/** Close codes of Discord's documentation, "Gateway Close Event Codes", after which a bot connects again. */
const CLOSE_CODES: readonly (readonly [code: number, meaning: string, back: RegExp])[] = [
  [4000, 'unknown error', RESUMED],
  [4001, 'unknown opcode', RESUMED],
  [4002, 'decode error', RESUMED],
  [4003, 'not authenticated', ANEW],
  [4005, 'already authenticated', ANEW],
  [4007, 'invalid sequence', ANEW],
  [4008, 'rate limited', ANEW],
  [4009, 'session timed out', RESUMED],
];

const closedForGood = (code: number, meaning: string, sentence: string): Fault => ({
  name: `gateway: close code ${code} (${meaning}) ends the bot; it is started again`,
  log: new RegExp(sentence),
  mayLose: cutOff,
  async play({ discord, bot, startBot }) {
    const cutAt = performance.now();
    discord.faults.gateway.disconnect(code);
    const exitCode = await bot.exited;
    if (exitCode !== 1) throw new Error(`the bot ended with ${exitCode}, wanted 1`);
    await startBot();
    return { cutAt };
  },
});

const outage = (seconds: number): Fault => ({
  name: `gateway and REST: outage of ${seconds} s`,
  log: /"event":"gateway reconnecting"/,
  mayLose: cutOff,
  async play(world) {
    const cutAt = performance.now();
    await until(ANEW, async ({ discord }) => {
      const { end } = await discord.faults.outage();
      await sleep(1000 * seconds);
      await end();
    })(world);
    return { cutAt };
  },
});

export const gatewayFaults: readonly Fault[] = [
  {
    name: 'gateway: the socket drops',
    short: true,
    log: RESUMED,
    mayLose: awayTooLong,
    play: until(RESUMED, ({ discord }) => discord.faults.gateway.disconnect()),
  },
  {
    name: 'gateway: op 7, reconnect',
    log: RESUMED,
    mayLose: awayTooLong,
    play: until(RESUMED, ({ discord }) => discord.faults.gateway.requestReconnect()),
  },
  {
    name: 'gateway: op 9, session invalid, resumable',
    log: RESUMED,
    mayLose: awayTooLong,
    play: until(RESUMED, ({ discord }) => discord.faults.gateway.invalidateSessions({ resumable: true })),
  },
  {
    name: 'gateway: op 9, session invalid for good',
    short: true,
    log: ANEW,
    mayLose: whileAway,
    play: until(ANEW, ({ discord }) => discord.faults.gateway.invalidateSessions({ resumable: false })),
  },
  {
    name: 'gateway: zombie, no heartbeat is answered',
    short: true,
    log: RESUMED,
    mayLose: awayTooLong,
    play: until(RESUMED, async ({ discord, bot }) => {
      const { gateway } = discord.faults;
      const from = bot.output().length;
      gateway.answerHeartbeats(false);
      await bot.printed(/"event":"gateway reconnecting"/, from);
      gateway.answerHeartbeats(true);
    }),
  },
  outage(3),
  outage(60),
  ...CLOSE_CODES.map(([code, meaning, back]): Fault => ({
    name: `gateway: close code ${code}, ${meaning}`,
    log: back,
    mayLose: back === ANEW ? whileAway : awayTooLong,
    play: until(back, ({ discord }) => discord.faults.gateway.disconnect(code)),
  })),
  closedForGood(4004, 'authentication failed', 'Discord refuses the token\\.'),
  closedForGood(
    4014,
    'disallowed intents',
    'Discord refuses the intents of this bot \\(close code 4014\\)\\.',
  ),
];
