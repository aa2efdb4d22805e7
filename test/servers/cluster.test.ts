import { describe, expect, it } from 'vitest';
import { measureCluster } from '../bench/bot/cluster.ts';
import { QUICK } from '../bench/plan.ts';
import { noOpenSearch } from '../support/opensearch/start-opensearch.ts';
import { noPostgres } from '../support/start-postgres.ts';

// Skips by name where a server is missing; the others of this folder say so, or fail where it must be there.
describe.skipIf(noPostgres || noOpenSearch !== undefined)('three processes on three shards', () => {
  it('answer each server from its own reports, of one generation, while one of these is published each second', async () => {
    const { asked, wrongServer, mixed, unanswered } = await measureCluster(QUICK.cluster, 1, () => undefined);
    expect({ wrongServer, mixed, unanswered }).toEqual({ wrongServer: 0, mixed: 0, unanswered: 0 });
    expect(asked).toBeGreaterThan(40);
  });
});
