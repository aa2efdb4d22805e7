import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type ConvertedArticle, ImportError, type Reading } from './raw-article.ts';
import type { Source } from './source/source.ts';

/** What is sent to the converting process. `memory` is what it may hold, in MiB. */
export interface ConversionTask {
  readonly source: Source;
  readonly reading: Reading;
  readonly memory: number;
}

export type Conversion =
  | { readonly kind: 'article'; readonly article: ConvertedArticle }
  | { readonly kind: 'refused'; readonly why: string };

/** Time in milliseconds; memory in MiB, of the whole process. */
const CONVERSION_LIMITS = { time: 30_000, memory: 768 };
/** What of its memory the process may use for its heap; the rest is for buffers, threads and the program itself. */
const HEAP_SHARE = 0.75;

const PROGRAM = fileURLToPath(new URL('convert-child.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');
/** The reader of a hostile file gets no secret of ours. */
const PASSED_ON = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'];

/**
 * readArticle() in a process of its own, so that the reader of a hostile file ends within the limits, whatever it does.
 *
 * @throws ImportError when the source cannot be read
 */
export async function convert(
  source: Source,
  reading: Reading,
  { time, memory } = CONVERSION_LIMITS,
): Promise<ConvertedArticle> {
  const env = PASSED_ON.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const child = fork(PROGRAM, {
    execArgv: ['--import', TSX, `--max-old-space-size=${Math.floor(memory * HEAP_SHARE)}`],
    env: Object.fromEntries(env),
    serialization: 'advanced',
    // Readers write warnings about broken files; ours are enough.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  try {
    const answered = once(child, 'message', { signal: AbortSignal.timeout(time) });
    const ended = once(child, 'exit').then(([code, signal]) => {
      // V8 aborts when its heap is full; the watch in the process, or the system, kills it when its memory is.
      if (signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134)
        throw new ImportError(`reading it takes more than ${memory} MiB of memory`);
      throw new Error(`The converting process ended with ${signal ?? code} and without a result.`);
    });
    const task: ConversionTask = { source, reading, memory };
    // When it cannot be sent, the process has ended, and its end says why.
    child.send(task, () => undefined);
    const conversion: Conversion = (await Promise.race([answered, ended]))[0];
    if (conversion.kind === 'article') return conversion.article;
    throw new ImportError(conversion.why);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ABORT_ERR')
      throw new ImportError(`reading it takes longer than ${time / 1000} s`);
    throw error;
  } finally {
    child.kill('SIGKILL');
  }
}
