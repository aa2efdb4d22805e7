import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ifThere } from '../../disk-error.ts';
import type { Log } from '../../log.ts';
import { systemClock } from '../../text/clock.ts';
import { createLanguages, type LanguageOf } from '../../text/language.ts';
import type { Content, ContentStore } from '../content-store.ts';
import { createCorpusLoader, prepareText } from '../corpus-loader.ts';
import { BY_FOLDER, type ReportChange } from '../report-history.ts';
import type { AnalysisCaches } from './analysis-cache.ts';
import { changeFiles } from './change-files.ts';
import { followFolder, SERVERS_FOLDER } from './follow-folder.ts';
import { openDrafts } from './report-drafts.ts';
import { openHistory } from './report-history.ts';

export interface FolderContentOptions {
  readonly languageOf?: LanguageOf;
  /** Keeps what was found in each report for the next start. Absent: each start reads all reports anew. */
  readonly caches?: AnalysisCaches | undefined;
  readonly log?: Pick<Log, 'warn'> | undefined;
  /** Whether to follow what is done in the folder; else it is read anew when somebody says so. */
  readonly watch?: boolean | undefined;
}

const SERVER = /^\d{17,20}$/u;

/** Reports as Markdown files in a folder, those of servers in folders below it; history and drafts in hidden ones beside. */
export function createFolderContent(
  dataDir: string,
  { languageOf = createLanguages(), caches, log, watch = false }: FolderContentOptions = {},
): ContentStore {
  return {
    place: dataDir,
    contentOf(server) {
      const folder = folderOf(dataDir, server);
      const reading = { cache: caches?.(server), languageOf };
      const load = createCorpusLoader(folder, { ...reading, mayBeEmpty: server !== undefined });
      return contentIn(folder, load, (draft) => prepareText(draft, reading));
    },
    async listServers() {
      const names = await ifThere(readdir(join(dataDir, SERVERS_FOLDER)));
      return (names ?? []).filter((name) => SERVER.test(name));
    },
    follow(reload) {
      if (!watch || log === undefined) return () => undefined;
      const follower = followFolder({ dir: dataDir, reload: () => reload(undefined), log });
      return () => follower.stop();
    },
  };
}

/** Where the reports of a server lie, or those that all servers share. */
export const folderOf = (dataDir: string, server: string | undefined): string =>
  server === undefined ? dataDir : join(dataDir, SERVERS_FOLDER, server);

function contentIn(folder: string, load: Content['load'], prepare: Content['prepare']): Content {
  const history = openHistory(folder, systemClock);
  return {
    load,
    prepare,
    history,
    drafts: openDrafts(folder, systemClock),
    change: (edits, by) => changeFiles(folder, edits, by, history),
    async noteForeign(changes, textBefore) {
      const [last] = await history.list();
      const known = new Map(last?.changes.map((change) => [change.id, change]));
      const isForeign = ({ id, after }: ReportChange): boolean =>
        !known.has(id) || known.get(id)?.after !== after;
      const foreign = changes.filter(isForeign);
      if (foreign.length === 0) return [];
      const texts = foreign.flatMap(({ id }) => {
        const text = textBefore(id);
        return text === undefined ? [] : [[id, text] as const];
      });
      await history.add(BY_FOLDER, foreign, new Map(texts));
      return foreign;
    },
  };
}
