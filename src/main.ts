import { config as readEnvFile } from 'dotenv';
import { commands } from '../commands/index.ts';
import { startBot } from './bot.ts';
import { parseConfig } from './config.ts';
import { explainFailure } from './discord/explain-failure.ts';
import { createLog } from './log.ts';

/** Runs the bot until a signal or Discord ends it. */
async function main(): Promise<void> {
  readEnvFile({ quiet: true });
  const config = parseConfig(process.env);
  const log = createLog(config.logLevel);
  if (config.token === undefined) throw new Error('Cannot start: DISCORD_TOKEN is empty (see .env.example)');

  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      stopping.abort();
    });
  }
  const bot = await startBot({ commands, config, token: config.token, log, signal: stopping.signal });
  if (!bot) return;
  process.on('SIGHUP', () => void bot.reload());
  const stopped = new Promise<undefined>((resolve) => {
    if (stopping.signal.aborted) resolve(undefined);
    stopping.signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  const loss = await Promise.race([bot.lost, stopped]);
  await bot.stop();
  if (loss !== undefined) throw new Error(loss);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exitCode = 1;
}
