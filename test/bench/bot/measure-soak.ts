import { startBotOnDiscord } from './bot-on-discord.ts';
import { sendAtRate } from './load.ts';

export interface Soak {
  readonly sent: number;
  readonly failed: number;
  /** Means of the first and the last of the windows, each after collections. */
  readonly firstBytes: number;
  readonly lastBytes: number;
  /** How much more the last is than the first: 0.05 is 5 %. Less than 0: the heap shrank. */
  readonly growth: number;
}

/** Seconds between two looks at the heap. */
const LOOK_SECONDS = 5;
const MINUTE = 60;

/**
 * Sends questions at one rate for so many minutes, and compares the bot's heap in the first and in the last minute
 * (of fewer than three, in the first and the last third). Half a minute before the first is not counted: the compiler
 * and the pools of the connections fill then.
 */
export async function soak(
  dataDir: string,
  questions: readonly string[],
  { rate, minutes }: { readonly rate: number; readonly minutes: number },
  progress: (what: string) => void,
): Promise<Soak> {
  const running = await startBotOnDiscord(dataDir);
  try {
    await sendAtRate(running.discord, questions, rate, MINUTE / 2);
    const heap: number[] = [];
    let [sent, failed] = [0, 0];
    for (let seconds = 0; seconds < MINUTE * minutes; seconds += LOOK_SECONDS) {
      const step = await sendAtRate(running.discord, questions, rate, LOOK_SECONDS);
      sent += step.waits.length;
      failed += step.failed;
      const bytes = await running.bot.heapBytes();
      heap.push(bytes);
      progress(`${seconds + LOOK_SECONDS} s: ${(bytes / 1e6).toFixed(2)} MB`);
    }
    return { sent, failed, ...compareEnds(heap, MINUTE / LOOK_SECONDS) };
  } finally {
    await running.stop();
  }
}

/** Compares the means of the first and the last `window` numbers, or of a third where there are few. */
export function compareEnds(
  bytes: readonly number[],
  window: number,
): Pick<Soak, 'firstBytes' | 'lastBytes' | 'growth'> {
  const length = Math.max(1, Math.min(window, Math.floor(bytes.length / 3)));
  const mean = (numbers: readonly number[]): number =>
    numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const firstBytes = mean(bytes.slice(0, length));
  const lastBytes = mean(bytes.slice(-length));
  return { firstBytes, lastBytes, growth: lastBytes / firstBytes - 1 };
}
