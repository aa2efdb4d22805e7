import { startBotOnDiscord } from './bot-on-discord.ts';
import { STAGES, type Stage, timeStages } from './stages.ts';
import { type KindTimes, timeKinds } from './time-kinds.ts';
import { quantile, sorted } from '../statistics.ts';

export interface StageMeasures {
  readonly asked: number;
  /** Milliseconds from sending `/ask` to the bot's first response, one question at a time. */
  readonly medianMs: number;
  readonly p99Ms: number;
  /** Mean milliseconds of work per question. */
  readonly stages: readonly { readonly stage: Stage; readonly milliseconds: number }[];
  readonly kinds: readonly KindTimes[];
  /** Of the bot's process: before the first question, and after the last. */
  readonly residentBytes: readonly [number, number];
}

/** Few messages for each of the rounds that ask all questions. */
const KIND_ROUNDS = 10;

/**
 * Asks all questions so many times, one after the other. The first round pays for the compiler and is not counted;
 * the rounds that time stages run apart, because the profile slows the bot.
 */
export async function measureStages(
  dataDir: string,
  questions: readonly string[],
  rounds: number,
  reads: boolean,
): Promise<StageMeasures> {
  const running = await startBotOnDiscord(dataDir, { reads });
  const { bot } = running;
  if (reads) await bot.printed(/"event":"reader loaded"/);
  try {
    const before = await bot.residentBytes();
    const askAll = async (times: number): Promise<readonly number[]> => {
      const waits: number[] = [];
      for (let round = 0; round < times; round++)
        for (const question of questions) waits.push(await running.ask(question));
      return waits;
    };
    await askAll(1);
    const waits = sorted(await askAll(rounds));
    const after = await bot.residentBytes();
    const kinds = await timeKinds(running.discord, KIND_ROUNDS * rounds);
    await bot.startProfile();
    const profiled = (await askAll(rounds)).length;
    const times = timeStages(await bot.profile());
    return {
      asked: waits.length,
      medianMs: quantile(waits, 0.5),
      p99Ms: quantile(waits, 0.99),
      stages: STAGES.map((stage) => ({ stage, milliseconds: (times.get(stage) ?? 0) / profiled })),
      kinds,
      residentBytes: [before, after],
    };
  } finally {
    await running.stop();
  }
}
