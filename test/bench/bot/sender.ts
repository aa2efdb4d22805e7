import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalDiscord } from 'local-discord';

/** What became of one question. */
export interface Outcome {
  /** When it was to be sent, in milliseconds as `performance.now()` tells them. */
  readonly due: number;
  /** From then to the answer, which a deferral is not; of a failed question, as long as Discord waits for a response. */
  readonly waitMs: number;
  /** Without an answer. */
  readonly isFailed: boolean;
}

/** Sends questions, and hears what becomes of each. */
export interface Sender {
  /** What became of those that are settled, in the order in which they were. */
  readonly outcomes: readonly Outcome[];
  /** Questions for which the bot has made more than one message. */
  readonly doubled: number;
  /** Sends at a steady rate, whether or not earlier ones are answered. Resolves when the last one is sent. */
  send(rate: number, seconds: number): Promise<void>;
  /** Resolves when each is answered or given up: by Discord, or, where it was deferred, after some seconds. */
  settled(): Promise<void>;
  stop(): void;
}

/** Milliseconds after which Discord gives an interaction up. */
const LONGEST_WAIT = 3000;
/** Milliseconds after which a question that was deferred counts as failed. */
const LONGEST_DEFERRAL = 10_000;
/** Milliseconds between two looks at which questions are due. */
const TICK = 2;

export function createSender(discord: LocalDiscord, questions: readonly string[]): Sender {
  const member = discord.as(discord.people.member);
  const due = new Map<string, number>();
  const messages = new Map<string, number>();
  const outcomes: Outcome[] = [];
  let asked = 0;
  const unsubscribe = discord.subscribe((event) => {
    if (event.kind === 'message-created') {
      const id = event.message.interaction_metadata?.id;
      if (id !== undefined) messages.set(id, (messages.get(id) ?? 0) + 1);
      return;
    }
    if (event.kind !== 'interaction-changed') return;
    const { payload, state } = event.interaction;
    if (state.kind !== 'waiting' && state.kind !== 'thinking') settle(payload.id, state.kind === 'failed');
  });

  function settle(id: string, isFailed: boolean): void {
    const at = due.get(id);
    if (at === undefined) return;
    due.delete(id);
    outcomes.push({ due: at, waitMs: isFailed ? LONGEST_WAIT : performance.now() - at, isFailed });
  }

  return {
    outcomes,
    get doubled() {
      return [...messages.values()].filter((count) => count > 1).length;
    },
    async send(rate, seconds) {
      // A wait begins when the question was due, so that a sender that is held up hides nothing.
      const started = performance.now();
      const dueAt = (sent: number): number => started + (1000 * sent) / rate;
      const total = Math.round(rate * seconds);
      for (let sent = 0; sent < total; await sleep(TICK)) {
        for (; sent < total && dueAt(sent) <= performance.now(); sent++) {
          const { id } = member.command('ask', { question: questions[asked++ % questions.length] ?? '' });
          due.set(id, dueAt(sent));
        }
      }
    },
    async settled() {
      const deadline = performance.now() + LONGEST_DEFERRAL;
      while (due.size > 0 && performance.now() < deadline) await sleep(TICK);
      for (const id of due.keys()) settle(id, true);
    },
    stop: unsubscribe,
  };
}
