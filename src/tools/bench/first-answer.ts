import { createLog } from '../../log.ts';
import { openAnalysisCache } from '../../library/analysis-cache.ts';
import { openLibrary } from '../../library/live-library.ts';

/** Opens a library with a cache, answers one question, and prints the memory held then, in bytes. */
const [dataDir = '', cacheDir = '', question = ''] = process.argv.slice(2);
const cache = await openAnalysisCache(cacheDir, createLog('warn'));
const library = await openLibrary(dataDir, { ...(cache !== undefined && { cache }) });
await library.current.answer(question);
process.stdout.write(`${process.memoryUsage.rss()}\n`);
