import { config as readEnvFile } from 'dotenv';
import { commands } from '../commands/index.ts';
import { type Bot, startBot } from './bot.ts';
import { ConfigError, parseConfig } from './config.ts';
import { RefusedError } from './discord/client.ts';
import { createLog } from './log.ts';
import { runProgram } from './run-program.ts';

await runProgram(async () => {
  readEnvFile({ quiet: true });
  const config = parseConfig(process.env);
  const log = createLog(config.logLevel);
  const { token } = config;
  if (token === undefined) throw new ConfigError(['DISCORD_TOKEN is empty, wanted the bot’s token']);

  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      stopping.abort();
    });
  }
  let bot: Bot | undefined;
  // Listened to from the start, because without a listener this signal ends the process.
  process.on('SIGHUP', () => void bot?.reload());
  bot = await startBot({ commands, config, token, log, signal: stopping.signal });
  if (!bot) return;
  const loss = await Promise.race([bot.lost, aborted(stopping.signal)]);
  await bot.stop();
  if (loss !== undefined) throw new RefusedError(loss);
});

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}
