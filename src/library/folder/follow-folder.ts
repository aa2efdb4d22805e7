import { existsSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { explainDiskError } from '../../disk-error.ts';
import type { Log } from '../../log.ts';
import type { ReloadOutcome } from '../collection.ts';
import { type Clock, systemClock } from '../../text/clock.ts';

/** In the folder of the shared reports: a folder for each server. */
export const SERVERS_FOLDER = 'servers';

/** Tells that something in a folder may have changed, not what. */
export interface FolderWatch {
  close(): void;
}

/** @throws the disk's error when there is no such folder, or it cannot be watched */
export type WatchFolder = (dir: string, onEvent: () => void) => FolderWatch;

export const watchFolder: WatchFolder = (dir, onEvent) => {
  const watchers = [dir, ...foldersOfServers(dir)].map((folder) =>
    // A watch that breaks, as when its folder goes, is an event too: who hears of it watches anew.
    watch(folder, { persistent: false }, onEvent).on('error', onEvent),
  );
  return {
    close: () => {
      for (const watcher of watchers) watcher.close();
    },
  };
};

/** One by one: a recursive watch does not hear of all that happens to the folder itself. */
function foldersOfServers(dir: string): readonly string[] {
  const servers = join(dir, SERVERS_FOLDER);
  if (!existsSync(servers)) return [];
  const entries = readdirSync(servers, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [servers, ...entries.map(({ name }) => join(servers, name))];
}

export interface FollowOptions {
  readonly dir: string;
  readonly reload: () => Promise<Pick<ReloadOutcome, 'kind'>>;
  readonly log: Pick<Log, 'warn'>;
  readonly watch?: WatchFolder;
  readonly clock?: Clock;
}

/** Editors and copies write in several goes: a reload waits until nothing happened for that long. In milliseconds. */
const QUIET = 300;
/** But never longer than that, if a folder is never quiet. */
const MOST = 5000;
/** A folder that is gone is looked for again after that long. */
const RETRY = 5000;

/**
 * Reloads when the folder changes, until it is stopped. Each time the folder is watched anew, because a folder that was
 * put in the place of another is not the one that was watched.
 */
export function followFolder({
  dir,
  reload,
  log,
  watch: watchDir = watchFolder,
  clock = systemClock,
}: FollowOptions): {
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
    since ??= clock.now();
    callOff();
    callOff = clock.after(Math.min(QUIET, since + MOST - clock.now()), () => void answer());
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
      watched = watchDir(dir, onEvent);
      isGone = false;
    } catch (error) {
      const why = explainDiskError(error);
      if (!isGone) log.warn({ folder: dir, why }, 'the folder cannot be watched, so it is looked for again');
      isGone = true;
      callOff = clock.after(RETRY, () => void answer());
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
