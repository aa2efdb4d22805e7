import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Profiler } from 'node:inspector';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** What a benchmark asks of `probe.ts`, and what it is told. */
export type ProbeOrder = 'memory' | 'heap' | 'watch-delay' | 'delay' | 'start-profile' | 'profile';
export type ProbeReport =
  /** Now, and at most since the process began. */
  | { readonly kind: 'memory'; readonly residentBytes: number; readonly peakBytes: number }
  /** In use after a collection: heap and array buffers. */
  | { readonly kind: 'heap'; readonly heapBytes: number }
  | ({ readonly kind: 'delay' } & LoopDelay)
  | { readonly kind: 'profile'; readonly profile: Profiler.Profile }
  | { readonly kind: 'watching' };

/** How late the event loop came to a timer since it was last asked; and how long its own work held it, see `watchHolds`. */
export interface LoopDelay {
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly longestHoldMs: number;
}

/** The bot, as `npm start` runs it, in a process of its own. */
export interface BotProcess {
  readonly pid: number;
  /** All that it printed so far, on both streams. */
  output(): string;
  /** Resolves with the first match in what the bot prints, after `from` characters. Rejects when it ends before. */
  printed(pattern: RegExp, from?: number): Promise<RegExpExecArray>;
  residentBytes(): Promise<number>;
  peakBytes(): Promise<number>;
  /** How many lines of what it printed match. */
  count(pattern: RegExp): number;
  heapBytes(): Promise<number>;
  watchDelay(): Promise<void>;
  delay(): Promise<LoopDelay>;
  startProfile(): Promise<void>;
  profile(): Promise<Profiler.Profile>;
  kill(signal: NodeJS.Signals): void;
  readonly isRunning: boolean;
  /** Resolves with its exit code when it has ended: null after a signal that ended it. */
  readonly exited: Promise<number | null>;
  stop(): Promise<void>;
}

const fileBeside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const manifest = z.object({ scripts: z.object({ start: z.string().startsWith('node ') }) });

/** The flags of Node under which `npm start` runs `src/main.ts`. */
async function loadStartFlags(): Promise<readonly string[]> {
  const { scripts } = manifest.parse(JSON.parse(await readFile(fileBeside('../../../package.json'), 'utf8')));
  return scripts.start.split(' ').slice(1, -1);
}

export interface ProcessOptions {
  /** A command that runs Node, and its arguments. */
  readonly wrapper?: readonly string[];
  /** URL of the program, where it is not the one that `npm start` runs. */
  readonly main?: string | undefined;
}

/** Starts the bot with these variables and no other setting. */
export async function startBotProcess(
  env: Readonly<Record<string, string>>,
  { wrapper = [], main = new URL('../../../src/main.ts', import.meta.url).href }: ProcessOptions = {},
): Promise<BotProcess> {
  const probe = ['--expose-gc', '--import', new URL('probe.ts', import.meta.url).href];
  const [execPath, ...execArgs] = [...wrapper, process.execPath];
  const child = fork(fileURLToPath(main), {
    execPath,
    execArgv: [...execArgs, ...(await loadStartFlags()), ...probe],
    env: { ...systemVariables(), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = collectOutput(child);
  const ask = createAsk(child, output.ended);
  return {
    pid: child.pid ?? 0,
    output: output.text,
    printed: output.printed,
    count: output.count,
    residentBytes: async () => (await ask('memory', 'memory')).residentBytes,
    peakBytes: async () => (await ask('memory', 'memory')).peakBytes,
    heapBytes: async () => (await ask('heap', 'heap')).heapBytes,
    watchDelay: async () => void (await ask('watch-delay', 'watching')),
    delay: () => ask('delay', 'delay'),
    startProfile: async () => void (await ask('start-profile', 'watching')),
    profile: async () => (await ask('profile', 'profile')).profile,
    kill: (signal) => void child.kill(signal),
    get isRunning() {
      return child.exitCode === null && child.signalCode === null;
    },
    exited: output.exited,
    async stop() {
      child.kill('SIGTERM');
      await output.exited;
    },
  };
}

/** So that a setting of whoever measures does not change what is measured. */
function systemVariables(): Readonly<Record<string, string | undefined>> {
  const own = /^(?:PATH|HOME|TMPDIR|TEMP|TMP|SYSTEMROOT|USERPROFILE)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => own.test(name)));
}

/** Characters of what the bot printed last. */
const MOST_SHOWN = 5000;

function collectOutput(child: ChildProcess) {
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ended = exited.then(() => {
    throw new Error(`Cannot measure the bot: its process ended\n${output.slice(-MOST_SHOWN)}`);
  });
  // Waited for only while something is asked of the bot.
  ended.catch(() => undefined);
  const printed = (pattern: RegExp, from = 0): Promise<RegExpExecArray> =>
    Promise.race([
      ended,
      new Promise<RegExpExecArray>((resolve) => {
        const look = (): void => {
          const match = pattern.exec(output.slice(from));
          if (!match) return;
          listeners.delete(look);
          resolve(match);
        };
        listeners.add(look);
        look();
      }),
    ]);
  const count = (pattern: RegExp): number => output.split('\n').filter((line) => pattern.test(line)).length;
  return { text: () => output, printed, count, exited, ended };
}

/** The probe answers in the order asked, and nothing asks it two things at once. */
function createAsk(child: ChildProcess, ended: Promise<never>) {
  return <Kind extends ProbeReport['kind']>(
    order: ProbeOrder,
    wanted: Kind,
  ): Promise<Extract<ProbeReport, { kind: Kind }>> =>
    Promise.race([
      ended,
      new Promise<Extract<ProbeReport, { kind: Kind }>>((resolve, reject) => {
        child.once('message', (report: ProbeReport) => {
          if (isOf(report, wanted)) resolve(report);
          else reject(new Error(`The probe told of "${report.kind}", wanted "${wanted}"`));
        });
        // Else `ended` rejects.
        if (child.connected) child.send(order);
      }),
    ]);
}

const isOf = <Kind extends ProbeReport['kind']>(
  report: ProbeReport,
  kind: Kind,
): report is Extract<ProbeReport, { kind: Kind }> => report.kind === kind;
