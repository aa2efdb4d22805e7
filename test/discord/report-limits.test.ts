import { describe, expect, it } from 'vitest';
import { createReportLimiter } from '../../src/discord/reports/report-limits.ts';
import { wordingFor } from '../../src/i18n/wording.ts';
import { openCollections } from '../../src/library/collections.ts';
import { createFolderContent } from '../../src/library/folder/folder-content.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const SERVER = '100000000000000001';
const say = wordingFor('en').reports.limits;
const file = (text: string) => `---\ntitle: A report\n---\n\n${text}\n`;

/** A server with two reports of its own. */
async function ownReports() {
  const folder = await createTempFolder({
    'shared.md': file('Shared.'),
    [`servers/${SERVER}/a.md`]: file('The mine flooded in April.'),
    [`servers/${SERVER}/b.md`]: file('The mill burnt down in May.'),
  });
  return (await openCollections(createFolderContent(folder))).collectionOf(SERVER);
}

describe('the limits of a server', () => {
  it.each([
    [
      'as many as it may have, and one more',
      { reports: 2 },
      'c',
      'x',
      'this server has 2 reports, which is as many as',
    ],
    ['as many as it may have, and one in the place of another', { reports: 2 }, 'b', 'x', 'nothing'],
    ['no limit', { reports: 0 }, 'c', 'x', 'nothing'],
    ['too many bytes', { megabytes: 1 }, 'c', 'x'.repeat(999_990), 'would take more than 1 MB'],
    ['as many bytes as it may have', { megabytes: 1 }, 'c', 'x'.repeat(999_000), 'nothing'],
  ] as const)('judge %s', async (_, limits, id, text, message) => {
    const limiter = createReportLimiter({ reports: 0, megabytes: 0, importsPerHour: 0, ...limits });
    const excess = limiter.excess(SERVER, await ownReports(), { id, text }, say);
    expect(excess ?? 'nothing').toContain(message);
  });

  it('count the imports of each server, and none of shared reports', async () => {
    const limiter = createReportLimiter({ reports: 0, megabytes: 0, importsPerHour: 2 });
    const importing = (server: string | undefined) => limiter.import(server, say);
    expect([await importing(SERVER), await importing(SERVER)]).toEqual([undefined, undefined]);
    expect(await importing(SERVER)).toMatch(
      /^this server has imported 2 times within an hour; it may again in \d+ min$/u,
    );
    expect(await importing('100000000000000002')).toBeUndefined();
    for (let round = 0; round < 3; round++) expect(await importing(undefined)).toBeUndefined();
  });
});
