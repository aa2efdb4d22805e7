import type { Answer } from '../answer/answer.ts';
import type { ReloadOutcome } from '../library/live-library.ts';
import { createLatencyWindow } from './latency-window.ts';

/** What came of a question: the kind of its answer, or that we failed to give one. */
export type QuestionOutcome = Answer['kind'] | 'failed';

/** `connecting` until Discord is reached for the first time, and whenever the connection is lost. */
export type GatewayState = 'connecting' | 'connected' | 'stopped';

/** What the bot did since it started. */
export interface MetricsSnapshot {
  readonly questions: Readonly<Record<QuestionOutcome, number>>;
  /** Milliseconds to the answer in Discord, over the last {@link WINDOW} questions; absent before the first. */
  readonly p50?: number;
  readonly p99?: number;
  /** Interactions that were left without their answer, questions or not. */
  readonly failures: number;
  readonly reloads: Readonly<Record<ReloadOutcome['kind'], number>>;
  readonly gateway: GatewayState;
  /** Times the connection was lost. */
  readonly reconnects: number;
  readonly since: Date;
}

/** Counts. Nothing in here knows who asked, or what. */
export interface Metrics {
  /** @param milliseconds from the interaction's arrival until Discord has the answer */
  question(outcome: QuestionOutcome, milliseconds: number): void;
  failure(): void;
  reload(outcome: ReloadOutcome['kind']): void;
  gateway(state: GatewayState): void;
  snapshot(): MetricsSnapshot;
  /** Calls `listener` with the duration of every question, in milliseconds. */
  onQuestion(listener: (milliseconds: number) => void): void;
}

/** Questions over which latency is summed up. */
export const WINDOW = 1000;

export function createMetrics(now: () => Date = () => new Date()): Metrics {
  const since = now();
  const questions = { quoted: 0, related: 0, none: 0, failed: 0 };
  const reloads = { reloaded: 0, failed: 0, busy: 0 };
  const latency = createLatencyWindow(WINDOW);
  const listeners: ((milliseconds: number) => void)[] = [];
  let failures = 0;
  let reconnects = 0;
  let gateway: GatewayState = 'connecting';
  return {
    question(outcome, milliseconds) {
      questions[outcome] += 1;
      latency.add(milliseconds);
      for (const listener of listeners) listener(milliseconds);
    },
    failure() {
      failures += 1;
    },
    reload(outcome) {
      reloads[outcome] += 1;
    },
    gateway(state) {
      if (gateway === 'connected' && state === 'connecting') reconnects += 1;
      gateway = state;
    },
    snapshot() {
      const [p50, p99] = [latency.percentile(0.5), latency.percentile(0.99)];
      return {
        questions: { ...questions },
        ...(p50 !== undefined && { p50 }),
        ...(p99 !== undefined && { p99 }),
        failures,
        reloads: { ...reloads },
        gateway,
        reconnects,
        since,
      };
    },
    onQuestion(listener) {
      listeners.push(listener);
    },
  };
}
