import type { Worker } from 'node:worker_threads';
import { startThread } from '../start-thread.ts';
import type { Pair, ThreadMessage } from './reader-worker.ts';
import { noReader, type Reader, READING_LIMIT, type Reading, type ReaderState } from './reader.ts';

/** A reader in a thread of its own. */
export interface OpenReader extends Reader {
  /** Starts the thread. Resolves when it can read, or has failed to load, which goes to the log. */
  load(): Promise<void>;
  close(): Promise<void>;
}

/** A part of `Log`, for programs that have none. */
export interface ReaderLog {
  info(fields: { readonly milliseconds: number }, event: string): void;
  error(fields: { readonly err: unknown }, event: string): void;
}

export interface ReaderOptions {
  readonly log: ReaderLog;
  /** In milliseconds. */
  readonly now?: () => number;
  /** Milliseconds; see `Reader.read`. */
  readonly limit?: number;
  /** Whether there is too much else to do to read anything. */
  readonly isCrowded?: () => boolean;
  /** Starts a thread that speaks as `reader-worker.ts` does. */
  readonly start?: () => Worker;
}

const startReaderThread = (): Worker => startThread(new URL('reader-worker.ts', import.meta.url), {});

/** A reader that has not been loaded. One that fails, now or later, says so once in the log and reads no more. */
export function openReader({
  log,
  now = () => performance.now(),
  limit = READING_LIMIT,
  isCrowded = () => false,
  start = startReaderThread,
}: ReaderOptions): OpenReader {
  let state: ReaderState = 'loading';
  let worker: Worker | undefined;
  /** The last question to come, done or not: questions are read in the order in which they come. */
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  /** A moving mean of the milliseconds that one question takes. */
  let typical = 100;
  let heard: (message: ThreadMessage | undefined) => void = () => undefined;
  /** Whether the thread loads or reads, which it must not be ended in. */
  let isAtWork = false;
  let rested: () => void = () => undefined;

  function rest(): void {
    isAtWork = false;
    rested();
  }

  function fail(error: unknown): void {
    if (state !== 'loading' && state !== 'ready') return;
    state = 'failed';
    log.error({ err: error }, 'reader failed: answering by words alone');
    heard(undefined);
  }

  /** The thread's next message; undefined when none will come. The process stays alive for it. */
  async function nextMessage(): Promise<ThreadMessage | undefined> {
    isAtWork = true;
    worker?.ref();
    const message = await new Promise<ThreadMessage | undefined>((resolve) => (heard = resolve));
    if (state !== 'off') worker?.unref();
    return message;
  }

  async function readPair(pair: Pair): Promise<Reading | undefined> {
    const answer = nextMessage();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker?.postMessage(pair);
    const message = await answer;
    return message?.kind === 'read' ? message.reading : undefined;
  }

  return {
    get state() {
      return state;
    },
    async load() {
      const began = now();
      try {
        worker = start();
      } catch (error) {
        return fail(error);
      }
      worker.on('message', (message: ThreadMessage) => {
        rest();
        heard(message);
      });
      worker.on('error', fail);
      worker.on('exit', (code) => {
        rest();
        fail(new Error(`The reader's thread ended with code ${code}`));
      });
      if ((await nextMessage()) === undefined) return;
      state = 'ready';
      log.info({ milliseconds: Math.round(now() - began) }, 'reader loaded');
    },
    read(question, texts, isEnough) {
      const deadline = now() + limit;
      async function readAll(): Promise<readonly Reading[] | undefined> {
        const began = now();
        const done: Reading[] = [];
        for (const text of texts) {
          if (state !== 'ready' || now() > deadline || isCrowded()) return undefined;
          const reading = await readPair({ question, text });
          if (reading === undefined) return undefined;
          done.push(reading);
          if (isEnough(done)) break;
        }
        typical += (now() - began - typical) / 8;
        return done;
      }
      // Who cannot be read in time need not wait to learn it.
      if (state !== 'ready' || waiting * typical > limit || isCrowded()) return Promise.resolve(undefined);
      waiting += 1;
      const readings = last.then(readAll).finally(() => (waiting -= 1));
      last = readings;
      return readings;
    },
    async close() {
      if (state !== 'failed') state = 'off';
      heard(undefined);
      // Else the process might end before the thread has.
      worker?.ref();
      // The runtime aborts the whole process when its thread is ended in the middle of its work.
      if (isAtWork) await new Promise<void>((resolve) => (rested = resolve));
      await worker?.terminate();
    },
  };
}

/** A loaded reader that takes its time, for programs at a terminal; none where it is turned off or fails to load. */
export async function loadReader(log: ReaderLog, setting = process.env['READER']): Promise<Reader> {
  if (setting === 'off') return noReader;
  const reader = openReader({ log, limit: Infinity });
  await reader.load();
  return reader.state === 'ready' ? reader : noReader;
}
