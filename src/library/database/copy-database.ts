import { type Ask, LONG_PATIENCE, type Postgres } from '../../postgres/postgres.ts';
import { createLanguages } from '../../text/language.ts';
import { readProgramVersion, sha256 } from '../hashes.ts';
import type { KeptCollection, KeptEntry } from '../kept-collection.ts';
import {
  type CacheWorld,
  createDatabaseCache,
  keepFiles,
  readActive,
  readFileBytes,
  serverColumn,
} from './database-files.ts';
import { createDatabaseHistory } from './database-records.ts';
import { addEntry, publish, type PublishedReport } from './publish.ts';
import { readPublished } from './read-published.ts';

export async function* readDatabase(postgres: Postgres): AsyncGenerator<KeptCollection> {
  const rows = await postgres.read<{ readonly server: string }>(
    'SELECT server FROM collection ORDER BY server',
  );
  for (const { server } of rows) {
    const files = new Map<string, Uint8Array>();
    for (const [id, hash] of (await readActive(postgres, server)).hashes)
      files.set(id, await readFileBytes(postgres, hash));
    const history: KeptEntry[] = [];
    for (const entry of (await createDatabaseHistory(postgres, server).list()).toReversed()) {
      const before = new Map<string, Uint8Array>();
      const kept = await postgres.read<{ readonly report: string; readonly before: string }>(
        `SELECT report, before FROM history_report
         WHERE server = $1 AND number = $2 AND before IS NOT NULL ORDER BY report`,
        [server, Number(entry.name)],
      );
      for (const each of kept) before.set(each.report, await readFileBytes(postgres, each.before));
      history.push({ entry, before });
    }
    yield { server: server === '' ? undefined : server, files, history };
  }
}

/** Whether anything was published there. */
export const isPublished = async ({ read }: Postgres): Promise<boolean> =>
  (await read('SELECT FROM collection LIMIT 1')).length > 0;

/**
 * Publishes all collections, in one transaction. What is found in the reports is kept at once, so that the first bot to
 * read them is quick.
 * @throws {CorpusError} when a report does not load
 */
export async function writeDatabase(
  postgres: Postgres,
  collections: AsyncIterable<KeptCollection>,
  world: CacheWorld,
): Promise<void> {
  const cache = createDatabaseCache(postgres, await readProgramVersion(), world);
  const languageOf = createLanguages();
  const prepared: { readonly kept: KeptCollection; readonly reports: readonly PublishedReport[] }[] = [];
  for await (const kept of collections) {
    const { server, files, history } = kept;
    const replaced = history.flatMap(({ before }) => [...before.values()]);
    await keepFiles(postgres, [...files.values(), ...replaced], world.clock.now());
    const named = Array.from(files, ([id, bytes]) => {
      const file = `${serverColumn(server)}/${id}.md`;
      return { id, file, hash: sha256(bytes), bytes };
    });
    const reports = await readPublished(named, { cache, languageOf });
    // The bytes are in the database by now.
    prepared.push({ kept: { ...kept, files: new Map() }, reports });
  }
  await postgres.write(async (ask) => {
    for (const { kept, reports } of prepared) await publishKept(ask, kept, reports);
  }, LONG_PATIENCE);
}

async function publishKept(
  ask: Ask,
  { server: owner, history }: KeptCollection,
  reports: readonly PublishedReport[],
): Promise<void> {
  const server = serverColumn(owner);
  const number = await publish(ask, { server, base: 0, without: [], reports });
  if (number === undefined)
    throw new Error(`Cannot publish the reports of "${server}": there are some already`);
  for (const { entry, before } of history) {
    const hashes = new Map(Array.from(before, ([id, bytes]) => [id, sha256(bytes)]));
    await addEntry(ask, server, Number(entry.name), { ...entry, before: hashes });
  }
}
