import { Worker } from 'node:worker_threads';
import { ImportError } from './raw-article.ts';
import type { RawArticle } from './raw-article.ts';
import type { Reading } from './raw-article.ts';
import type { SourceFormat } from './source/source.ts';

export interface ConversionRequest {
  readonly format: SourceFormat;
  readonly bytes: Uint8Array;
  readonly reading: Reading;
}

export type Conversion =
  | { readonly kind: 'article'; readonly article: RawArticle }
  | { readonly kind: 'refused'; readonly why: string };

export interface ConversionLimits {
  /** In milliseconds. */
  readonly time: number;
  /** Of the thread's heap, in MiB. */
  readonly memory: number;
}

/** A report of 20 MB takes a few seconds and some 200 MiB. */
export const CONVERSION_LIMITS: ConversionLimits = { time: 30_000, memory: 512 };

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
  request: ConversionRequest,
  limits: ConversionLimits = CONVERSION_LIMITS,
): Promise<RawArticle> {
  const worker = new Worker(START, {
    eval: true,
    workerData: { request, tsx: TSX, program: new URL('convert-worker.ts', import.meta.url).href },
    // The thread must not load again what this process was started with.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    // Readers write warnings about broken files; ours are enough.
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const conversion = await new Promise<Conversion>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') reject(error);
        else resolve({ kind: 'refused', why: `reading it takes more than ${limits.memory} MiB of memory` });
      });
      worker.once('exit', (code) => {
        reject(new Error(`The converting thread ended with code ${code} and without a result.`));
      });
      timer = setTimeout(() => {
        resolve({ kind: 'refused', why: `reading it takes longer than ${limits.time / 1000} s` });
      }, limits.time);
    });
    if (conversion.kind === 'refused') throw new ImportError(conversion.why);
    return conversion.article;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
