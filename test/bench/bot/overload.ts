import { startBotOnDiscord } from './bot-on-discord.ts';
import { createSender, type Outcome } from './sender.ts';

/** What becomes of questions while there are far too many, and when there no longer are. */
export interface Overload {
  /** Too many: questions a second, what was sent, and what was answered in time. */
  readonly flood: Flood;
  /** After it. */
  readonly calm: Flood & {
    /** Seconds after which every question was answered; undefined: never. */
    readonly recoveredAfter: number | undefined;
  };
  /** The first seconds of a bot that has just connected. */
  readonly coldStart: Flood & {
    /** Answered in time, of those sent in its first second. */
    readonly answeredAtOnce: number;
  };
  /** Questions for which there was more than one message. */
  readonly doubled: number;
}

interface Flood {
  readonly rate: number;
  readonly sent: number;
  readonly answered: number;
}

/** Asked for: so many seconds after a flood all is answered again. */
export const RECOVERY_SECONDS = 3;
const FLOOD_SECONDS = 10;
const CALM_SECONDS = 6;
const COLD_SECONDS = 3;
export const COLD_RATE = 200;

/** Floods a bot at three times its knee, in questions a second, then asks at half of it; and floods one that has just begun. */
export async function measureOverload(
  dataDir: string,
  questions: readonly string[],
  knee: number,
): Promise<Overload> {
  const cold = await flooded(dataDir, questions, [[COLD_RATE, COLD_SECONDS]]);
  const [floodRate, calmRate] = [3 * knee, Math.round(knee / 2)];
  const { outcomes, doubled, begins } = await flooded(dataDir, questions, [
    [floodRate, FLOOD_SECONDS],
    [calmRate, CALM_SECONDS],
  ]);
  const [, calmFrom = 0] = begins;
  const calm = outcomes.filter(({ due }) => due >= calmFrom);
  const firstSecond = cold.outcomes.filter(({ due }) => due < (cold.begins[0] ?? 0) + 1000);
  return {
    flood: floodOf(
      floodRate,
      outcomes.filter(({ due }) => due < calmFrom),
    ),
    calm: { ...floodOf(calmRate, calm), recoveredAfter: recoveredAfter(calm, calmFrom) },
    coldStart: { ...floodOf(COLD_RATE, cold.outcomes), answeredAtOnce: answeredOf(firstSecond) },
    doubled: doubled + cold.doubled,
  };
}

/** Sends at these rates, each for so many seconds, one right after the other, to a bot that has just connected. */
async function flooded(
  dataDir: string,
  questions: readonly string[],
  rates: readonly (readonly [rate: number, seconds: number])[],
) {
  const running = await startBotOnDiscord(dataDir);
  try {
    const sender = createSender(running.discord, questions);
    const begins: number[] = [];
    for (const [rate, seconds] of rates) {
      begins.push(performance.now());
      await sender.send(rate, seconds);
    }
    await sender.settled();
    sender.stop();
    return { outcomes: sender.outcomes, doubled: sender.doubled, begins };
  } finally {
    await running.stop();
  }
}

const answeredOf = (outcomes: readonly Outcome[]): number =>
  outcomes.filter(({ isFailed }) => !isFailed).length;

const floodOf = (rate: number, outcomes: readonly Outcome[]): Flood => ({
  rate,
  sent: outcomes.length,
  answered: answeredOf(outcomes),
});

/** Seconds from `begin` until the last question that failed was sent; undefined when that was one of the last second. */
export function recoveredAfter(outcomes: readonly Outcome[], begin: number): number | undefined {
  const lastSent = Math.max(...outcomes.map(({ due }) => due));
  const lastFailed = Math.max(begin, ...outcomes.filter(({ isFailed }) => isFailed).map(({ due }) => due));
  return lastFailed > lastSent - 1000 ? undefined : (lastFailed - begin) / 1000;
}
