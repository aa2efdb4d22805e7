import type { Answer } from '../answer/answer.ts';
import type { ReloadOutcome } from '../library/collection.ts';

/** The outcome of a question: the kind of its answer, or that we failed to give one. */
export type QuestionOutcome = Answer['kind'] | 'failed';

/** One question and its outcome. Sent once, when Discord has the answer, or when it is certain that it never will. */
export interface AnswerEvent {
  /** Id of the interaction or the message that asked. */
  readonly request: string;
  /** How it was asked: the kind of the interaction by Discord's name, or `Mention`. */
  readonly kind: string;
  readonly question: string;
  /** The server whose own reports were asked too. */
  readonly owner?: string | undefined;
  /** What the library answered, delivered or not; absent when it failed to. */
  readonly answer?: Answer['kind'];
  readonly outcome: QuestionOutcome;
  /** From the arrival of the question. */
  readonly milliseconds: number;
}

/** Must neither throw nor take long. */
export type AnswerListener = (event: AnswerEvent) => void;

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
  /** Those of them for which there was no time: too much was asked at once. */
  readonly dropped: number;
  /** Votes, settings and unanswered questions that could not be stored. */
  readonly notKept: number;
  readonly reloads: Readonly<Record<ReloadOutcome['kind'], number>>;
  readonly gateway: GatewayState;
  /** Milliseconds since Discord was last heard from; absent unless connected. */
  readonly silence?: number;
  /** Times the connection was lost. */
  readonly reconnects: number;
  readonly since: Date;
}

/** Counts. Nothing in here knows who asked, or what. */
export interface Metrics {
  readonly answered: AnswerListener;
  readonly failed: () => void;
  readonly dropped: () => void;
  readonly notKept: () => void;
  reload(outcome: ReloadOutcome['kind']): void;
  gateway(state: GatewayState): void;
  /** `lastHeartbeat` tells when the last heartbeat was sent that Discord has acknowledged. In milliseconds since 1970. */
  heartbeats(lastHeartbeat: () => number): void;
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
  let dropped = 0;
  let notKept = 0;
  let reconnects = 0;
  let gateway: GatewayState = 'connecting';
  let connectedAt = since.getTime();
  let lastHeartbeat = (): number => 0;
  return {
    answered({ outcome, milliseconds }) {
      questions[outcome] += 1;
      latency.add(milliseconds);
      for (const listener of listeners) listener(milliseconds);
    },
    failed() {
      failures += 1;
    },
    dropped() {
      dropped += 1;
    },
    notKept() {
      notKept += 1;
    },
    reload(outcome) {
      reloads[outcome] += 1;
    },
    gateway(state) {
      if (gateway === 'connected' && state === 'connecting') reconnects += 1;
      gateway = state;
      if (state === 'connected') connectedAt = now().getTime();
    },
    heartbeats(read) {
      lastHeartbeat = read;
    },
    snapshot() {
      const [p50, p99] = [latency.percentile(0.5), latency.percentile(0.99)];
      return {
        questions: { ...questions },
        ...(p50 !== undefined && { p50 }),
        ...(p99 !== undefined && { p99 }),
        failures,
        dropped,
        notKept,
        reloads: { ...reloads },
        gateway,
        ...(gateway === 'connected' && {
          silence: now().getTime() - Math.max(connectedAt, lastHeartbeat()),
        }),
        reconnects,
        since,
      };
    },
    onQuestion(listener) {
      listeners.push(listener);
    },
  };
}

/** Remembers the last `size` durations, in milliseconds. */
export function createLatencyWindow(size: number) {
  const durations: number[] = [];
  let next = 0;
  return {
    add(duration: number): void {
      durations[next] = duration;
      next = (next + 1) % size;
    },
    /** The smallest duration that `share` of them did not exceed (nearest rank); undefined before the first. */
    percentile(share: number): number | undefined {
      const sorted = [...durations].sort((a, b) => a - b);
      return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
    },
  };
}
