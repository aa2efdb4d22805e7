import { parentPort, workerData } from 'node:worker_threads';
import { removeBoilerplate } from './boilerplate/remove-boilerplate.ts';
import { ImportError } from './raw-article.ts';
import type { Conversion, ConversionRequest } from './convert.ts';
import { readSource } from './read/read-source.ts';

/** The thread that convert() starts: reads one source and says what became of it. */
async function answer({ format, bytes, reading }: ConversionRequest): Promise<Conversion> {
  try {
    return { kind: 'article', article: removeBoilerplate(await readSource(format, bytes, reading), reading) };
  } catch (error) {
    if (error instanceof ImportError) return { kind: 'refused', why: error.message };
    // Readers run on anything that people find. What they throw is about the file, and their stack is no help.
    if (error instanceof RangeError) return { kind: 'refused', why: 'it is nested too deeply, or too large' };
    return {
      kind: 'refused',
      why: `its reader failed: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

// convert() is the only one who starts this thread, and says what it gives it by its type.
const { request }: { readonly request: ConversionRequest } = workerData;
const conversion = await answer(request);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
parentPort?.postMessage(conversion);
