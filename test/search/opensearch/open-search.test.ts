import { createManualClock } from 'local-discord';
import { describe, expect, it } from 'vitest';
import { SearchError } from '../../../src/search/candidate-source.ts';
import { createMemorySource } from '../../../src/search/index/memory-source.ts';
import { analyseReport } from '../../../src/search/index/report-analysis.ts';
import { openSearch } from '../../../src/search/opensearch/open-search.ts';
import { createLog } from '../../../src/log.ts';
import { runSync } from '../../../src/text/cooperative-task.ts';
import { createLanguages } from '../../../src/text/language.ts';
import { reportOf } from '../../support/report.ts';

const english = createLanguages()('en');
const indexed = (id: string, paragraphs: readonly string[]) => {
  const report = reportOf(paragraphs, { id });
  return { report, hash: id, analysis: runSync(analyseReport(report, english)) };
};
const ferry = indexed('ferry', ['The ferry sank.']);
const bridge = indexed('bridge', ['The bridge fell.', 'Nobody was hurt.']);

describe('openSearch() without a server', () => {
  it('leaves collections in memory alone, refuses questions to a large one, and names no password', async () => {
    const lines: string[] = [];
    const search = await openSearch(
      // Port 9 of this computer: nothing listens there.
      { urls: ['http://somebody:hidden%20word@127.0.0.1:9'], from: 2, owner: 'test' },
      {
        clock: createManualClock(),
        log: createLog('debug', { write: (line) => lines.push(line) }),
      },
    );
    const source = createMemorySource({ remote: search });
    await source.hold('small', [ferry]);
    await source.hold('large', [bridge]);
    const terms = [{ stem: english.stem('ferry'), boost: 1 }];
    expect(await source.candidates(terms, { generation: 'small' }, 5)).toHaveLength(1);
    const refused = await source
      .candidates(terms, { generation: 'large' }, 5)
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(SearchError);
    expect(String(refused)).toBe(
      'SearchError: Cannot search at "127.0.0.1:9": nothing listens there, wanted an OpenSearch server that runs there',
    );
    expect(lines.join('')).toContain('search lost: large collections cannot be asked');
    expect(lines.join('')).not.toMatch(/hidden|somebody|authorization/iu);
    await search.close();
  });

  it('refuses a file of certificates that is not there', async () => {
    const place = { urls: ['https://127.0.0.1:9'], caFile: 'no/such/file.pem', from: 1, owner: 'test' };
    const log = createLog('silent');
    await expect(openSearch(place, { clock: createManualClock(), log })).rejects.toThrow(
      /^Cannot read SEARCH_CA_FILE "no\/such\/file\.pem": .*ENOENT.*, wanted a file of certificates$/u,
    );
  });
});
