import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { ImportError, type RawArticle, type Reading } from './raw-article.ts';
import type { Source } from './source/source.ts';

export type Conversion =
  | { readonly kind: 'article'; readonly article: RawArticle }
  | { readonly kind: 'refused'; readonly why: string };

/** Time in milliseconds, memory of the thread's heap in MiB. A report of 20 MB takes a few seconds and some 200 MiB. */
const CONVERSION_LIMITS = { time: 30_000, memory: 512 };

const TSX = import.meta.resolve('tsx/esm/api');
/** Node 20 does not carry `--import tsx` over to threads, so that this one asks tsx itself to run TypeScript. */
const START = `
  const { tsx, program } = require('node:worker_threads').workerData;
  import(tsx).then(({ tsImport }) => tsImport(program, program));
`;

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
  const worker = new Worker(START, {
    eval: true,
    workerData: { source, reading, tsx: TSX, program: new URL('convert-worker.ts', import.meta.url).href },
    // The thread must not load again what this process was started with.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memory },
    // Readers write warnings about broken files; ours are enough.
    stdout: true,
    stderr: true,
  });
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
