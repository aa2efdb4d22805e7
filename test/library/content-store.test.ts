import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createManualClock } from 'local-discord';
import { createLog } from '../../src/log.ts';
import { ChangeError } from '../../src/library/change-reports.ts';
import type { Content } from '../../src/library/content-store.ts';
import { fileText } from '../../src/library/corpus-loader.ts';
import { openDatabaseContent } from '../../src/library/database/database-content.ts';
import { createFolderContent } from '../../src/library/folder/folder-content.ts';
import { MOST_ENTRIES } from '../../src/library/report-history.ts';
import { openPostgres, type Postgres } from '../../src/postgres/postgres.ts';
import { runs } from '../property-runs.ts';
import { paragraph } from '../support/hostile-text.ts';
import { usePostgres } from '../support/postgres-server.ts';
import { noPostgres } from '../support/start-postgres.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const report = (text: string, title = 'A report') => `---\ntitle: ${title}\n---\n\n${text}\n`;
const idsOf = async (content: Content) => (await content.load()).reports.map((each) => each.report.id);
const textsOf = async (content: Content) => (await content.load()).reports.map(fileText);

/** `again`: the same collection as another process has it. `other`: that of another server. */
interface Opened {
  readonly content: Content;
  readonly again: Content;
  readonly other: Content;
}

let servers = 0;
const nextServer = (): string => String(10n ** 17n + BigInt(++servers));

async function openFolder(): Promise<Opened> {
  const folder = await createTempFolder({});
  const server = nextServer();
  return {
    content: createFolderContent(folder).contentOf(server),
    again: createFolderContent(folder).contentOf(server),
    other: createFolderContent(folder).contentOf(nextServer()),
  };
}

const log = createLog('silent');

describe('reports in a folder', () => {
  describeContent(openFolder);
});

describe.skipIf(noPostgres)('reports in PostgreSQL', () => {
  const server = usePostgres();
  let url: Promise<string> | undefined;
  describeContent(async () => {
    url ??= server.createDatabase();
    const clock = createManualClock();
    const open = async () => {
      const postgres: Postgres = await openPostgres(await (url ?? ''), { clock, log, patience: 20_000 });
      onTestFinished(() => postgres.close());
      return openDatabaseContent(postgres, { clock, log });
    };
    const [store, second] = [await open(), await open()];
    const one = nextServer();
    return {
      content: store.contentOf(one),
      again: second.contentOf(one),
      other: store.contentOf(nextServer()),
    };
  });
});

/** What holds for every content store. */
function describeContent(open: () => Promise<Opened>): void {
  it('are none at first, and no fault', async () => {
    const { content } = await open();
    expect(await content.load()).toEqual({ reports: [], faults: [] });
    expect(await content.history.list()).toEqual([]);
  });

  it('are added, replaced and removed, and the history says by whom and keeps what was there', async () => {
    const { content, again } = await open();
    await content.change([{ id: 'ferry', text: report('The ferry sank.') }], '11');
    await content.change(
      [
        { id: 'ferry', text: report('The ferry was raised.', 'The ferry') },
        { id: 'bridge', text: report('The bridge was closed.') },
      ],
      '12',
    );
    await content.change([{ id: 'bridge' }], '13');
    for (const each of [content, again]) {
      expect(await textsOf(each)).toEqual([report('The ferry was raised.', 'The ferry')]);
      const entries = await each.history.list();
      expect(entries).toMatchObject([
        { by: '13', changes: [{ id: 'bridge', kind: 'removed' }] },
        {
          by: '12',
          changes: expect.arrayContaining([
            expect.objectContaining({ id: 'ferry', kind: 'changed', title: 'The ferry' }),
            expect.objectContaining({ id: 'bridge', kind: 'added' }),
          ]),
        },
        { by: '11', changes: [{ id: 'ferry', kind: 'added' }] },
      ]);
      const names = entries.map(({ name }) => name);
      expect(names).toEqual(names.toSorted().toReversed());
      expect(await each.history.before(names[0] ?? '', 'bridge')).toBe(report('The bridge was closed.'));
      expect(await each.history.before(names[1] ?? '', 'ferry')).toBe(report('The ferry sank.'));
      expect(await each.history.before(names[1] ?? '', 'bridge')).toBeUndefined();
    }
  });

  it('are the very same values while nothing changed, and for all that did not', async () => {
    const { content } = await open();
    await content.change([{ id: 'ferry', text: report('One.') }], '11');
    const [ferry] = (await content.load()).reports;
    await content.change([{ id: 'bridge', text: report('Two.') }], '11');
    const { reports } = await content.load();
    expect(reports[1]).toBe(ferry);
    expect((await content.load()).reports[0]).toBe(reports[0]);
  });

  it.each([
    ['a text without front matter', { id: 'mill', text: 'The mill.' }, 'line 1'],
    ['an id that no report may have', { id: '../mill', text: report('The mill.') }, 'wanted small letters'],
    ['the removal of what is not there', { id: 'mill' }, 'there is no report "mill"'],
    [
      'a new report in place of another',
      { id: 'ferry', text: report('New.'), isNew: true },
      'there is a report "ferry" already',
    ],
  ])('stay as they are, the history too, when refused: %s', async (_, edit, why) => {
    const { content } = await open();
    await content.change([{ id: 'ferry', text: report('Old.') }], '11');
    const changing = content.change([{ id: 'bridge', text: report('A bridge.') }, edit], '11');
    await expect(changing).rejects.toThrow(why);
    await expect(changing).rejects.toThrow(ChangeError);
    expect(await textsOf(content)).toEqual([report('Old.')]);
    expect(await content.history.list()).toHaveLength(1);
  });

  it('can be read before they are published, or refused', async () => {
    const { content } = await open();
    const { report: read } = await content.prepare({ id: 'ferry', text: report('The ferry sank.') });
    expect(read).toMatchObject({ id: 'ferry', title: 'A report', body: expect.stringContaining('sank') });
    await expect(content.prepare({ id: 'mill', text: 'The mill.' })).rejects.toThrow(ChangeError);
    expect(await idsOf(content)).toEqual([]);
  });

  it('note nothing where nothing is to change', async () => {
    const { content } = await open();
    await content.change([{ id: 'ferry', text: report('Old.') }], '11');
    expect((await content.change([{ id: 'ferry', text: report('Old.') }], '12')).changes).toEqual([]);
    expect(await content.history.list()).toHaveLength(1);
  });

  it('are as before when a change is undone', async () => {
    const { content, again } = await open();
    await content.change([{ id: 'ferry', text: report('Old.') }], '11');
    const edits = [{ id: 'ferry' }, { id: 'bridge', text: report('A bridge.') }];
    await (await content.change(edits, '12')).undo();
    for (const each of [content, again]) {
      expect(await textsOf(each)).toEqual([report('Old.')]);
      expect((await each.history.list()).map(({ by }) => by)).toEqual(['11']);
    }
  });

  it('give back every character of what they replaced', async () => {
    const { content } = await open();
    await fc.assert(
      fc.asyncProperty(paragraph, fc.constantFrom('', '\uFEFF'), async (text, mark) => {
        const written = mark + report(`Text ${text}`).replaceAll('\n', mark === '' ? '\n' : '\r\n');
        const isTaken = await content.change([{ id: 'ferry', text: written }], '11').then(
          () => true,
          (error: unknown) => {
            if (error instanceof ChangeError) return false;
            throw error;
          },
        );
        await content.change([{ id: 'ferry', text: report('Another.') }], '11');
        if (!isTaken) return;
        const [last] = await content.history.list();
        expect(await content.history.before(last?.name ?? '', 'ferry')).toBe(Buffer.from(written).toString());
      }),
      { numRuns: runs(25) },
    );
  });

  it('remember the latest changes alone', async () => {
    const { content } = await open();
    for (let n = 0; n < MOST_ENTRIES + 3; n++)
      await content.change([{ id: 'ferry', text: report(`Text ${n}.`) }], String(n));
    const entries = await content.history.list();
    expect(entries).toHaveLength(MOST_ENTRIES);
    expect(entries[0]?.by).toBe(String(MOST_ENTRIES + 2));
  });

  it('are seen by the server that owns them alone, with history and drafts', async () => {
    const { content, other } = await open();
    await content.change([{ id: 'ferry', text: report('Ours.') }], '11');
    const [entry] = await content.history.list();
    const key = await content.drafts.keep(draft);
    expect(await idsOf(other)).toEqual([]);
    expect(await other.history.list()).toEqual([]);
    expect(await other.drafts.find(key)).toBeUndefined();
    const before = other.history.before(entry?.name ?? '', 'ferry').catch(() => undefined);
    expect(await before).toBeUndefined();
    await other.drafts.remove(key);
    expect(await content.drafts.find(key)).toEqual(draft);
  });

  it('have drafts, which are replaced under their key and removed', async () => {
    const { content, again } = await open();
    const key = await content.drafts.keep(draft);
    expect(await again.drafts.find(key)).toEqual(draft);
    expect(await content.drafts.keep({ ...draft, text: 'Another' }, key)).toBe(key);
    expect(await again.drafts.find(key)).toMatchObject({ text: 'Another' });
    await again.drafts.remove(key);
    expect(await content.drafts.find(key)).toBeUndefined();
    expect(await content.drafts.find('../../etc')).toBeUndefined();
  });
}

const draft = {
  id: 'ferry',
  text: report('A draft \0 with "anything".'),
  by: '11',
  at: Date.now(),
  removed: [{ place: 'line 1', text: 'x', why: 'y' }],
  notes: ['n'],
  suggested: ['Which ferry?'],
};
