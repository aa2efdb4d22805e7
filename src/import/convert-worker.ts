import { parentPort, workerData } from 'node:worker_threads';
import { removeBoilerplate } from './boilerplate/remove-boilerplate.ts';
import type { Conversion } from './convert.ts';
import { ImportError, type Reading } from './raw-article.ts';
import { readSource } from './read/read-source.ts';
import type { Source } from './source/source.ts';

/** The thread that convert() starts: reads one source and posts the result. */
async function answer(source: Source, reading: Reading): Promise<Conversion> {
  try {
    return { kind: 'article', article: removeBoilerplate(await readSource(source, reading), reading) };
  } catch (error) {
    return { kind: 'refused', why: explain(error) };
  }
}

/** Readers get any file. What they throw is about the file, and their stack does not help. */
function explain(error: unknown): string {
  if (error instanceof ImportError) return error.message;
  if (error instanceof RangeError) return 'it is nested too deeply, or too large';
  return `its reader failed: ${error instanceof Error ? error.message : String(error)}`;
}

// Only convert() starts this thread, and its types say what it passes.
const { source, reading }: { readonly source: Source; readonly reading: Reading } = workerData;
const conversion = await answer(source, reading);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
parentPort?.postMessage(conversion);
