import { ConfigError } from './config.ts';
import { RefusedError } from './discord/client.ts';
import { explainDiscordFailure } from './discord/explain-discord-failure.ts';
import { CorpusError } from './library/corpus-error.ts';
import { StoreError } from './store/store-error.ts';

/**
 * Runs an entry file's `main`. An error that whoever hosts the bot can mend ends the process with a sentence and
 * exit code 1; any other is a fault of the program, and its stack says where.
 */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}

const MENDABLE = [ConfigError, CorpusError, RefusedError, StoreError];

function explain(error: unknown): string {
  if (MENDABLE.some((kind) => error instanceof kind) && error instanceof Error) return error.message;
  return (
    explainDiscordFailure(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))
  );
}
