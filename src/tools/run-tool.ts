import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CorpusError } from '../library/load-reports.ts';
import type { ReaderLog } from '../reader/open-reader.ts';
import { StoreError } from '../store-error.ts';

/** A command line or an input that the tool cannot take. Ends it with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

type Output = NodeJS.WritableStream & Partial<Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'hasColors'>>;

/** What a tool knows of the world, and says to it: `process`, or what stands in its place. */
export interface Terminal {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Output;
  readonly stderr: Output;
  exitCode?: NodeJS.Process['exitCode'];
}

/** What parseArgs() reads. */
export const argsOf = ({ argv }: Terminal) => ({ args: argv.slice(2) });

/** Whether Node was started with this module, given by its `import.meta.url`. */
export const isProgram = (url: string): boolean =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);

/**
 * Runs a command-line tool, or prints its help with `--help`. Exit codes: 0 when it ends, 1 when the reports have
 * faults or the store cannot be used, 2 when it was called wrongly. Any other error is a fault of the tool and is thrown.
 */
export async function runTool(
  help: string,
  run: (terminal: Terminal) => Promise<void>,
  terminal: Terminal = process,
): Promise<void> {
  const { stdout, stderr } = terminal;
  // The reader of our output may close it early, as `head` does: nothing is left to do then.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const fail = (message: string, exitCode: number): void => {
    stderr.write(`${message.trimEnd()}\n`);
    terminal.exitCode = exitCode;
  };
  const { values } = parseArgs({
    ...argsOf(terminal),
    strict: false,
    options: { help: { type: 'boolean' } },
  });
  if (values.help === true) return void stdout.write(help);
  try {
    await run(terminal);
  } catch (error) {
    if (error instanceof CorpusError || error instanceof StoreError) fail(error.message, 1);
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

const isParseArgsError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
