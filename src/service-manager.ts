import { spawn } from 'node:child_process';
import type { Log } from './log.ts';

/** Tells the service manager that started this process, systemd, how it is; see sd_notify(3). */
export interface ServiceManager {
  /** The service has started. From now on the watchdog is told, as long as the event loop turns. */
  ready(): void;
  stopping(): void;
}

/** Hands one message over, such as `READY=1`. Resolves with why that failed, or undefined. */
export type Notify = (state: string) => Promise<string | undefined>;

type Environment = Readonly<Record<string, string | undefined>>;

/** `env`: NOTIFY_SOCKET is set by systemd where it listens, WATCHDOG_USEC and WATCHDOG_PID where it restarts what is silent. */
export function createServiceManager(
  env: Environment,
  log: Pick<Log, 'warn'>,
  notify: Notify = runNotifier,
): ServiceManager {
  if (!env['NOTIFY_SOCKET']) return { ready: () => undefined, stopping: () => undefined };
  let isSaid = false;
  let last: Promise<void> = Promise.resolve();
  const complain = (why: string | undefined): void => {
    if (why !== undefined && !isSaid) log.warn({ why }, 'systemd cannot be told how the bot is');
    isSaid ||= why !== undefined;
  };
  const send = (state: string): void => {
    last = last.then(() => notify(state)).then(complain);
  };
  let watchdog: NodeJS.Timeout | undefined;
  return {
    ready() {
      send('READY=1');
      const interval = watchdogInterval(env);
      if (interval !== undefined) watchdog = setInterval(send, interval, 'WATCHDOG=1').unref();
    },
    stopping() {
      clearInterval(watchdog);
      send('STOPPING=1');
    },
  };
}

/** In milliseconds: half of what systemd waits, as it recommends. Undefined where it has no watchdog for this process. */
function watchdogInterval({ WATCHDOG_USEC: limit, WATCHDOG_PID: pid }: Environment): number | undefined {
  const microseconds = Number(limit);
  if (!(microseconds > 0) || (pid !== undefined && Number(pid) !== process.pid)) return undefined;
  return microseconds / 2000;
}

/** Node has no datagram sockets of files: systemd's own program sends the message. The unit needs `NotifyAccess=all`. */
const runNotifier: Notify = (state) =>
  new Promise((resolve) => {
    const child = spawn('systemd-notify', [state], { stdio: 'ignore' });
    child.once('error', ({ message }) => resolve(message));
    child.once('exit', (code) => resolve(code === 0 ? undefined : `systemd-notify ended with ${code}`));
  });
