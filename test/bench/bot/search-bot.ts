/**
 * The bot over a folder of reports with a search server, which `npm start` wants a database for too: what the database
 * costs is not what is measured here.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { commands } from '../../../commands/index.ts';
import { startBot } from '../../../src/bot.ts';
import { parseConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/log.ts';
import { createMetrics } from '../../../src/metrics/metrics.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { systemClock } from '../../../src/text/clock.ts';

const { SEARCH_URL: url = '', SEARCH_FROM_PARAGRAPHS: from, ...env } = process.env;
const config = { ...parseConfig(env), search: { urls: [url], from: Number(from), owner: 'bench' } };
const { token, store: place } = config;
if (token === undefined) throw new Error('Cannot measure a bot without DISCORD_TOKEN');
const log = createLog(config.logLevel);
const world = { clock: systemClock, log };
const store = await openStore(place, world);
const { signal } = new AbortController();
const observers = { log, metrics: createMetrics(), requestIds: new AsyncLocalStorage<string>() };
const bot = await startBot({ commands, config, store, token, signal, clock: systemClock, ...observers });
process.once('SIGTERM', () => {
  void bot
    ?.stop()
    .then(() => store.close())
    .then(() => process.exit());
});
