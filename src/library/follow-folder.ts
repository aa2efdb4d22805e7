import { explainDiskError } from '../corpus/disk-error.ts';
import type { Log } from '../log.ts';
import type { ReloadOutcome } from './live-library.ts';
import { type FolderWatch, type WatchFolder, watchFolder } from './watch-folder.ts';

/** Time as following a folder needs it, in milliseconds. */
export interface Timers {
  now(): number;
  /** Returns what calls the task off. */
  after(milliseconds: number, task: () => void): () => void;
}

export interface FollowOptions {
  readonly dir: string;
  readonly reload: () => Promise<Pick<ReloadOutcome, 'kind'>>;
  readonly log: Pick<Log, 'warn'>;
  readonly watch?: WatchFolder;
  readonly timers?: Timers;
}

/** Editors and copies write in several goes: a reload waits until nothing happened for that long. In milliseconds. */
const QUIET = 300;
/** But never longer than that, if a folder is never quiet. */
const MOST = 5000;
/** A folder that is gone is looked for again after that long. */
const RETRY = 5000;

const realTimers: Timers = {
  now: performance.now.bind(performance),
  after(milliseconds, task) {
    const timer = setTimeout(task, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};

/**
 * Reloads when the folder changes, until it is stopped. Each time the folder is watched anew, because a folder that was
 * put in the place of another is not the one that was watched.
 */
export function followFolder({ dir, reload, log, watch = watchFolder, timers = realTimers }: FollowOptions): {
  stop(): void;
} {
  let watched: FolderWatch | undefined;
  let isGone = false;
  let isStopped = false;
  /** When the first event came that no reload has answered. */
  let since: number | undefined;
  let callOff = (): void => undefined;

  const onEvent = (): void => {
    if (isStopped) return;
    since ??= timers.now();
    callOff();
    callOff = timers.after(Math.min(QUIET, since + MOST - timers.now()), () => void answer());
  };
  async function answer(): Promise<void> {
    since = undefined;
    // Before the folder is read: what changes while it is read is the next event.
    watchAnew();
    if (isGone || isStopped) return;
    const { kind } = await reload();
    if (kind === 'busy') onEvent();
  }
  function watchAnew(): void {
    watched?.close();
    watched = undefined;
    try {
      watched = watch(dir, onEvent);
      isGone = false;
    } catch (error) {
      const why = explainDiskError(error);
      if (!isGone) log.warn({ folder: dir, why }, 'the folder cannot be watched, so it is looked for again');
      isGone = true;
      callOff = timers.after(RETRY, () => void answer());
    }
  }

  watchAnew();
  return {
    stop() {
      isStopped = true;
      callOff();
      watched?.close();
    },
  };
}
