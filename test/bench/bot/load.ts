import type { LocalDiscord } from 'local-discord';
import { type BotOnDiscord, startBotOnDiscord } from './bot-on-discord.ts';
import { createSender } from './sender.ts';
import { sorted, quantile } from '../statistics.ts';

/** What became of the questions sent at one rate. */
export interface LoadStep {
  /** Questions a second. */
  readonly rate: number;
  readonly sent: number;
  /** Without an answer in time. */
  readonly failed: number;
  /** Milliseconds from when a question was due to the answer. A failed one counts as the longest wait. */
  readonly medianMs: number;
  readonly p99Ms: number;
  /** Of the bot's process: how late its event loop is, and its memory. */
  readonly delayP99Ms: number;
  readonly residentBytes: number;
}

export interface Load {
  readonly steps: readonly LoadStep[];
  /** The highest rate before the first whose p99 passes `KNEE_MS`. */
  readonly knee: number | undefined;
}

/** Milliseconds at p99 that are too long. */
export const KNEE_MS = 1000;
/** Questions a second. */
export const FIRST_RATE = 50;
const GROWTH = 1.25;
/** More than any machine of today answers. */
const MOST_RATE = 20_000;

/** Sends questions at rising rates, each for so many seconds, until the bot is too slow. */
export async function measureLoad(
  dataDir: string,
  questions: readonly string[],
  secondsPerStep: number,
): Promise<Load> {
  const running = await startBotOnDiscord(dataDir);
  try {
    // Not counted: the first questions pay for the compiler.
    await sendAtRate(running.discord, questions, FIRST_RATE, secondsPerStep);
    await running.bot.watchDelay();
    const steps: LoadStep[] = [];
    for (let rate = FIRST_RATE; rate < MOST_RATE; rate = Math.round(rate * GROWTH)) {
      const step = await measureStep(running, questions, rate, secondsPerStep);
      steps.push(step);
      if (step.p99Ms > KNEE_MS) break;
    }
    return { steps, knee: steps.findLast(({ p99Ms }) => p99Ms <= KNEE_MS)?.rate };
  } finally {
    await running.stop();
  }
}

async function measureStep(
  { discord, bot }: BotOnDiscord,
  questions: readonly string[],
  rate: number,
  seconds: number,
): Promise<LoadStep> {
  const { waits, failed } = await sendAtRate(discord, questions, rate, seconds);
  const { p99Ms: delayP99Ms } = await bot.delay();
  const ordered = sorted(waits);
  return {
    rate,
    sent: waits.length,
    failed,
    medianMs: quantile(ordered, 0.5),
    p99Ms: quantile(ordered, 0.99),
    delayP99Ms,
    residentBytes: await bot.residentBytes(),
  };
}

interface Sent {
  /** Milliseconds, one for each question. A failed one counts as the longest wait. */
  readonly waits: readonly number[];
  readonly failed: number;
}

/** Sends questions at a steady rate, and waits until each is answered or given up. */
export async function sendAtRate(
  discord: LocalDiscord,
  questions: readonly string[],
  rate: number,
  seconds: number,
): Promise<Sent> {
  const sender = createSender(discord, questions);
  await sender.send(rate, seconds);
  await sender.settled();
  sender.stop();
  const waits = sender.outcomes.map(({ waitMs }) => waitMs);
  return { waits, failed: sender.outcomes.filter(({ isFailed }) => isFailed).length };
}
