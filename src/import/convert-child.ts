import { Worker } from 'node:worker_threads';
import type { Conversion, ConversionTask } from './convert.ts';
import { ImportError } from './raw-article.ts';
import { readArticle } from './read-article.ts';

/**
 * Ends this process as soon as it holds more memory than it may, also while its own thread is busy: buffers are outside
 * of the heap that V8 limits. Plain JavaScript, as a thread of Node 20 reads nothing else by itself.
 */
const WATCH = `
  const { limit, interval } = require('node:worker_threads').workerData;
  setInterval(() => {
    if (process.memoryUsage.rss() > limit) process.kill(process.pid, 'SIGKILL');
  }, interval);
`;
/** In milliseconds. In that time some 100 MiB can be filled. */
const INTERVAL = 25;

const MEBIBYTE = 1024 * 1024;

/** What convert() asked for: reads one source and sends the result. */
async function answer({ source, reading }: ConversionTask): Promise<Conversion> {
  try {
    return { kind: 'article', article: await readArticle(source, reading) };
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

// Only convert() starts this process, and its types say what it sends.
process.once('message', (task: ConversionTask) => {
  const workerData = { limit: task.memory * MEBIBYTE, interval: INTERVAL };
  new Worker(WATCH, { eval: true, workerData }).unref();
  void answer(task).then((conversion) => process.send?.(conversion));
});
// Nobody waits for the result any more.
process.once('disconnect', () => process.exit());
