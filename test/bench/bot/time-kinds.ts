import { once } from 'node:events';
import type { LocalDiscord } from 'local-discord';
import { quantile, sorted } from '../statistics.ts';

/** What people send the bot besides a question; each is held against `/ask`. */
export interface KindTimes {
  readonly kind: string;
  /** Milliseconds from sending it to the bot's first response. */
  readonly medianMs: number;
  readonly p99Ms: number;
}

/** Of the shipped report. The second leans on the first, and is read as just that. */
const QUESTION = 'What did Chris Garver say?';
const FOLLOW_UP = 'and what did he say?';

/** Sends one of each kind, so many times in turn: `/ask` comes first. */
export async function timeKinds(discord: LocalDiscord, rounds: number): Promise<readonly KindTimes[]> {
  const member = discord.as(discord.people.member);
  const ask = (question: string) => member.command('ask', { question }).acknowledged();
  const kinds: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['`/ask`', () => ask(QUESTION)],
    ['a follow-up', () => ask(FOLLOW_UP)],
    ['`/help`', () => member.command('help').acknowledged()],
    ['a greeting', () => replyTo(discord, () => member.mention('hello').id)],
  ];
  const waits = kinds.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, [, send]] of kinds.entries()) {
      const sent = performance.now();
      await send();
      waits[at]?.push(performance.now() - sent);
    }
  }
  return kinds.map(([kind], at) => {
    const times = sorted(waits[at] ?? []);
    return { kind, medianMs: quantile(times, 0.5), p99Ms: quantile(times, 0.99) };
  });
}

/** Milliseconds to wait for a reply; a mention has no time limit of its own. */
const LONGEST_WAIT = 3000;

/** Resolves with the reply to the message that `write` writes. Rejects when there is none in time. */
async function replyTo({ subscribe }: LocalDiscord, write: () => string): Promise<void> {
  const replies = new EventTarget();
  const stop = subscribe((event) => {
    if (event.kind === 'message-created')
      replies.dispatchEvent(new Event(event.message.message_reference?.message_id ?? 'none'));
  });
  try {
    await once(replies, write(), { signal: AbortSignal.timeout(LONGEST_WAIT) });
  } finally {
    stop();
  }
}
