import { startBotOnDiscord } from './bot-on-discord.ts';
import { sendAtRate } from './load.ts';

export interface Soak {
  readonly sent: number;
  readonly failed: number;
  /** Means of the third and the last minute, each look after a collection. */
  readonly thirdBytes: number;
  readonly lastBytes: number;
  /** How much more the last is than the third: 0.05 is 5 %. Less than 0: the heap shrank. */
  readonly growth: number;
}

/** Seconds between two looks at the heap. */
const LOOK_SECONDS = 5;
const MINUTE = 60;

/**
 * Sends questions at one rate for so many minutes, and compares the bot's heap in the third and in the last minute: until
 * the third the compiler and the pools of the connections fill. Of fewer than four minutes, halves are compared.
 */
export async function soak(
  dataDir: string,
  questions: readonly string[],
  { rate, minutes }: { readonly rate: number; readonly minutes: number },
  progress: (what: string) => void,
): Promise<Soak> {
  const running = await startBotOnDiscord(dataDir);
  try {
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

/** Compares the means of the third and the last of windows of so many numbers; of both halves where there are few. */
export function compareEnds(
  bytes: readonly number[],
  window: number,
): Pick<Soak, 'thirdBytes' | 'lastBytes' | 'growth'> {
  const isLong = bytes.length >= 4 * window;
  const length = isLong ? window : Math.ceil(bytes.length / 2);
  const from = isLong ? 2 * window : 0;
  const mean = (numbers: readonly number[]): number =>
    numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const thirdBytes = mean(bytes.slice(from, from + length));
  const lastBytes = mean(bytes.slice(-length));
  return { thirdBytes, lastBytes, growth: lastBytes / thirdBytes - 1 };
}
