import { posix } from 'node:path';
import { countParagraphs } from '../../corpus/report.ts';
import type { Log } from '../../log.ts';
import { explainPostgresError, isLoss } from '../../postgres/explain-error.ts';
import { LONG_PATIENCE, type Postgres } from '../../postgres/postgres.ts';
import { ofReports, StoreError } from '../../store-error.ts';
import type { Clock } from '../../text/clock.ts';
import { createLanguages, type LanguageOf } from '../../text/language.ts';
import { ChangeError, type ChangedReports, orSay, planChange, type ReportEdit } from '../change-reports.ts';
import type { Content, ContentStore } from '../content-store.ts';
import { createCorpusLoader, prepareText } from '../corpus-loader.ts';
import { readProgramVersion, sha256 } from '../hashes.ts';
import type { AnalysisCache } from '../packed-analysis.ts';
import {
  createDatabaseCache,
  createDatabaseDisk,
  keepFiles,
  readActive,
  readFileBytes,
  serverColumn,
} from './database-files.ts';
import { createDatabaseDrafts, createDatabaseHistory } from './database-records.ts';
import { followDatabase, newestNumber } from './follow-database.ts';
import { type Publication, publish, type PublishedReport } from './publish.ts';
import { type PublishedSearch, readPublished } from './read-published.ts';

/** What the collections of one database share. */
interface DatabaseParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly languageOf: LanguageOf;
  readonly cache: AnalysisCache;
  readonly search: PublishedSearch | undefined;
}

export interface DatabaseContentOptions {
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
  readonly languageOf?: LanguageOf;
  readonly search?: PublishedSearch | undefined;
}

/** Reports in PostgreSQL, where any number of processes read and change them. */
export async function openDatabaseContent(
  postgres: Postgres,
  { clock, log, languageOf = createLanguages(), search }: DatabaseContentOptions,
): Promise<ContentStore> {
  const cache = createDatabaseCache(postgres, await readProgramVersion(), { clock, log });
  const parts: DatabaseParts = { postgres, clock, languageOf, cache, search };
  // Before anything is loaded: what is published meanwhile is told of afterwards.
  const since = await newestNumber(postgres);
  return {
    place: postgres.place,
    contentOf: (server) => contentOf(server, parts),
    async listServers() {
      const rows = await reading(
        postgres.read<{ readonly server: string }>(`SELECT server FROM collection WHERE server <> ''`),
      );
      return rows.map(({ server }) => server);
    },
    follow: (reload) => followDatabase({ postgres, clock, log, since, reload, forget: search?.forget }),
  };
}

function contentOf(owner: string | undefined, parts: DatabaseParts): Content {
  const { postgres, clock, languageOf, cache } = parts;
  const server = serverColumn(owner);
  const drafts = createDatabaseDrafts(postgres, server, clock);
  const history = createDatabaseHistory(postgres, server);
  const load = createCorpusLoader(posix.join(postgres.place, server), {
    cache,
    languageOf,
    mayBeEmpty: true,
    disk: createDatabaseDisk(postgres, server),
  });
  /** As of the last load. */
  let paragraphs = 0;
  return {
    async load() {
      const corpus = await reading(load());
      paragraphs = countParagraphs(corpus.reports.map(({ report }) => report));
      if (owner !== undefined || corpus.reports.length + corpus.faults.length > 0) return corpus;
      return { reports: [], faults: [{ file: postgres.place, message: NO_REPORTS }] };
    },
    async prepare(draft) {
      const keep = keepFiles(postgres, [Buffer.from(draft.text)], clock.now());
      await orSay('the report cannot be read', keep, explain);
      return prepareText(draft, { cache, languageOf });
    },
    history: {
      list: () => reading(history.list()),
      before: (...which) => reading(history.before(...which)),
    },
    drafts: {
      ...drafts,
      find: (key) => reading(drafts.find(key)),
      keep: (...kept) => orSay('the preview cannot be kept', drafts.keep(...kept), explain),
    },
    change: (edits, by) =>
      orSay('the reports cannot be changed', change(edits, by, { ...parts, server, paragraphs }), explain),
    noteForeign: () => Promise.resolve([]),
  };
}

const NO_REPORTS =
  'there is no report yet, wanted at least one: npm run --silent import -- FILE makes one, and ' +
  'npm run --silent migrate-store -- reports-to-database copies those of a folder';

const reading = <Result>(work: Promise<Result>): Promise<Result> =>
  work.catch((error: unknown) => {
    throw ofReports(error);
  });

/** For who wanted to change the reports: where the database is, is none of theirs. */
function explain(error: unknown): string {
  const { cause } = error instanceof StoreError ? error : { cause: error };
  return cause === undefined || isLoss(cause)
    ? 'the database is out of reach, wanted another try in a few minutes'
    : explainPostgresError(cause);
}

async function change(
  wanted: readonly ReportEdit[],
  by: string,
  {
    server,
    paragraphs,
    postgres,
    clock,
    ...parts
  }: DatabaseParts & {
    readonly server: string;
    readonly paragraphs: number;
  },
): Promise<ChangedReports> {
  const ids = wanted.map(({ id }) => id);
  const base = await readActive(postgres, server, ids);
  const fileOf = (id: string): string => `${id}.md`;
  const { changes, edits } = await planChange(wanted, fileOf, async (id) => {
    const hash = base.hashes.get(id);
    return hash === undefined ? undefined : (await readFileBytes(postgres, hash)).toString();
  });
  if (changes.length === 0) return { changes, undo: () => Promise.resolve() };
  const files = edits.flatMap(({ id, text, parsed }) => {
    if (text === undefined) return [];
    const bytes = Buffer.from(text);
    return [{ id, file: fileOf(id), hash: sha256(bytes), bytes, parsed }];
  });
  await keepFiles(
    postgres,
    files.map(({ bytes }) => bytes),
    clock.now(),
  );
  const reports = await readPublished(files, { ...parts, others: paragraphs });
  const without = edits.map(({ id }) => id);
  const entry = { by, changes, before: base.hashes };
  const publishOver = (number: number, rest: Pick<Publication, 'reports' | 'entry'>): Promise<number> =>
    postgres
      .write((ask) => publish(ask, { server, base: number, without, ...rest }), LONG_PATIENCE)
      .then(orConflict);
  const number = await publishOver(base.number, { reports, entry });
  return {
    changes,
    async undo() {
      await publishOver(number, { reports: await reportsOf(base.number) });
      await postgres.write((ask) =>
        ask('DELETE FROM history WHERE server = $1 AND number = $2', [server, number]),
      );
    },
  };

  async function reportsOf(generation: number): Promise<readonly PublishedReport[]> {
    return postgres.read<PublishedReport & object>(
      `SELECT report AS id, hash, content FROM listing
       WHERE server = $1 AND report = ANY ($3) AND since <= $2 AND coalesce(until > $2, true)`,
      [server, generation, without],
    );
  }
}

/** @throws {ChangeError} where there is no number */
function orConflict(number: number | undefined): number {
  if (number !== undefined) return number;
  throw new ChangeError('somebody else has changed the reports meanwhile, wanted another try');
}
