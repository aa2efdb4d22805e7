import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabaseContent } from '../../src/library/database/database-content.ts';
import { createLog } from '../../src/log.ts';
import { openPostgres } from '../../src/postgres/postgres.ts';
import { systemClock } from '../../src/text/clock.ts';
import {
  noOpenSearch,
  type OpenSearchServer,
  startOpenSearch,
} from '../support/opensearch/start-opensearch.ts';
import { noPostgres, type StartedPostgres, startPostgres, urlOf } from '../support/start-postgres.ts';
import type { Needs } from './fault.ts';

/** Servers that the bot and a publisher beside it use. */
export interface Servers {
  readonly env: Readonly<Record<string, string>>;
  readonly database: StartedPostgres;
  readonly search: OpenSearchServer | undefined;
  /** Publishes one generation after another; the result stops that, and gives the number of the last. */
  publishSteadily(): () => Promise<number>;
  stop(): Promise<void>;
}

/** What is not installed here; undefined: all is there. */
export function findLacking(needs: Needs): string | undefined {
  if (noPostgres) return 'PostgreSQL: apt-get install postgresql';
  return needs === 'search' ? noOpenSearch : undefined;
}

const REPORTS = ['anchor', 'bridge', 'crane'];
/** More than 50 in all: as many are looked at without a search. */
const PARAGRAPHS = 20;
/** Milliseconds from one generation to the next. */
const PUBLISH_EVERY = 700;

/** In each of its paragraphs a report says the generation. */
function generationReport(id: string, number: number): string {
  const paragraphs = Array.from(
    { length: PARAGRAPHS },
    (_, at) => `The ${id} stands in harbour ${at}, and this is generation ${number} of it.`,
  );
  return `---\ntitle: The ${id}\n---\n\n${paragraphs.join('\n\n')}\n`;
}
const generation = (number: number) => REPORTS.map((id) => ({ id, text: generationReport(id, number) }));

/** Starts them, with the reports of the folder `data`. */
export async function startServers(needs: Needs, data: string): Promise<Servers> {
  const [database, search] = await Promise.all([
    startPostgres(),
    needs === 'search' ? startOpenSearch() : undefined,
  ]);
  const url = urlOf(database.port, 'postgres');
  const world = { clock: systemClock, log: createLog('silent') };
  const postgres = await openPostgres(url, world);
  const content = (await openDatabaseContent(postgres, world)).contentOf(undefined);
  const shipped = (await readdir(data)).filter((name) => name.endsWith('.md'));
  const edits = shipped.map(async (name) => ({
    id: name.slice(0, -'.md'.length),
    text: await readFile(join(data, name), 'utf8'),
  }));
  await content.change([...(await Promise.all(edits)), ...generation(0)], '11');
  let last = 0;
  return {
    env: {
      DATABASE_URL: url,
      STORE: '',
      ...(search && { SEARCH_URL: `http://127.0.0.1:${search.port}`, SEARCH_FROM_PARAGRAPHS: '1' }),
    },
    database,
    search,
    publishSteadily() {
      const stopping = new AbortController();
      async function run(): Promise<void> {
        while (!stopping.signal.aborted) {
          const tried = last + 1;
          // While the database is away nothing is published, or nobody is told that it was: then it is published again.
          await content.change(generation(tried), '11').then(
            () => (last = tried),
            () => undefined,
          );
          await sleep(PUBLISH_EVERY);
        }
      }
      const running = run();
      return async () => {
        stopping.abort();
        await running;
        return last;
      };
    },
    async stop() {
      await postgres.close();
      await Promise.all([database.stop(), search?.stop()]);
    },
  };
}
