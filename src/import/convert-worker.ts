import { parentPort, workerData } from 'node:worker_threads';
import { removeBoilerplate } from './boilerplate/remove-boilerplate.ts';
import { ImportError } from './raw-article.ts';
import type { Conversion, ConversionRequest } from './convert.ts';
import { readSource } from './read/read-source.ts';

/** The thread that convert() starts: reads one source and posts the result. */
async function answer({ format, bytes, reading }: ConversionRequest): Promise<Conversion> {
  try {
    return { kind: 'article', article: removeBoilerplate(await readSource(format, bytes, reading), reading) };
  } catch (error) {
    if (error instanceof ImportError) return { kind: 'refused', why: error.message };
    // Readers get any file. What they throw is about the file, and their stack does not help.
    if (error instanceof RangeError) return { kind: 'refused', why: 'it is nested too deeply, or too large' };
    return {
      kind: 'refused',
      why: `its reader failed: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

// Only convert() starts this thread, and its types say what it passes.
const { request }: { readonly request: ConversionRequest } = workerData;
const conversion = await answer(request);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
parentPort?.postMessage(conversion);
