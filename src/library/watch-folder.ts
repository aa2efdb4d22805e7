import { watch } from 'node:fs';

/** Tells that something in a folder may have changed, not what. */
export interface FolderWatch {
  close(): void;
}

/** @throws the disk's error when there is no such folder, or it cannot be watched */
export type WatchFolder = (dir: string, onEvent: () => void) => FolderWatch;

export const watchFolder: WatchFolder = (dir, onEvent) => {
  const watcher = watch(dir, { persistent: false }, onEvent);
  // A watch that breaks, as when its folder goes, is an event too: who hears of it watches anew.
  watcher.on('error', onEvent);
  return watcher;
};
