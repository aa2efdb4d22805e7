import { once } from 'node:events';
import { startThread } from '../start-thread.ts';
import { ImportError, type RawArticle, type Reading } from './raw-article.ts';
import type { Source } from './source/source.ts';

export type Conversion =
  | { readonly kind: 'article'; readonly article: RawArticle }
  | { readonly kind: 'refused'; readonly why: string };

/** Time in milliseconds, memory of the thread's heap in MiB. A report of 20 MB takes a few seconds and some 200 MiB. */
const CONVERSION_LIMITS = { time: 30_000, memory: 512 };

/**
 * Reads a source and takes the boilerplate out, in a thread of its own, so that the reader of a hostile file ends
 * within the limits.
 *
 * @throws ImportError when the source cannot be read
 */
export async function convert(
  source: Source,
  reading: Reading,
  { time, memory } = CONVERSION_LIMITS,
): Promise<RawArticle> {
  const program = new URL('convert-worker.ts', import.meta.url);
  const worker = startThread(
    program,
    { source, reading },
    {
      resourceLimits: { maxOldGenerationSizeMb: memory },
      // Readers write warnings about broken files; ours are enough.
      stdout: true,
      stderr: true,
    },
  );
  try {
    const answered = once(worker, 'message', { signal: AbortSignal.timeout(time) });
    const ended = once(worker, 'exit').then(([code]) => {
      throw new Error(`The converting thread ended with code ${code} and without a result.`);
    });
    const conversion: Conversion = (await Promise.race([answered, ended]))[0];
    if (conversion.kind === 'article') return conversion.article;
    throw new ImportError(conversion.why);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ABORT_ERR') throw new ImportError(`reading it takes longer than ${time / 1000} s`);
    if (code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw new ImportError(`reading it takes more than ${memory} MiB of memory`);
    throw error;
  } finally {
    await worker.terminate();
  }
}
