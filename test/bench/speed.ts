import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What `time-contender.ts` tells, in this order. */
export type TimingMessage =
  /** The text is made; the build begins. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'built'; readonly buildMs: number; readonly bytes: number }
  | { readonly kind: 'asked'; readonly times: readonly number[]; readonly right: number };

/** One run of one contender in a process of its own. */
export interface Timing {
  readonly buildMs: number;
  /** Heap and array buffers that the index takes, after a collection. */
  readonly bytes: number;
  /** Milliseconds, one for each question that there was time for; at least one. */
  readonly times: readonly number[];
  /** How many of them found first the paragraph that they were made of. */
  readonly right: number;
}

export type TimingOutcome =
  | { readonly kind: 'timed'; readonly timing: Timing }
  /** It was not built, or had not answered a single question, within so many seconds. */
  | { readonly kind: 'late'; readonly doing: 'build' | 'ask'; readonly seconds: number }
  /** The whole run had no time left for it. */
  | { readonly kind: 'left-out' }
  /** Its process ended by itself, as when memory runs out. */
  | { readonly kind: 'ended'; readonly how: string };

export interface TimingOptions {
  readonly paragraphs: number;
  readonly questions: number;
  readonly buildSeconds: number;
  readonly askSeconds: number;
}

/** For the question that is asked when the time is over. */
const GRACE_SECONDS = 20;
const MOST_HEAP_MB = 8000;

/** Runs one contender in a new process, which is ended when its time is over. */
export function timeContender(name: string, options: TimingOptions): Promise<TimingOutcome> {
  const { paragraphs, questions, buildSeconds, askSeconds } = options;
  const settings = {
    '--name': name,
    '--paragraphs': String(paragraphs),
    '--questions': String(questions),
    '--milliseconds': String(1000 * askSeconds),
  };
  const child = fork(
    fileURLToPath(new URL('time-contender.ts', import.meta.url)),
    Object.entries(settings).flat(),
    { execArgv: ['--expose-gc', `--max-old-space-size=${MOST_HEAP_MB}`, '--import', 'tsx'] },
  );
  return new Promise((resolve, reject) => {
    let outcome: TimingOutcome | undefined;
    let built = { buildMs: 0, bytes: 0 };
    let timer: NodeJS.Timeout | undefined;
    const endAfter = (doing: 'build' | 'ask', seconds: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        outcome = { kind: 'late', doing, seconds };
        child.kill('SIGKILL');
      }, 1000 * seconds);
    };
    child.on('message', (message: TimingMessage) => {
      switch (message.kind) {
        case 'ready':
          return endAfter('build', buildSeconds);
        case 'built':
          built = message;
          return endAfter('ask', askSeconds + GRACE_SECONDS);
        case 'asked': {
          const { times, right } = message;
          outcome =
            times.length > 0
              ? { kind: 'timed', timing: { buildMs: built.buildMs, bytes: built.bytes, times, right } }
              : { kind: 'late', doing: 'ask', seconds: askSeconds };
        }
      }
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      resolve(outcome ?? { kind: 'ended', how: signal ?? `exit code ${code}` });
    });
  });
}
