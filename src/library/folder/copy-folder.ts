import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ifThere } from '../../disk-error.ts';
import { systemClock } from '../../text/clock.ts';
import { loadCorpus } from '../../corpus/load-corpus.ts';
import type { KeptCollection, KeptEntry } from '../kept-collection.ts';
import { CorpusError } from '../load-reports.ts';
import { createFolderContent, folderOf } from './folder-content.ts';
import { HISTORY_FOLDER, openHistory } from './report-history.ts';

/** @throws {CorpusError} when a report does not load */
export async function* readFolder(dataDir: string): AsyncGenerator<KeptCollection> {
  for (const server of [undefined, ...(await createFolderContent(dataDir).listServers()).toSorted()]) {
    const folder = folderOf(dataDir, server);
    const { reports, faults } = await loadCorpus(folder, { mayBeEmpty: true });
    if (faults.length > 0) throw new CorpusError(faults);
    const files = new Map<string, Uint8Array>();
    for (const { id } of reports) files.set(id, await readFile(join(folder, `${id}.md`)));
    const history: KeptEntry[] = [];
    for (const entry of (await openHistory(folder, systemClock).list()).toReversed()) {
      const before = new Map<string, Uint8Array>();
      for (const { id, kind } of entry.changes)
        if (kind !== 'added')
          before.set(id, await readFile(join(folder, HISTORY_FOLDER, entry.name, `${id}.md`)));
      history.push({ entry, before });
    }
    if (files.size + history.length > 0) yield { server, files, history };
  }
}

/** Whether the folder is there and anything is in it. */
export const isFilled = async (folder: string): Promise<boolean> =>
  ((await ifThere(readdir(folder))) ?? []).length > 0;

/** Writes all collections into the folder, which is not there or empty: as a whole, or nothing. */
export async function writeFolder(
  dataDir: string,
  collections: AsyncIterable<KeptCollection>,
): Promise<void> {
  const draft = `${dataDir}.part`;
  await rm(draft, { recursive: true, force: true });
  try {
    for await (const { server, files, history } of collections) {
      const folder = folderOf(draft, server);
      await mkdir(folder, { recursive: true });
      for (const [id, bytes] of files) await writeFile(join(folder, `${id}.md`), bytes, { flush: true });
      for (const { entry, before } of history) await openHistory(folder, systemClock).write(entry, before);
    }
    // An empty folder is replaced.
    await rename(draft, dataDir);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
