import { afterAll, beforeAll } from 'vitest';
import { z } from 'zod';
import { createLog } from '../../../src/log.ts';
import type { SearchPlace } from '../../../src/search/opensearch/connect-server.ts';
import { type OpenSearch, openSearch } from '../../../src/search/opensearch/open-search.ts';
import { type Clock, systemClock } from '../../../src/text/clock.ts';
import { noOpenSearch, type OpenSearchServer, startOpenSearch } from './start-opensearch.ts';

// With REQUIRE_OPENSEARCH=1 that is an error.
if (noOpenSearch !== undefined) {
  const line = `The tests with OpenSearch need ${noOpenSearch}.`;
  if (process.env['REQUIRE_OPENSEARCH'] === '1') throw new Error(line);
  process.stderr.write(`${line} They are skipped.\n`);
}

const logLine = z.looseObject({ event: z.string() });

export interface TestedSearch {
  readonly port: number;
  /** See `OpenSearchServer`. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  /** What the log was given, line by line. */
  readonly lines: readonly string[];
  events(): readonly string[];
  /** The search for every collection; until the tests of the file have run. */
  open(place?: Partial<SearchPlace>, clock?: Clock): Promise<OpenSearch>;
}

/** A server for the tests of one file. */
export function useOpenSearch(): TestedSearch {
  let server: OpenSearchServer | undefined;
  const opened: OpenSearch[] = [];
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => lines.push(line) });
  beforeAll(async () => {
    server = await startOpenSearch();
  }, 240_000);
  afterAll(async () => {
    for (const search of opened) await search.close();
    await server?.stop();
  });
  const port = (): number => server?.port ?? 0;
  return {
    get port() {
      return port();
    },
    kill: async () => server?.kill(),
    restart: async () => server?.restart(),
    lines,
    events: () => lines.map((line) => logLine.parse(JSON.parse(line)).event),
    async open(place, clock = systemClock) {
      const urls = [`http://127.0.0.1:${port()}`];
      const search = await openSearch({ urls, from: 0, owner: 'test', ...place }, { clock, log });
      opened.push(search);
      return search;
    },
  };
}
