import { parseArgs } from 'node:util';
import { CorpusError } from '../library/load-reports.ts';
import type { ReaderLog } from '../reader/open-reader.ts';

/** A command line or an input that the tool cannot take. Ends it with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Runs a command-line program, or prints its help with `--help`. Exit codes: 0 when it ends, 1 when the reports have
 * faults, 2 when it was called wrongly. Any other error is a fault of the program and ends it with its stack.
 */
export async function runTool(help: string, run: () => Promise<void>): Promise<void> {
  // The reader of our output may close it early, as `head` does: nothing is left to do then.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const { values } = parseArgs({ strict: false, options: { help: { type: 'boolean' } } });
  if (values.help === true) return void process.stdout.write(help);
  try {
    await run();
  } catch (error) {
    if (error instanceof CorpusError) fail(error.message, 1);
    else if (error instanceof UsageError) fail(error.message, 2);
    else if (isParseArgsError(error)) fail(`${error.message}\n\n${help}`, 2);
    else throw error;
  }
}

/** Of what the parts of the program report, a tool's user wants to know what failed. */
export const toolLog: ReaderLog = {
  info: () => undefined,
  error: ({ err }, event) =>
    void process.stderr.write(`${event} (${err instanceof Error ? err.message : String(err)})\n`),
};

function fail(message: string, exitCode: number): void {
  process.stderr.write(`${message.trimEnd()}\n`);
  process.exitCode = exitCode;
}

const isParseArgsError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
