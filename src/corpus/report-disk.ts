import { constants } from 'node:fs';
import { open, readdir, realpath } from 'node:fs/promises';

/** An open file: only what reading a report needs. */
export interface OpenReport {
  /** Size in bytes; when it was last written, in milliseconds. */
  readonly stat: () => Promise<{
    readonly size: number;
    readonly mtimeMs: number;
    readonly isFile: () => boolean;
  }>;
  readonly readFile: () => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** The disk as loadCorpus() sees it. Every function rejects with Node's error codes, such as `EACCES`. */
export interface ReportDisk {
  /** The names in a folder, in any order. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** The absolute path without symbolic links. */
  readonly resolve: (path: string) => Promise<string>;
  /** May open anything that has a name; never waits for a writer, never follows a link. */
  readonly open: (path: string) => Promise<OpenReport>;
}

/** O_NONBLOCK: a named pipe must not hang the bot. O_NOFOLLOW: a link swapped in after resolve() is not followed. */
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

export const reportDisk: ReportDisk = {
  list: readdir,
  resolve: realpath,
  open: (path) => open(path, FLAGS),
};
