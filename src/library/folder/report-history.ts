import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { explainDiskError, ifThere } from '../../disk-error.ts';
import type { Clock } from '../../text/clock.ts';
import { orSay } from '../change-reports.ts';
import {
  type HistoryEntry,
  historyEntry,
  MOST_ENTRIES,
  nameOf,
  type ReportChange,
  type ReportHistory,
} from '../report-history.ts';

/** A history that entries are added to; the disk's errors are its own. */
export interface FolderHistory extends ReportHistory {
  /** Keeps a change and, by id, what the files held that it replaced or removed. Gives the entry's name. */
  add(by: string, changes: readonly ReportChange[], before: ReadonlyMap<string, string>): Promise<string>;
  /** Writes an entry that was made elsewhere, with the files that were there before. */
  readonly write: (entry: HistoryEntry, before: ReadonlyMap<string, string | Uint8Array>) => Promise<void>;
  /** Takes back an entry whose change did not come about. */
  remove(name: string): Promise<void>;
}

/** Beside the reports, so that whoever copies the folder has both. Loading leaves hidden folders alone. */
export const HISTORY_FOLDER = '.history';
const ENTRY = /^\d{15}$/u;
const ENTRY_FILE = 'entry.json';

/** The history of the reports in `folder`: a folder for each change, which appears as a whole or not at all. */
export function openHistory(folder: string, clock: Pick<Clock, 'now'>): FolderHistory {
  const root = join(folder, HISTORY_FOLDER);

  const names = async (): Promise<readonly string[]> =>
    ((await ifThere(readdir(root))) ?? []).filter((name) => ENTRY.test(name)).sort();
  async function read(name: string): Promise<HistoryEntry> {
    const text = await readFile(join(root, name, ENTRY_FILE), 'utf8');
    return { name, ...historyEntry.parse(JSON.parse(text)) };
  }

  async function readBefore(name: string, id: string): Promise<string | undefined> {
    const { changes } = await read(name);
    const change = changes.find((each) => each.id === id);
    if (change === undefined || change.kind === 'added') return undefined;
    return readFile(join(root, name, `${id}.md`), 'utf8');
  }

  async function write(
    { name, ...entry }: HistoryEntry,
    before: ReadonlyMap<string, string | Uint8Array>,
  ): Promise<void> {
    const draft = join(root, `.${randomBytes(6).toString('hex')}`);
    await mkdir(draft, { recursive: true });
    try {
      for (const [id, text] of before) await writeFile(join(draft, `${id}.md`), text, { flush: true });
      await writeFile(join(draft, ENTRY_FILE), JSON.stringify(entry), { flush: true });
      await rename(draft, join(root, name));
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }

  return {
    async add(by, changes, before) {
      const known = await names();
      const at = clock.now();
      // Two changes within a millisecond still follow one another.
      const name = nameOf(Math.max(at, Number(known.at(-1) ?? 0) + 1));
      await write({ name, at, by, changes: [...changes] }, before);
      for (const old of known.slice(0, Math.max(0, known.length + 1 - MOST_ENTRIES)))
        await rm(join(root, old), { recursive: true });
      return name;
    },
    write,
    list: async () => (await Promise.all((await names()).map(read))).reverse(),
    before: (name, id) => orSay('what was replaced cannot be read', readBefore(name, id), explainDiskError),
    remove: (name) => rm(join(root, name), { recursive: true }),
  };
}
