import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** A program of the project that runs in a process of its own. */
export interface RunningProcess {
  readonly child: ChildProcess;
  /** All that it printed so far, on both streams. */
  output(): string;
  /** Resolves as soon as the output matches; rejects when the process ends before. */
  printed(pattern: RegExp): Promise<void>;
  readonly exited: Promise<number | null>;
}

/**
 * Starts `node --import tsx <file>` with these variables, no `.env`, and nothing kept unless they say so; ended when the
 * running test has finished.
 */
export function startProcess(file: string, env: Readonly<Record<string, string>>): RunningProcess {
  return startCommand(process.execPath, ['--import', 'tsx', file], env);
}

/** Starts any command with these variables, in `cwd`; ended when the running test has finished. */
export function startCommand(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd = process.cwd(),
): RunningProcess {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(command, args, { env: { PATH, HOME, STORE: 'off', CACHE_DIR: 'off', ...env }, cwd });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  const exited = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    child,
    output: () => output,
    exited,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!pattern.test(output)) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
        void exited.then((code) =>
          reject(new Error(`ended with ${code} before printing ${pattern}:\n${output}`)),
        );
      }),
  };
}
