import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ifThere } from '../disk-error.ts';
import type { Clock } from '../text/clock.ts';

/** What a change did to one report. */
const reportChange = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.enum(['added', 'changed', 'removed']),
  /** SHA-256 of the file's bytes afterwards; absent where it is removed. */
  after: z.string().optional(),
});

const historyEntry = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  /** Id of the person; `folder` for what was done to the folder by other means. */
  by: z.string(),
  changes: z.array(reportChange),
});

export type ReportChange = z.output<typeof reportChange>;

/** One change of a folder of reports. */
export interface HistoryEntry extends z.output<typeof historyEntry> {
  /** Names it in this history; later entries have greater names. */
  readonly name: string;
}

/** What was changed in a folder of reports, by whom and when, with the files that were there before. */
export interface ReportHistory {
  /** Keeps a change and, by id, what the files held that it replaced or removed. @throws the disk's error */
  add(by: string, changes: readonly ReportChange[], before: ReadonlyMap<string, string>): Promise<string>;
  /** Latest first; at most `MOST_ENTRIES`. */
  list(): Promise<readonly HistoryEntry[]>;
  /** The report's file before the change; undefined when there was none. @throws the disk's error */
  before(name: string, id: string): Promise<string | undefined>;
  /** Takes back an entry whose change did not come about. */
  remove(name: string): Promise<void>;
}

/** Older ones are forgotten, with the files that they kept. */
export const MOST_ENTRIES = 50;
/** Beside the reports, so that whoever copies the folder has both. Loading leaves hidden folders alone. */
export const HISTORY_FOLDER = '.history';
const ENTRY = /^\d{15}$/u;
const ENTRY_FILE = 'entry.json';

/** The history of the reports in `folder`: a folder for each change, which appears as a whole or not at all. */
export function openHistory(folder: string, clock: Pick<Clock, 'now'>): ReportHistory {
  const root = join(folder, HISTORY_FOLDER);

  const names = async (): Promise<readonly string[]> =>
    ((await ifThere(readdir(root))) ?? []).filter((name) => ENTRY.test(name)).sort();
  async function read(name: string): Promise<HistoryEntry> {
    const text = await readFile(join(root, name, ENTRY_FILE), 'utf8');
    return { name, ...historyEntry.parse(JSON.parse(text)) };
  }

  return {
    async add(by, changes, before) {
      const known = await names();
      const at = clock.now();
      // Two changes within a millisecond still follow one another.
      const name = String(Math.max(at, Number(known.at(-1) ?? 0) + 1)).padStart(15, '0');
      const draft = join(root, `.${randomBytes(6).toString('hex')}`);
      await mkdir(draft, { recursive: true });
      try {
        for (const [id, text] of before) await writeFile(join(draft, `${id}.md`), text, { flush: true });
        await writeFile(join(draft, ENTRY_FILE), JSON.stringify({ at, by, changes }), { flush: true });
        await rename(draft, join(root, name));
      } finally {
        await rm(draft, { recursive: true, force: true });
      }
      for (const old of known.slice(0, Math.max(0, known.length + 1 - MOST_ENTRIES)))
        await rm(join(root, old), { recursive: true });
      return name;
    },
    list: async () => (await Promise.all((await names()).map(read))).reverse(),
    async before(name, id) {
      const { changes } = await read(name);
      const change = changes.find((each) => each.id === id);
      if (change === undefined || change.kind === 'added') return undefined;
      return readFile(join(root, name, `${id}.md`), 'utf8');
    },
    remove: (name) => rm(join(root, name), { recursive: true }),
  };
}
