import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Terminal } from '../../src/tools/run-tool.ts';

export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | string | null | undefined;
}

/** Runs a command-line tool without a process of its own, and gives all it prints. */
export async function runInProcess(
  tool: (terminal: Terminal) => Promise<void>,
  args: readonly string[],
  input = '',
  env: NodeJS.ProcessEnv = {},
): Promise<Printed> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const terminal: Terminal = {
    argv: ['node', 'tool', ...args],
    env,
    stdin: Readable.from([Buffer.from(input)]),
    stdout,
    stderr,
    exitCode: 0,
  };
  const printed = [text(stdout), text(stderr)] as const;
  await tool(terminal).finally(() => {
    stdout.end();
    stderr.end();
  });
  return { stdout: await printed[0], stderr: await printed[1], code: terminal.exitCode };
}
