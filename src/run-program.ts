import { ConfigError } from './config.ts';
import { explainDiscordFailure, RefusedError } from './discord/client.ts';
import { CorpusError } from './library/load-reports.ts';
import { SearchError } from './search/candidate-source.ts';
import { StoreError } from './store-error.ts';
import { createRedact, secretsIn } from './redact.ts';

/**
 * Runs an entry file's `main`. An error that the operator of the bot can fix ends the process with a sentence and
 * exit code 1; any other is a bug, and its stack is printed. Neither repeats a secret.
 */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  // Node would print an uncaught error with all its fields, secrets included.
  process.once('uncaughtException', (error) => {
    print(error);
    process.exit(1);
  });
  try {
    await main();
  } catch (error) {
    print(error);
    process.exitCode = 1;
  }
}

const EXPECTED = [ConfigError, CorpusError, RefusedError, SearchError, StoreError];

function print(error: unknown): void {
  // Read only now, because `.env` adds to it.
  const redact = createRedact(secretsIn(process.env));
  process.stderr.write(`${redact(explain(error))}\n`);
}

/** What the operator of the bot is told: a sentence about what they can fix, else the stack. */
export function explain(error: unknown): string {
  if (EXPECTED.some((kind) => error instanceof kind) && error instanceof Error) return error.message;
  return (
    explainDiscordFailure(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))
  );
}
