import { describe, expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../src/log.ts';
import { createCollection } from '../../src/library/collection.ts';
import { openDatabaseContent } from '../../src/library/database/database-content.ts';
import { openPostgres } from '../../src/postgres/postgres.ts';
import { systemClock } from '../../src/text/clock.ts';
import { noOpenSearch } from '../support/opensearch/start-opensearch.ts';
import { useOpenSearch } from '../support/opensearch/use-opensearch.ts';
import { usePostgres } from '../support/postgres-server.ts';
import { noPostgres } from '../support/start-postgres.ts';
import { startProcess } from '../support/process.ts';

const REPORTS = ['anchor', 'bridge', 'crane'];
const PROCESSES = 4;
const PUBLISHED = 20;
const ROLLED_BACK = 5;

const report = (id: string, number: number): string => {
  const paragraphs = Array.from(
    { length: 5 },
    (_, at) => `The ${id} stands in harbour ${at}, and this is number ${number} of all.`,
  );
  return `---\ntitle: The ${id}\n---\n\n${paragraphs.join('\n\n')}\n`;
};
const edits = (number: number) => REPORTS.map((id) => ({ id, text: report(id, number) }));

describe.skipIf(noPostgres || noOpenSearch !== undefined)(
  'processes that share PostgreSQL and OpenSearch',
  () => {
    const [database, search] = [usePostgres(), useOpenSearch()];

    it('never answer from two generations at once, through publishing and rolling back', async () => {
      const url = await database.createDatabase();
      const world = { clock: systemClock, log: createLog('silent') };
      const postgres = await openPostgres(url, { ...world, patience: 20_000 });
      onTestFinished(() => postgres.close());
      const content = (await openDatabaseContent(postgres, world)).contentOf(undefined);
      await content.change(edits(0), '11');
      const publisher = createCollection({
        content,
        onChanged: () => Promise.resolve(),
        onRecorded: () => undefined,
        onRefused: () => undefined,
      });
      await publisher.reload();

      const env = {
        DATABASE: url,
        SEARCH: `http://127.0.0.1:${search.port}`,
        REPORTS: String(REPORTS.length),
      };
      const followers = Array.from({ length: PROCESSES }, () =>
        startProcess('test/servers/support/follow-generations.ts', env),
      );
      const allServe = (number: number) =>
        Promise.all(
          followers.map(({ printed }) => printed(new RegExp(`serves ${number}\\.\\n(?:wrong.*\\n)*$`, 'u'))),
        );
      await allServe(0);
      for (let number = 1; number <= PUBLISHED; number++) {
        expect(await publisher.change(edits(number), '11')).toMatchObject({ kind: 'reloaded' });
        // Not after each one: then none would come while another is being brought in.
        if (number % 3 === 0) await allServe(number);
      }
      await allServe(PUBLISHED);
      // To roll back twice is to be where one was.
      for (let round = 1; round <= ROLLED_BACK; round++) {
        expect(await publisher.rollBack('12')).toMatchObject({ kind: 'reloaded', changed: REPORTS });
        await allServe(PUBLISHED - (round % 2));
      }
      for (const { child, printed, output } of followers) {
        child.kill('SIGTERM');
        await printed(/asked \d+ times/u);
        expect(output()).not.toContain('wrong');
        expect(output()).toMatch(/^(?:serves \d+\.\n)+asked \d{2,} times\n$/u);
      }
    });
  },
);
