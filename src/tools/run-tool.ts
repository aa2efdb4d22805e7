import { CorpusError } from '../library/load-reports.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs a command-line program: 0 when it ends, 1 when the reports have faults, 2 when it was called wrongly. Any
 * other error is a fault of the program and ends it with its stack.
 */
export async function runTool(help: string, run: () => Promise<void>): Promise<void> {
  // Who reads our output may close it early, as `head` does: nothing is left to do then.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  try {
    await run();
  } catch (error) {
    if (error instanceof CorpusError) fail(error.message, 1);
    else if (error instanceof UsageError) fail(error.message, 2);
    else if (isParseArgsError(error)) fail(`${error.message}\n\n${help}`, 2);
    else throw error;
  }
}

function fail(message: string, exitCode: number): void {
  process.stderr.write(`${message.trimEnd()}\n`);
  process.exitCode = exitCode;
}

const isParseArgsError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
